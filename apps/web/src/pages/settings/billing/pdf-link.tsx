import { TextLink } from '@lead-credits/ui';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bill } from '../../../api-types.ts';

/** Downloads a bill: its tax invoice, or a payment request while it waits. A bill that was withdrawn has neither. */
export function PdfLink({ bill }: { bill: Bill }): ReactElement | null {
  const { t } = useTranslation('billing');
  const { id, reference, status } = bill;
  if (status === 'void' || status === 'expired') return null;
  const label = t(status === 'paid' ? 'invoices.pdfOf' : 'invoices.requestPdfOf', { reference });
  return (
    <TextLink variant="plain" href={`/invoices/${encodeURIComponent(id)}/pdf`} download aria-label={label}>
      {t('invoices.pdf')}
    </TextLink>
  );
}
