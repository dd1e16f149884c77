import { Avatar } from '@lead-credits/ui';
import type { ComponentProps, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../people.ts';

/** The button alone, so that it looks the same before and after the menu's code is there. */
export function ProfileButton(props: ComponentProps<'button'>): ReactElement {
  const { t } = useTranslation('navigation');
  const { user } = useMe();
  return (
    <button
      aria-haspopup="menu"
      {...props}
      type="button"
      aria-label={t('profile', { email: user.email })}
      className="-mr-1 inline-flex size-9 shrink-0 items-center justify-center rounded-full hover:bg-hover data-[state=open]:bg-hover touch:size-11"
    >
      <Avatar icon="mail" size={28} />
    </button>
  );
}
