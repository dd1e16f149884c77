import type { Right } from '@lead-credits/contract';
import { EmptyState } from '@lead-credits/ui';
import { LockIcon } from '@lead-credits/ui/icons';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoleNames } from './use-role-names.ts';

type NoPermissionProps = {
  /** What is missing: says who has it. */
  right: Right;
  title?: ReactNode;
  children?: ReactNode;
};

/** In place of what a role may not see: never a blank, always who can. */
export function NoPermission({ right, title, children }: NoPermissionProps): ReactElement {
  const { t } = useTranslation();
  const roleNames = useRoleNames();
  return (
    <EmptyState icon={LockIcon} title={title ?? t('noPermission.title')}>
      {children ?? t('noPermission.who', { roles: roleNames(right) })}
    </EmptyState>
  );
}
