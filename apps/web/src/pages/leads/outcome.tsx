import { Banner, type BannerTone, formatCount } from '@lead-credits/ui';
import type { ReactElement, ReactNode } from 'react';

type OutcomeProps = {
  tone: BannerTone;
  title: string;
  count: number;
  action?: ReactNode;
  children: ReactNode;
};

/** One of the two banners: its fixed title, how many, and the sentence. */
export function Outcome({ tone, title, count, action, children }: OutcomeProps): ReactElement {
  return (
    <Banner
      tone={tone}
      action={action}
      title={
        <>
          {title} <span className="tabular-nums">({formatCount(count)})</span>
        </>
      }
    >
      {children}
    </Banner>
  );
}
