/** One idea has one word (docs/glossary.md); these are the words it does not have. */
export interface BannedWord {
  /** Matched on whole lower-case words: `debitAccount` and `debit_account` are read as "debit account". */
  readonly banned: RegExp;
  readonly say: string;
  /** Names in code, words on the screen, or both. */
  readonly in: 'names' | 'screen' | 'both';
}

/**
 * Not here, because the word is right elsewhere: transaction in code (Postgres), lock (row locks), holds and held
 * (the screen says who holds reserved credits), contact (Razorpay's prefill and the billing contact name), batch (coalesced
 * statements), cancel (a button, an import), bill (bill-to, billing), rejected (promises).
 */
export const bannedWords: readonly BannedWord[] = [
  { banned: /\bpostings?\b/, say: 'entry', in: 'both' },
  { banned: /\btransactions?\b/, say: 'top-up, payment or entry', in: 'screen' },
  { banned: /\bhold\b/, say: 'reservation, reserve', in: 'names' },
  { banned: /\bdeduct(?:s|ed|ions?)?\b/, say: 'capture, consume', in: 'both' },
  { banned: /\bdebit(?:s|ed)?\b(?! cards?\b)/, say: 'capture, consume', in: 'both' },
  { banned: /\brecharg(?:e|es|ed|ing)\b/, say: 'top-up', in: 'both' },
  { banned: /\bpurchas(?:e|es|ed|ing)\b/, say: 'top-up', in: 'both' },
  { banned: /\brefund notes?\b/, say: 'credit note', in: 'both' },
  { banned: /\bcontacts\b/, say: 'leads', in: 'both' },
  { banned: /\bcampaigns?\b/, say: 'process', in: 'both' },
  {
    banned: /\b(?:import|upload|lead) batch(?:es)?\b|\bbatch (?:import|upload)s?\b/,
    say: 'import',
    in: 'both',
  },
  { banned: /\brejected (?:rows?|leads?)\b/, say: 'failed', in: 'both' },
  { banned: /\bcancel(?:l?ed)? (?:invoice|document|credit note)s?\b/, say: 'void, credit note', in: 'both' },
  { banned: /\borganisations?\b/, say: 'organization (in code)', in: 'names' },
];

/** "importBatchSize", "import_batch_size" and "import-batch-size" as "import batch size". */
export function wordsOf(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/[_\-./]+/g, ' ')
    .toLowerCase();
}
