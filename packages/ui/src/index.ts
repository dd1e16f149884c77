/** The package's only door: primitives, formatting and the few hooks pages need. Icons: `@lead-credits/ui/icons`. */
export { AlertDialog, type AlertDialogProps, type TypedName } from './alert-dialog.tsx';
export { Avatar, type AvatarProps } from './avatar.tsx';
export { Badge, type BadgeProps } from './badge.tsx';
export { Banner, type BannerProps, type BannerTone } from './banner.tsx';
export { Button, type ButtonProps, type ButtonSize, type ButtonVariant, buttonClass } from './button.tsx';
export { Card, CardHeader, type CardHeaderProps, type CardProps } from './card.tsx';
export { Checkbox, type CheckboxProps } from './checkbox.tsx';
export { cn } from './cn.ts';
export { CopyButton, type CopyButtonProps } from './copy-button.tsx';
export { Count, type CountProps } from './count.tsx';
export { DateText, type DateTextProps } from './date-text.tsx';
export { type DescriptionItem, DescriptionList, type DescriptionListProps } from './description-list.tsx';
export { Dialog, type DialogProps } from './dialog.tsx';
export { Disclosure, type DisclosureProps } from './disclosure.tsx';
export { Drawer, type DrawerProps } from './drawer.tsx';
export { DropZone, type DropZoneProps } from './drop-zone.tsx';
export type { DropZoneState, DropZoneWords } from './drop-zone-types.ts';
export {
  DropdownMenu,
  DropdownMenuItem,
  type DropdownMenuItemProps,
  DropdownMenuLabel,
  type DropdownMenuProps,
  DropdownMenuSeparator,
} from './dropdown-menu.tsx';
export { EmptyState, type EmptyStateProps } from './empty-state.tsx';
export { Field, type FieldProps, useFieldControl } from './field.tsx';
export { FileName, type FileNameProps } from './file-name.tsx';
export { type FilterChip, FilterChips, type FilterChipsProps } from './filter-chips.tsx';
export {
  type Age,
  ageOf,
  type DateInput,
  formatBytes,
  formatCompact,
  formatCount,
  formatDate,
  formatDateTime,
  formatDateTimeZone,
  formatDay,
  formatMoney,
  formatPercent,
  formatPhone,
  formatTime,
  initialsOf,
  middleEllipsis,
  parseCount,
} from './format.ts';
export { Icon, type IconComponent, type IconProps } from './icon.tsx';
export { IconButton, type IconButtonProps } from './icon-button.tsx';
export { Input, type InputProps } from './input.tsx';
export { Kbd } from './kbd.tsx';
export { Layer, type LayerName } from './layer.tsx';
export { Money, type MoneyProps } from './money.tsx';
export {
  NavItemContent,
  type NavLinkProps,
  NavPanel,
  type NavPanelItem,
  type NavPanelProps,
  navItemClass,
} from './nav-panel.tsx';
export { NoValue } from './no-value.tsx';
export {
  NumberStepper,
  type NumberStepperProps,
  StepperPreset,
  type StepperPresetProps,
} from './number-stepper.tsx';
export { PageHeader, type PageHeaderProps } from './page-header.tsx';
export { Pagination, type PaginationProps } from './pagination.tsx';
export { PickList, type PickListProps, type PickOption } from './pick-list.tsx';
export { Popover, type PopoverProps } from './popover.tsx';
export { Progress, type ProgressProps } from './progress.tsx';
export { UiProvider } from './provider.tsx';
export { RadioGroup, type RadioGroupProps, type RadioOption } from './radio-group.tsx';
export { SearchInput, type SearchInputProps } from './search-input.tsx';
export { SecretField, type SecretFieldProps } from './secret-field.tsx';
export { Section, type SectionProps } from './section.tsx';
export { type Segment, SegmentedBar, type SegmentedBarProps, type SegmentTone } from './segmented-bar.tsx';
export { Select, type SelectOption, type SelectProps } from './select.tsx';
export { Skeleton, type SkeletonProps } from './skeleton.tsx';
export { Spinner, type SpinnerProps } from './spinner.tsx';
export { StatCard, type StatCardProps, type StatFact } from './stat-card.tsx';
export {
  StatusBadge,
  type StatusBadgeProps,
  type StatusLook,
  type StatusName,
  statusLook,
} from './status-badge.tsx';
export { Switch, type SwitchProps } from './switch.tsx';
export { type TabLinkItem, TabLinks, type TabLinksProps } from './tab-links.tsx';
export { Table } from './table/table.tsx';
export { TableCard, type TableCardProps } from './table/table-cards.tsx';
export type { TableColumn, TableProps, TableSelection, TableState } from './table/types.ts';
export { TextLink, type TextLinkProps } from './text-link.tsx';
export { Textarea, type TextareaProps } from './textarea.tsx';
export { type Toaster, useToast } from './toast.tsx';
export type { ToastAction, ToastMessage } from './toast-message.ts';
export type { Tone } from './tone.ts';
export { Tooltip, type TooltipProps } from './tooltip.tsx';
export { useCopy } from './use-copy.ts';
export { useMedia, usePhone } from './use-media.ts';
export { VisuallyHidden } from './visually-hidden.tsx';
export { type UiWords, useWords } from './words.tsx';
