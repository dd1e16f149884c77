import type { Right } from '@lead-credits/contract';
import { useTranslation } from 'react-i18next';
import { rolesWith } from '../project-view.ts';

/** Names who has a right: "owner, admin or finance". */
export function useRoleNames(): (right: Right) => string {
  const { t, i18n } = useTranslation();
  return (right) =>
    // India's English: no comma before "or".
    new Intl.ListFormat(`${i18n.language}-IN`, { type: 'disjunction' }).format(
      rolesWith(right).map((role) => t(`roles.${role}`)),
    );
}
