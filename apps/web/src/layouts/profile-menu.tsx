import { Avatar } from '@lead-credits/ui';
import { type ComponentProps, lazy, type ReactElement, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../people.ts';

const loadMenu = (): Promise<typeof import('./profile-menu-items.tsx')> => import('./profile-menu-items.tsx');
const ProfileMenuItems = lazy(async () => ({ default: (await loadMenu()).ProfileMenuItems }));

/** The avatar at the top right; the code of its menu comes when somebody reaches for it. */
export function ProfileMenu(): ReactElement {
  const [wanted, setWanted] = useState(false);
  const button = (
    <ProfileButton
      onPointerEnter={() => void loadMenu()}
      onFocus={() => void loadMenu()}
      onClick={() => setWanted(true)}
    />
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <ProfileMenuItems />
    </Suspense>
  );
}

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
