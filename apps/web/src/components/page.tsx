import { cn, PageHeader, type PageHeaderProps } from '@lead-credits/ui';
import type { ReactElement, ReactNode } from 'react';
import { PageTitle } from './page-title.tsx';

type PageProps = Omit<PageHeaderProps, 'title' | 'className'> & {
  title: string;
  /** In the window's title instead of the project. */
  about?: string;
  /** Tables 1440 wide, forms 880, one column 640. */
  width?: 'page' | 'form' | 'reading';
  children: ReactNode;
};

const widthClass = { page: 'max-w-page', form: 'max-w-form', reading: 'max-w-reading' } as const;

/** One page: window title, heading, content at the left edge. Sections stand 32 apart. */
export function Page({ title, about, width = 'page', children, ...header }: PageProps): ReactElement {
  return (
    <div className={cn('w-full', widthClass[width])}>
      <PageTitle page={title} about={about} />
      <PageHeader title={title} {...header} />
      <div className="flex flex-col gap-8">{children}</div>
    </div>
  );
}
