import { createMessages, en } from '@lead-credits/messages';

const t = createMessages().getFixedT('en', 'invoice');
const words = en.invoice;
const methods: ReadonlyMap<string, string> = new Map(Object.entries(words.methods));

/** Every word that the PDF prints of itself, from the catalogue; those with gaps are functions. */
export const labels = {
  ...words,
  paidState: (date: string): string => t('paidState', { date }),
  refundedState: (date: string): string => t('refundedState', { date }),
  dueState: (date: string): string => t('dueState', { date }),
  stateAndCode: (name: string, code: string): string => t('stateAndCode', { name, code }),
  stateLine: (name: string, code: string): string => t('stateLine', { name, code }),
  headAndRate: (head: string, rate: string): string => t('headAndRate', { head, rate }),
  headRate: (head: string): string => t('headRate', { head }),
  headAmount: (head: string): string => t('headAmount', { head }),
  /** A method that is not among them is printed as it is. */
  methodName: (method: string): string => methods.get(method) ?? method,
  creditsOf: (shown: string, project: string): string => t('creditsOf', { shown, project }),
  page: (name: string, page: number, pages: number): string => t('page', { name, page, pages }),
} as const;
