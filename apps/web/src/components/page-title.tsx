import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFrameProject } from '../layouts/project-context.tsx';

type PageTitleProps = {
  page: string;
  /** What the page is about; the open project where it is not said. */
  about?: string;
};

/** The window's title: "Billing · Acme Outbound". React moves it into the head. */
export function PageTitle({ page, about }: PageTitleProps): ReactElement {
  const { t } = useTranslation();
  const project = useFrameProject();
  return <title>{`${page} · ${about || project?.name || t('product')}`}</title>;
}
