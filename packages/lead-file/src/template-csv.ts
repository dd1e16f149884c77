import { CSV_BOM, csvRecord } from './csv-escape.ts';
import { headerKey } from './header-match.ts';
import { type LeadProcess, labelOf, type ProcessVariable } from './process.ts';

/** The columns of a template before the process's own, in order. */
const FIELD_HEADERS = ['Name', 'Phone', 'Email', 'Reference ID'] as const;

/**
 * The example rows. They go in without an error when the template comes back unchanged, so they can be neither
 * comments nor empty; their names say what to do with them. The first shows a phone and the second that an e-mail is
 * enough (example.com belongs to no one, RFC 2606).
 */
const EXAMPLES = [
  ['EXAMPLE - replace this row', '9876543210', 'ramesh@example.com', 'EXAMPLE-1'],
  ['EXAMPLE - replace or delete', '', 'sita@example.com', 'EXAMPLE-2'],
] as const;

/** The header of a template: the lead's own fields, then each variable of the process under its label (or its name, where two labels are alike). */
export function templateHeader(process: LeadProcess): string[] {
  const header: string[] = [...FIELD_HEADERS];
  const keys = new Set(header.map(headerKey));
  for (const variable of process.variables) {
    const label = labelOf(variable);
    const text = keys.has(headerKey(label)) ? variable.name : label;
    keys.add(headerKey(text));
    header.push(text);
  }
  return header;
}

/**
 * The template of a process as a CSV file: byte order mark (Excel reads UTF-8 only with it), header, two example rows with
 * a value of the right type in every variable. Uploaded back as it is, it maps fully and both rows are accepted.
 */
export function templateCsv(process: LeadProcess): string {
  const records = EXAMPLES.map((cells, row) =>
    csvRecord([...cells, ...process.variables.map((variable) => exampleOf(variable, row))]),
  );
  return CSV_BOM + csvRecord(templateHeader(process)) + records.join('');
}

/** A value a person understands as one; optional variables stay empty in the second row, to show that they may. */
function exampleOf(variable: ProcessVariable, row: number): string {
  if (row > 0 && !variable.required) return '';
  switch (variable.type) {
    case 'text':
      return /city|town|शहर/i.test(`${variable.name} ${labelOf(variable)}`) ? 'Pune' : 'text';
    case 'number':
      return '12';
    case 'amount':
      return '25000.00';
    case 'date':
      return '31/03/2027';
    case 'enum':
      return variable.options?.[0] ?? '';
  }
}
