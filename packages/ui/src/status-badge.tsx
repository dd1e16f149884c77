import type { ReactElement, ReactNode } from 'react';
import { Badge } from './badge.tsx';
import type { IconComponent } from './icon.tsx';
import {
  BanIcon,
  CheckIcon,
  CircleCheckIcon,
  CircleSlashIcon,
  CircleXIcon,
  ClockIcon,
  CopyIcon,
  FileMinusIcon,
  LoaderCircleIcon,
  MailIcon,
  PauseIcon,
  ScaleIcon,
  SendIcon,
  TriangleAlertIcon,
  UndoIcon,
} from './icons.ts';
import type { Tone } from './tone.ts';

export type StatusName =
  | 'healthy'
  | 'low'
  | 'exhausted'
  | 'paid'
  | 'sent'
  | 'pending'
  | 'failed'
  | 'expired'
  | 'void'
  | 'credit_note'
  | 'refunded'
  | 'disputed'
  | 'receiving'
  | 'processing'
  | 'blocked'
  | 'completed'
  | 'cancelled'
  | 'accepted'
  | 'duplicate'
  | 'invited'
  | 'active'
  | 'revoked';

export type StatusLook = { icon: IconComponent; tone: Tone; spinning?: boolean };

/** The one map from a status to its icon and colour. The word comes from the caller's language. */
export const statusLook: Readonly<Record<StatusName, StatusLook>> = {
  healthy: { icon: CheckIcon, tone: 'success' },
  low: { icon: TriangleAlertIcon, tone: 'warning' },
  exhausted: { icon: CircleSlashIcon, tone: 'danger' },
  paid: { icon: CircleCheckIcon, tone: 'success' },
  sent: { icon: SendIcon, tone: 'info' },
  pending: { icon: ClockIcon, tone: 'warning' },
  failed: { icon: CircleXIcon, tone: 'danger' },
  expired: { icon: CircleXIcon, tone: 'danger' },
  void: { icon: BanIcon, tone: 'neutral' },
  credit_note: { icon: FileMinusIcon, tone: 'neutral' },
  refunded: { icon: UndoIcon, tone: 'neutral' },
  disputed: { icon: ScaleIcon, tone: 'danger' },
  receiving: { icon: LoaderCircleIcon, tone: 'info', spinning: true },
  processing: { icon: LoaderCircleIcon, tone: 'info', spinning: true },
  blocked: { icon: PauseIcon, tone: 'warning' },
  completed: { icon: CheckIcon, tone: 'success' },
  cancelled: { icon: UndoIcon, tone: 'neutral' },
  accepted: { icon: CheckIcon, tone: 'success' },
  duplicate: { icon: CopyIcon, tone: 'neutral' },
  invited: { icon: MailIcon, tone: 'info' },
  active: { icon: CheckIcon, tone: 'success' },
  revoked: { icon: BanIcon, tone: 'neutral' },
};

export type StatusBadgeProps = {
  status: StatusName;
  /** The word, one past-tense word where it can be. */
  children: ReactNode;
  className?: string;
};

/** Icon, word and tint of a status. */
export function StatusBadge({ status, children, className }: StatusBadgeProps): ReactElement {
  const look = statusLook[status];
  return (
    <Badge tone={look.tone} icon={look.icon} spinning={look.spinning ?? false} className={className}>
      {children}
    </Badge>
  );
}
