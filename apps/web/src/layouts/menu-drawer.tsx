import { IconButton } from '@lead-credits/ui';
import { MenuIcon } from '@lead-credits/ui/icons';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

const loadPanel = (): Promise<typeof import('./menu-drawer-panel.tsx')> => import('./menu-drawer-panel.tsx');
const MenuDrawerPanel = lazy(async () => ({ default: (await loadPanel()).MenuDrawerPanel }));

/** The phone's way to the sidebar. The panel's code comes when somebody reaches for it. */
export function MenuDrawer(): ReactElement {
  const { t } = useTranslation('navigation');
  const [open, setOpen] = useState<boolean | null>(null);
  return (
    <>
      <IconButton
        icon={MenuIcon}
        label={t('openMenu')}
        tooltip={false}
        aria-haspopup="dialog"
        aria-expanded={open ?? false}
        onPointerDown={() => void loadPanel()}
        onFocus={() => void loadPanel()}
        onClick={() => setOpen(true)}
        className="-ml-2 md:hidden"
      />
      {open === null ? null : (
        <Suspense fallback={null}>
          <MenuDrawerPanel open={open} onOpenChange={setOpen} />
        </Suspense>
      )}
    </>
  );
}
