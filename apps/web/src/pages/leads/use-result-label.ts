import { formatCount } from '@lead-credits/ui';
import { useTranslation } from 'react-i18next';
import type { ImportItem } from '../../api-types.ts';

/** What the three-part bar says aloud: "3 accepted, 1 failed, 0 duplicate of 4 rows". */
export function useResultLabel(): (item: ImportItem) => string {
  const { t } = useTranslation('leads');
  return ({ accepted, failed, duplicates, rows }) =>
    t('import.barLabel', {
      accepted: formatCount(accepted),
      failed: formatCount(failed),
      duplicates: formatCount(duplicates),
      rows: formatCount(rows),
    });
}
