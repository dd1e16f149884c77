import type { ReactNode } from 'react';

export type TableColumn<Row> = {
  key: string;
  /** Units stand here, not in each row. */
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Money and counts: right, tabular, heading too. */
  numeric?: boolean;
  /** Width in px; columns without one share the rest. */
  width?: number;
  /** The row's name (default: the first column): spoken as the row's header, weight 500. */
  rowHeader?: boolean;
  /** Heading spoken only (actions). */
  hideHead?: boolean;
  /** `nowrap` cuts with an ellipsis (default), `wrap` breaks the line. */
  overflow?: 'nowrap' | 'wrap';
  /** Leaves when the table is narrower than this many px. */
  hideBelow?: 640 | 768 | 896 | 1024;
  /** Stays in place while the table scrolls sideways. */
  sticky?: 'start' | 'end';
  sort?: { direction: 'ascending' | 'descending' | null; onToggle: () => void };
};

export type TableState =
  | { kind: 'ready' }
  /** First load: skeleton rows. */
  | { kind: 'loading' }
  /** Old rows in second text and a bar at the top. */
  | { kind: 'reloading' }
  /** Nothing yet, nothing for this filter, or not for this person: an EmptyState. */
  | { kind: 'empty'; content: ReactNode }
  /** One row: reason and Retry; the toolbar above stays. */
  | { kind: 'error'; reason: ReactNode; retryLabel: string; onRetry: () => void; retrying?: boolean };

export type TableSelection<Row> = {
  selected: ReadonlySet<string>;
  onSelectedChange: (selected: ReadonlySet<string>) => void;
  selectAllLabel: string;
  rowLabel: (row: Row) => string;
  /** "12 selected" */
  summary: ReactNode;
  /** Verb and noun buttons. */
  actions: ReactNode;
};

export type TableProps<Row> = {
  /** Spoken name of the table. */
  label: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Default `ready`. */
  state?: TableState;
  /** dense 36 (leads, entries, audit), default 40, tall 52 (two lines). */
  density?: 'dense' | 'default' | 'tall';
  /** Below 640 px: one list entry per row, made of `<TableCard>`. Without it the table scrolls sideways. */
  renderCard?: (row: Row) => ReactNode;
  /** Something under a row (an audit diff, a failed row's reason); null for none. */
  detail?: (row: Row) => ReactNode;
  /** 0 to 1: the row's own bar of 2 px at its bottom edge; null for none. */
  rowProgress?: (row: Row) => number | null;
  selection?: TableSelection<Row>;
  /** Width in px below which it scrolls sideways (default 560). */
  minWidth?: number;
  /** Lets head and hover reach 16 px beyond the text on both sides, so that text aligns with the title (default true). */
  bleed?: boolean;
};
