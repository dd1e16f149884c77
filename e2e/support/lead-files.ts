/** A lead file as a browser's file input takes it. */
export interface LeadFile {
  readonly name: string;
  readonly mimeType: 'text/csv';
  readonly buffer: Buffer;
}

export function csvFile(name: string, lines: readonly string[]): LeadFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\r\n')}\r\n`) };
}

/** The columns of the demo's Testing Process that the stories fill. */
export const HEADER = 'name,phone,email,city';

/** Four leads that can all go in. */
export const FOUR_LEADS = csvFile('four-leads.csv', [
  HEADER,
  'Asha Verma,9876501001,asha@example.in,Pune',
  'Bilal Shaikh,9876501002,bilal@example.in,Nagpur',
  'Chitra Nair,9876501003,chitra@example.in,Kochi',
  'Dev Patel,9876501004,dev@example.in,Surat',
]);

/** The same four, the third with neither phone nor e-mail: it cannot go in. */
export const ONE_BAD_ROW = csvFile('four-leads-one-bad.csv', [
  HEADER,
  'Asha Verma,9876501001,asha@example.in,Pune',
  'Bilal Shaikh,9876501002,bilal@example.in,Nagpur',
  'Chitra Nair,,,Kochi',
  'Dev Patel,9876501004,dev@example.in,Surat',
]);
