import { Icon } from '@lead-credits/ui';
import { ChevronRightIcon } from '@lead-credits/ui/icons';
import { Link, useMatches } from '@tanstack/react-router';
import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CrumbName } from '../paths.ts';

type Crumb = { name: CrumbName; pathname: string };

/** Where this page stands: section, page. The parts above the last are links. */
export function Crumbs(): ReactElement {
  const { t } = useTranslation('navigation');
  const crumbs = useMatches({
    select: (matches): Crumb[] =>
      matches.flatMap(({ staticData, pathname }) =>
        staticData.crumb ? [{ name: staticData.crumb, pathname }] : [],
      ),
    structuralSharing: true,
  });
  return (
    <nav aria-label={t('breadcrumb')} className="hidden min-w-0 md:block">
      <ol className="flex items-center gap-1 text-body text-muted">
        {crumbs.map(({ name, pathname }, index) => (
          <Fragment key={pathname}>
            {index > 0 ? <Icon icon={ChevronRightIcon} size={12} /> : null}
            <li className="truncate">
              {index < crumbs.length - 1 ? (
                <Link to={pathname} className="rounded-badge hover:text-ink">
                  {t(name)}
                </Link>
              ) : (
                <span aria-current="page" className="font-medium text-ink">
                  {t(name)}
                </span>
              )}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
