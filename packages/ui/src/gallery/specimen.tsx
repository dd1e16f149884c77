import type { ReactElement, ReactNode } from 'react';
import { cn } from '../cn.ts';
import { Section } from '../section.tsx';

export type SpecimenProps = {
  title: string;
  note?: string;
  stack?: boolean;
  rule?: boolean;
  children: ReactNode;
};

/** One primitive in all its states. */
export function Specimen({ title, note, stack, rule = true, children }: SpecimenProps): ReactElement {
  return (
    <Section title={title} description={note} rule={rule}>
      <div className={stack ? 'flex min-w-0 flex-col gap-4' : 'flex flex-wrap items-center gap-4'}>
        {children}
      </div>
    </Section>
  );
}

/** States side by side. */
export function Line({ children, className }: { children: ReactNode; className?: string }): ReactElement {
  return <div className={cn('flex flex-wrap items-start gap-4', className)}>{children}</div>;
}
