/** Words of the mails. Those that a mail shares with its PDF are the PDF's own. */
export const mails = {
  invoice: {
    subject: {
      tax_invoice: 'Tax invoice {{number}} from {{seller}}: {{amount}}',
      credit_note: 'Credit note {{number}} from {{seller}}: {{amount}}',
      invoice: 'Invoice {{number}} from {{seller}}: {{amount}}',
      payment_request: 'Payment request {{number}} from {{seller}}: {{amount}}',
    },
    heading: {
      tax_invoice: 'Thank you for your payment',
      credit_note: 'Your credit note',
      invoice: 'Thank you for your payment',
      payment_request: 'Your payment request',
    },
    text: {
      tax_invoice_one:
        '{{shown}} lead credit was added to {{project}}. Your tax invoice is attached as a PDF, ready for your accounts.',
      tax_invoice_other:
        '{{shown}} lead credits were added to {{project}}. Your tax invoice is attached as a PDF, ready for your accounts.',
      credit_note_one:
        '{{shown}} lead credit of {{project}} was taken back. The credit note against your tax invoice is attached as a PDF.',
      credit_note_other:
        '{{shown}} lead credits of {{project}} were taken back. The credit note against your tax invoice is attached as a PDF.',
      invoice_one: '{{shown}} lead credit was added to {{project}}. Your invoice is attached as a PDF.',
      invoice_other: '{{shown}} lead credits were added to {{project}}. Your invoice is attached as a PDF.',
      payment_request_one:
        '{{shown}} lead credit is added to {{project}} when this is paid. The request is attached as a PDF; it is not a tax invoice.',
      payment_request_other:
        '{{shown}} lead credits are added to {{project}} when this is paid. The request is attached as a PDF; it is not a tax invoice.',
    },
    amount: {
      tax_invoice: 'Amount paid',
      credit_note: 'Amount credited',
      invoice: 'Amount paid',
      payment_request: 'Amount to pay',
    },
    paidBy: '{{method}}, {{reference}}',
    open: 'Open {{product}}',
    seeAll: 'All your invoices are under Account Settings, Billing.',
    why: 'You receive this because your address is a billing recipient of {{project}}. The list is kept under Account Settings, Billing Account.',
  },
} as const;
