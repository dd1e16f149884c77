import { cn, type IconComponent, Tooltip } from '@lead-credits/ui';
import { HistoryIcon, LayoutDashboardIcon, UploadIcon, UsersIcon } from '@lead-credits/ui/icons';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.ts';
import { NavItem, navItemClass } from './nav-item.tsx';
import { useFrameProject } from './project-context.tsx';

type Item = {
  name: 'dashboard' | 'leads' | 'upload' | 'imports';
  icon: IconComponent;
  link: Pick<LinkProps, 'to' | 'params'>;
  /** Stands under Leads. */
  nested?: boolean;
};

function itemsOf(projectId: string): Item[] {
  return [
    { name: 'dashboard', icon: LayoutDashboardIcon, link: paths.dashboard(projectId) },
    { name: 'leads', icon: UsersIcon, link: paths.leads(projectId) },
    { name: 'upload', icon: UploadIcon, link: paths.upload(projectId), nested: true },
    { name: 'imports', icon: HistoryIcon, link: paths.imports(projectId), nested: true },
  ];
}

type SidebarLinksProps = { folded: boolean; onFollow?: () => void };

/** Dashboard, Leads and what belongs to them. */
export function SidebarLinks({ folded, onFollow }: SidebarLinksProps): ReactElement | null {
  const project = useFrameProject();
  if (!project) return null;
  return (
    <ul className="flex flex-col gap-1">
      {itemsOf(project.id).map((item) => (
        <li key={item.name} className={cn(item.nested && !folded && 'pl-6')}>
          <SidebarLink item={item} folded={folded} onFollow={onFollow} />
        </li>
      ))}
    </ul>
  );
}

type SidebarLinkProps = { item: Item; folded: boolean; onFollow: (() => void) | undefined };

function SidebarLink({ item, folded, onFollow }: SidebarLinkProps): ReactElement {
  const { t } = useTranslation('navigation');
  const label = t(item.name);
  const link = (
    <Link
      {...item.link}
      onClick={onFollow}
      activeOptions={{ exact: true, includeSearch: false }}
      activeProps={{ className: navItemClass(true, folded) }}
      inactiveProps={{ className: navItemClass(false, folded) }}
    >
      <NavItem icon={item.icon} label={label} folded={folded} />
    </Link>
  );
  return folded ? (
    <Tooltip content={label} side="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}
