import type { ReactElement } from 'react';
import { Line, Specimen } from './specimen.tsx';

const GROUNDS = [
  ['page', 'bg-page'],
  ['surface', 'bg-surface'],
  ['overlay', 'bg-overlay'],
  ['subtle', 'bg-subtle'],
  ['hover', 'bg-hover'],
  ['pressed', 'bg-pressed'],
  ['primary', 'bg-primary'],
  ['accent', 'bg-accent'],
  ['accent-tint', 'bg-accent-tint'],
  ['success-tint', 'bg-success-tint'],
  ['warning-tint', 'bg-warning-tint'],
  ['danger-tint', 'bg-danger-tint'],
  ['info-tint', 'bg-info-tint'],
  ['neutral-tint', 'bg-neutral-tint'],
  ['danger-fill', 'bg-danger-fill'],
] as const;

const TYPE = [
  ['text-meta', 'meta 12/16'],
  ['text-dense', 'dense 13/20'],
  ['text-body', 'body 14/20'],
  ['text-section font-semibold', 'section 16/24'],
  ['text-title font-semibold', 'title 20/28'],
  ['text-stat font-semibold tabular-nums', 'stat 12,480'],
  ['text-balance font-semibold tabular-nums', 'balance 12,34,567'],
] as const;

/** Colours and type. */
export function TokensBoard(): ReactElement {
  return (
    <>
      <Specimen title="Colours">
        {GROUNDS.map(([name, className]) => (
          <div key={name} className="flex flex-col gap-1">
            <span className={`block h-12 w-24 rounded-control border border-hairline ${className}`} />
            <span className="text-meta text-muted">{name}</span>
          </div>
        ))}
      </Specimen>
      <Specimen title="Type" stack>
        <Line className="items-baseline gap-6">
          {TYPE.map(([className, label]) => (
            <span key={label} className={className}>
              {label}
            </span>
          ))}
        </Line>
        <p className="text-body text-muted">
          लीड क्रेडिट · ₹1,23,456.50 · <span className="font-mono text-dense">CP-20260407-AZN7</span>
        </p>
      </Specimen>
    </>
  );
}
