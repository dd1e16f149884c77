import { isBlank } from './clean-text.ts';
import type { RawRow, RowProblem } from './csv-parser.ts';
import type { ColumnMap, ColumnUse } from './map-columns.ts';
import type { CellType } from './phone-reasons.ts';
import type { LeadProcess } from './process.ts';

/** A value under its metadata key. */
export type Extra = { key: string; value: string };

/** One row under the names of the product, its values still as the file writes them; blank cells are left out. */
export type MappedRow = {
  name?: string;
  firstName?: string;
  lastName?: string;
  phone?: string;
  email?: string;
  referenceId?: string;
  groupId?: string;
  /** A workbook knows whether its phone cell is a number; a CSV file does not. */
  phoneCell?: CellType;
  /** By position in the process's variables. */
  variables: (string | undefined)[];
  altPhones: Extra[];
  metadata: Extra[];
  /** Cells beyond the header: an unquoted delimiter, most often. They are kept in `metadata` too. */
  extraCells: number;
  problem?: RowProblem;
  /** What messages call the columns; see `ColumnMap`. */
  headers: ReadonlyMap<string, string>;
};

const NO_HEADERS: ReadonlyMap<string, string> = new Map();

function emptyRow(headers: ReadonlyMap<string, string>): MappedRow {
  return { variables: [], altPhones: [], metadata: [], extraCells: 0, headers };
}

/** Puts the cells of one record where the column map says. Pure; looks at no value but for whether it is blank. */
export function mapRow(row: RawRow, map: ColumnMap): MappedRow {
  const mapped = emptyRow(map.headers);
  const { cells } = row;
  for (const { index, use } of map.columns) {
    const cell = cells[index];
    if (cell !== undefined && !isBlank(cell)) put(mapped, use, cell);
  }
  for (let index = map.columns.length; index < cells.length; index++) {
    const cell = cells[index];
    if (cell === undefined || isBlank(cell)) continue;
    mapped.extraCells++;
    mapped.metadata.push({ key: `column ${index + 1}`, value: cell });
  }
  if (row.problem !== undefined) mapped.problem = row.problem;
  return mapped;
}

function put(mapped: MappedRow, use: ColumnUse, cell: string): void {
  switch (use.kind) {
    case 'field':
      mapped[use.field] = cell;
      return;
    case 'variable':
      mapped.variables[use.variable] = cell;
      return;
    case 'altPhone':
      mapped.altPhones.push({ key: use.key, value: cell });
      return;
    case 'metadata':
      mapped.metadata.push({ key: use.key, value: cell });
  }
}

/** A lead as a program sends it: the variables of the process stand in `metadata` under their names. */
export type ProgramLead = {
  name?: string;
  firstName?: string;
  lastName?: string;
  phone?: string;
  email?: string;
  referenceId?: string;
  groupId?: string;
  metadata?: Readonly<Record<string, string | number | boolean | null>>;
};

/** The same shape for a lead that comes from a program, so that one validation serves both. */
export function mapProgramLead(lead: ProgramLead, process: LeadProcess): MappedRow {
  const { metadata = {}, ...fields } = lead;
  const mapped: MappedRow = { ...emptyRow(NO_HEADERS), ...fields };
  for (const [key, raw] of Object.entries(metadata)) {
    const value = raw === null ? '' : String(raw);
    if (isBlank(value)) continue;
    const variable = process.variables.findIndex((candidate) => candidate.name === key);
    if (variable >= 0) mapped.variables[variable] = value;
    else mapped.metadata.push({ key, value });
  }
  return mapped;
}
