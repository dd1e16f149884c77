import type { DocumentLine, InvoiceDocument } from '@lead-credits/contract';
import { View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import { box, h, text, whole } from './elements.ts';
import { formatAmount, formatCount, formatRate } from './format.ts';
import { bySacAndRate, headsOf } from './heads.ts';
import { taxOf, totalsOf } from './invoice-document.ts';
import { labels } from './labels.ts';
import { styles } from './styles.ts';

/** A column: fixed width in points with figures at the right, or (no width) the one that takes the rest. */
type Column = { label: string; width?: number; isText?: boolean };

/** What was sold: one row per line, with its code, its price and (where GST is shown) its taxable value. */
export function linesTable(document: InvoiceDocument): ReactElement {
  const showsGst = headsOf(document).length > 0;
  const columns = showsGst ? taxedColumns(document) : PLAIN_COLUMNS;
  const rows = document.lines.map((line, index) => {
    const serial = formatCount(index + 1);
    const sold = [formatCount(line.quantity), formatAmount(line.unitPricePaise)];
    const amount = formatAmount(line.totalPaise);
    if (!showsGst) return [serial, line.description, ...sold, amount];
    return [
      serial,
      line.description,
      line.sac,
      ...sold,
      formatAmount(line.taxablePaise),
      formatAmount(taxOf(line)),
      amount,
    ];
  });
  return box(styles.table, ...table(columns, rows));
}

function taxedColumns(document: InvoiceDocument): Column[] {
  const isInclusive = document.lines.some((line) => line.priceIncludesTax);
  return [
    { label: labels.line.serial, width: 14, isText: true },
    { label: labels.line.description },
    { label: labels.line.sac, width: 38, isText: true },
    { label: labels.line.quantity, width: 46 },
    { label: isInclusive ? labels.line.rateInclusive : labels.line.rate, width: 54 },
    { label: labels.line.taxable, width: 58 },
    { label: labels.line.tax, width: 50 },
    { label: labels.line.amount, width: 58 },
  ];
}

const PLAIN_COLUMNS: readonly Column[] = [
  { label: labels.line.serial, width: 14, isText: true },
  { label: labels.line.description },
  { label: labels.line.quantity, width: 60 },
  { label: labels.line.rate, width: 70 },
  { label: labels.line.amount, width: 80 },
];

/** The break-up that accountants book from: per service code and rate, each head with its own rate and amount. */
export function gstTable(document: InvoiceDocument): ReactElement | null {
  const heads = headsOf(document);
  if (heads.length === 0) return null;
  const columns: Column[] = [
    { label: labels.line.sac, isText: true },
    { label: labels.taxable, width: 80 },
    ...heads.flatMap(({ name }) => [
      { label: labels.headRate(name), width: 60 },
      { label: labels.headAmount(name), width: 72 },
    ]),
    { label: labels.taxTotal, width: 72 },
  ];
  const rowOf = (name: string, lines: readonly DocumentLine[], rateBp: number | null): string[] => {
    const totals = totalsOf(lines);
    const amounts = heads.flatMap(({ part, share }) => [
      rateBp === null ? '' : formatRate(rateBp * share),
      formatAmount(totals[part]),
    ]);
    return [name, formatAmount(totals.taxablePaise), ...amounts, formatAmount(taxOf(totals))];
  };
  const groups = bySacAndRate(document.lines);
  const rows = groups.map(({ sac, rateBp, lines }) => rowOf(sac, lines, rateBp));
  const totalRow = groups.length > 1 ? rowOf(labels.all, document.lines, null) : undefined;
  return whole(styles.breakUp, text(styles.breakUpTitle, labels.breakUp), ...table(columns, rows, totalRow));
}

function table(columns: readonly Column[], rows: readonly string[][], totalRow?: string[]): ReactElement[] {
  const heading = columns.map((column) => column.label);
  return [
    // Fixed: repeated at the top of each page that the table runs over.
    h(View, { style: styles.tableHead, fixed: true }, ...cells(columns, heading)),
    ...rows.map((row) => whole(styles.tableRow, ...cells(columns, row))),
    ...(totalRow === undefined ? [] : [whole([styles.tableRow, styles.strong], ...cells(columns, totalRow))]),
  ];
}

function cells(columns: readonly Column[], values: readonly string[]): ReactElement[] {
  return columns.map(({ width, isText }, index) => {
    const isFigure = width !== undefined && !isText;
    const size = width === undefined ? { flex: 1 } : { width };
    return text([size, isFigure ? styles.right : {}], values[index] ?? '');
  });
}
