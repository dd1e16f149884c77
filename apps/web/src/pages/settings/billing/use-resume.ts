import { useNavigate } from '@tanstack/react-router';
import { useProject } from '../../../layouts/project-context.tsx';
import { newKey } from '../../../new-key.ts';
import { paths } from '../../../paths.ts';
import { readSetting } from '../../../settings-storage.ts';
import { type Checkout, checkoutKeySetting } from './use-checkout.ts';

/**
 * Resumes an unpaid checkout: the key under which this browser asked for it gives the same order again. A checkout that
 * another browser began opens the review of the same number of credits.
 */
export function useResume(checkout: Checkout): (unpaid: { id: string; units: number }) => void {
  const project = useProject();
  const navigate = useNavigate();
  return ({ id, units }) => {
    const key = readSetting(checkoutKeySetting(id));
    if (key) {
      void checkout.start({ units, key }, () => undefined);
      return;
    }
    checkout.reset();
    void navigate(paths.billing(project.id, { units, review: newKey('top-up') }, 'self-serve-top-up'));
  };
}
