import { Drawer } from '@lead-credits/ui';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { SidebarBalance } from './sidebar-balance.tsx';
import { SidebarLinks } from './sidebar-links.tsx';

type MenuDrawerPanelProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** The sidebar as a drawer; following a link closes it. */
export function MenuDrawerPanel({ open, onOpenChange }: MenuDrawerPanelProps): ReactElement {
  const { t } = useTranslation('navigation');
  const close = (): void => onOpenChange(false);
  return (
    <Drawer
      open={open}
      onOpenChange={onOpenChange}
      side="left"
      title={t('menu')}
      hideTitle
      footer={
        <div className="w-full">
          <SidebarBalance folded={false} onFollow={close} />
        </div>
      }
    >
      <nav aria-label={t('main')}>
        <SidebarLinks folded={false} onFollow={close} />
      </nav>
    </Drawer>
  );
}
