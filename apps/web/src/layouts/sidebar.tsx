import { cn, IconButton, Tooltip } from '@lead-credits/ui';
import { PanelLeftIcon } from '@lead-credits/ui/icons';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../components/mark.tsx';
import { paths } from '../paths.ts';
import { storeSetting, useSetting } from '../settings-storage.ts';
import { SidebarBalance } from './sidebar-balance.tsx';
import { SidebarLinks } from './sidebar-links.tsx';

const FOLDED = 'sidebar';

function useFolded(): { folded: boolean; toggle: () => void } {
  const folded = useSetting(FOLDED) === 'folded';
  return { folded, toggle: () => storeSetting(FOLDED, folded ? null : 'folded') };
}

/** 232 px of navigation, 56 px when folded; a drawer below 768 px. */
export function Sidebar(): ReactElement {
  const { t } = useTranslation(['navigation', 'common']);
  const { folded } = useFolded();
  return (
    <aside
      className={cn(
        'sticky top-0 hidden h-svh shrink-0 flex-col border-hairline border-r bg-subtle md:flex',
        folded ? 'w-14' : 'w-58',
      )}
    >
      <Link
        {...paths.home()}
        className={cn(
          'flex h-13 shrink-0 items-center gap-2 font-semibold text-ink',
          folded ? 'px-4.5' : 'px-5',
        )}
      >
        <Mark />
        <span className={cn(folded && 'sr-only')}>{t('common:product')}</span>
      </Link>
      <nav aria-label={t('main')} className={cn('flex-1 overflow-y-auto py-3', folded ? 'px-2.5' : 'px-3')}>
        <SidebarLinks folded={folded} />
      </nav>
      <div className={cn('border-hairline border-t py-3', folded ? 'px-2.5' : 'px-3')}>
        <SidebarBalance folded={folded} />
      </div>
    </aside>
  );
}

/** Folds and unfolds the sidebar; ⌘B or Ctrl B does the same. */
export function SidebarToggle(): ReactElement {
  const { t } = useTranslation(['navigation', 'common']);
  const { folded, toggle } = useFolded();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'b' || !(event.metaKey || event.ctrlKey) || event.shiftKey) return;
      event.preventDefault();
      toggle();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  return (
    <Tooltip content={folded ? t('unfoldSidebar') : t('foldSidebar')} side="bottom">
      <IconButton
        icon={PanelLeftIcon}
        label={folded ? t('unfoldSidebar') : t('foldSidebar')}
        tooltip={false}
        aria-expanded={!folded}
        onClick={toggle}
        className="hidden md:inline-flex"
      />
    </Tooltip>
  );
}
