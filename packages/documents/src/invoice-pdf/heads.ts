import type { DocumentLine, InvoiceDocument } from '@lead-credits/contract';
import { labels } from './labels.ts';

/** A head of GST that the document shows: its amount in a line or in the totals, and its part of the whole rate. */
export type Head = {
  name: string;
  part: 'cgstPaise' | 'sgstPaise' | 'utgstPaise' | 'igstPaise';
  share: 0.5 | 1;
};

const IGST: Head = { name: labels.head.igst, part: 'igstPaise', share: 1 };
const CGST: Head = { name: labels.head.cgst, part: 'cgstPaise', share: 0.5 };
const SGST: Head = { name: labels.head.sgst, part: 'sgstPaise', share: 0.5 };
const UTGST: Head = { name: labels.head.utgst, part: 'utgstPaise', share: 0.5 };

/**
 * Which heads to print. They follow from the amounts; where all are 0 (zero-rated, or too small for a paisa of tax)
 * from the places. None where the seller is not registered.
 */
export function headsOf(document: InvoiceDocument): readonly Head[] {
  const { kind, lines, seller, placeOfSupply } = document;
  const has = (head: Head): boolean => lines.some((line) => line[head.part] > 0);
  if (kind === 'invoice' || seller.gstin === null) return [];
  if (has(IGST)) return [IGST];
  if (has(CGST)) return [CGST, has(UTGST) ? UTGST : SGST];
  if (placeOfSupply === null) return [];
  return placeOfSupply.stateCode === seller.stateCode ? [CGST, SGST] : [IGST];
}

export type SacGroup = { sac: string; rateBp: number; lines: DocumentLine[] };

/** Lines of one service accounting code at one rate, as the GST table and GSTR-1 want them; in order of appearance. */
export function bySacAndRate(lines: readonly DocumentLine[]): SacGroup[] {
  const groups = new Map<string, SacGroup>();
  for (const line of lines) {
    const key = `${line.sac} ${line.taxRateBp}`;
    const group = groups.get(key) ?? { sac: line.sac, rateBp: line.taxRateBp, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()];
}
