import type { LeadState } from '@lead-credits/contract';
import { Badge, type IconComponent, type Tone } from '@lead-credits/ui';
import { CheckIcon, ClockIcon, PauseIcon, PhoneIcon, UndoIcon } from '@lead-credits/ui/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** The one map from a lead's state to its icon and colour. */
const LOOK: Readonly<Record<LeadState, { icon: IconComponent; tone: Tone }>> = {
  uploaded: { icon: PauseIcon, tone: 'neutral' },
  queued: { icon: ClockIcon, tone: 'info' },
  claimed: { icon: PhoneIcon, tone: 'info' },
  completed: { icon: CheckIcon, tone: 'success' },
  withdrawn: { icon: UndoIcon, tone: 'neutral' },
};

/** Where a lead is on its way to a call. */
export function LeadStateBadge({ state }: { state: LeadState }): ReactElement {
  const { t } = useTranslation('leads');
  const { icon, tone } = LOOK[state];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`state.${state}`)}
    </Badge>
  );
}
