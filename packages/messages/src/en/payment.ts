/** What becomes of a payment, said on every page that a person may come back to. */
export const payment = {
  confirmingTitle: 'Confirming payment… {{amount}}',
  confirmingText:
    'Credits arrive when Razorpay confirms it, usually within a minute. You can leave this page.',
  confirmingLate:
    'Razorpay hasn’t confirmed yet. Don’t pay again; you can close this page and we’ll mail you.',
  added_one: '{{shown}} credit added. Balance {{balance}}.',
  added_other: '{{shown}} credits added. Balance {{balance}}.',
  addedInvoice: 'Invoice {{number}} is under Billing & Invoices.',
} as const;
