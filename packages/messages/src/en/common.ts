/** Words used on more than one page. */
export const common = {
  product: 'Lead Credits',
  retry: 'Retry',
  close: 'Close',
  loading: 'Loading',
  requestId: 'Support code {{requestId}}',
} as const;
