import { Layer } from '@lead-credits/ui';
import type { ReactElement } from 'react';
import { Crumbs } from './crumbs.tsx';
import { MenuDrawer } from './menu-drawer.tsx';
import { ProfileMenu } from './profile-menu.tsx';
import { ProjectSwitcher } from './project-switcher.tsx';
import { SidebarToggle } from './sidebar.tsx';

/** 52 high, always in sight: where you are at the left, project and profile at the right. */
export function Header(): ReactElement {
  return (
    <Layer name="top-bar">
      <header className="sticky top-0 z-top-bar flex h-13 shrink-0 items-center gap-2 border-hairline border-b bg-page px-4 md:px-6 wide:px-8">
        <MenuDrawer />
        <SidebarToggle />
        <Crumbs />
        <div className="ml-auto flex min-w-0 items-center gap-2">
          <ProjectSwitcher />
          <ProfileMenu />
        </div>
      </header>
    </Layer>
  );
}
