import { lazy, type ReactElement, Suspense, useState } from 'react';
import { ProfileButton } from './profile-button.tsx';

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
