import type { ReactElement, ReactNode } from 'react';
import { cn } from './cn.ts';
import { Icon, type IconComponent } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { CircleAlertIcon, CircleCheckIcon, InfoIcon, TriangleAlertIcon, XIcon } from './icons.ts';
import { useWords } from './words.tsx';

export type BannerTone = 'info' | 'success' | 'warning' | 'danger';

export type BannerProps = {
  tone?: BannerTone;
  title?: ReactNode;
  /** One or two sentences. */
  children?: ReactNode;
  /** At most one text button or link. */
  action?: ReactNode;
  /** Leave out for warnings and errors that stay true. */
  onDismiss?: () => void;
  /** role=alert: only for failed money or lost work; else role=status. */
  urgent?: boolean;
  className?: string;
};

const look = {
  info: { icon: InfoIcon, box: 'border-info-edge bg-info-wash', mark: 'text-info' },
  success: { icon: CircleCheckIcon, box: 'border-success-edge bg-success-wash', mark: 'text-success' },
  warning: { icon: TriangleAlertIcon, box: 'border-warning-edge bg-warning-wash', mark: 'text-warning' },
  danger: { icon: CircleAlertIcon, box: 'border-danger-edge bg-danger-wash', mark: 'text-danger' },
} as const satisfies Record<BannerTone, { icon: IconComponent; box: string; mark: string }>;

/** One message at the top of a page or inside its section. Never two at once. */
export function Banner({
  tone = 'info',
  title,
  children,
  action,
  onDismiss,
  urgent,
  className,
}: BannerProps): ReactElement {
  const words = useWords();
  const { icon, box, mark } = look[tone];
  return (
    <div
      role={urgent ? 'alert' : 'status'}
      className={cn(
        'flex items-start gap-3 rounded-card border px-4 py-3 text-body text-ink',
        box,
        className,
      )}
    >
      <Icon icon={icon} className={cn('mt-0.5', mark)} />
      <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 max-w-[75ch] flex-1 basis-60">
          {title ? <p className="font-medium">{title}</p> : null}
          {children ? <div>{children}</div> : null}
        </div>
        {action ? <div className="flex min-h-5 items-center">{action}</div> : null}
      </div>
      {onDismiss ? (
        <IconButton
          icon={XIcon}
          label={words.dismiss}
          size="xs"
          onClick={onDismiss}
          className="-my-1 -mr-2"
        />
      ) : null}
    </div>
  );
}
