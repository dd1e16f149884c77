import { formatCount } from '@lead-credits/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api.ts';
import type { CheckoutOrder } from '../../../api-types.ts';
import { type AppError, readError } from '../../../app-error.ts';
import { storeSetting } from '../../../settings-storage.ts';
import { type CheckoutSuccess, CheckoutUnavailable, loadCheckout, openCheckout } from './razorpay.ts';

/** Longest wait for the review dialog to leave; it takes 100 ms and a frame. */
const DIALOG_LEAVES_MS = 1_000;
/** The accent of the design tokens: Razorpay takes no CSS variable. */
const THEME_COLOR = '#3e63dd';

/** What this page saw of a payment; everything that lasts is on the server. */
export type CheckoutState =
  | { kind: 'idle' }
  | { kind: 'starting' }
  /** No order or no script: nothing was charged. */
  | { kind: 'refused'; error: AppError | 'script' }
  | { kind: 'open'; order: CheckoutOrder }
  | { kind: 'dismissed'; order: CheckoutOrder }
  | { kind: 'failed'; order: CheckoutOrder; reason: string | null }
  /** Paid; the server is being told, or could not be told. The webhook does not depend on it. */
  | { kind: 'paid'; order: CheckoutOrder; told: boolean };

export type Checkout = {
  state: CheckoutState;
  /** Makes the order (the same key gives the same one) and opens the overlay; `beforeOpen` closes what is in front. */
  start: (input: { units: number; key: string }, beforeOpen: () => void) => Promise<void>;
  /** Opens the overlay of the same order again. */
  reopen: (order: CheckoutOrder) => void;
  reset: () => void;
};

/** The key under which this browser asked for a checkout, so that it can resume it later. */
export function checkoutKeySetting(topUpId: string): string {
  return `checkout.${topUpId}`;
}

/**
 * Waits until no dialog is on the page: its focus trap would pull the focus out of the overlay, and the focus it gives
 * back is where the overlay's own return goes.
 */
async function dialogLeft(): Promise<void> {
  const until = performance.now() + DIALOG_LEAVES_MS;
  while (document.querySelector('[role="dialog"]') && performance.now() < until) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** One payment at a time: order, overlay, and what came of it. */
export function useCheckout(projectId: string): Checkout {
  const { t } = useTranslation('billing');
  const [state, setState] = useState<CheckoutState>({ kind: 'idle' });
  const utils = api.useUtils();
  const createTopUp = api.billing.createTopUp.useMutation();
  const confirmTopUp = api.billing.confirmTopUp.useMutation();

  /** An order is a row of Not completed at once, and a pending bill once it is confirming. */
  const readAgain = (): Promise<unknown> =>
    Promise.all([
      utils.billing.openTopUps.invalidate({ projectId }),
      utils.credits.overview.invalidate({ projectId }),
      utils.invoices.list.invalidate(),
    ]);

  const confirm = async (order: CheckoutOrder, answer: CheckoutSuccess): Promise<void> => {
    setState({ kind: 'paid', order, told: true });
    try {
      await confirmTopUp.mutateAsync({
        projectId,
        topUpId: order.topUpId,
        paymentId: answer.razorpay_payment_id,
        signature: answer.razorpay_signature,
      });
      await readAgain();
      setState({ kind: 'idle' });
    } catch {
      setState({ kind: 'paid', order, told: false });
    }
  };

  const open = (order: CheckoutOrder): void => {
    setState({ kind: 'open', order });
    const options = {
      key: order.keyId,
      order_id: order.orderId,
      amount: order.amountPaise,
      currency: order.currency,
      name: order.sellerName,
      description: t('checkout.description', { count: order.units, shown: formatCount(order.units) }),
      prefill: order.prefill,
      theme: { color: THEME_COLOR },
      modal: {
        ondismiss: () =>
          setState((before) => (before.kind === 'failed' ? before : { kind: 'dismissed', order })),
      },
      handler: (answer: CheckoutSuccess) => void confirm(order, answer),
    };
    openCheckout(options, ({ error }) =>
      setState({ kind: 'failed', order, reason: error?.description ?? null }),
    );
  };

  const start: Checkout['start'] = async ({ units, key }, beforeOpen) => {
    setState({ kind: 'starting' });
    try {
      const order = await createTopUp.mutateAsync({ projectId, units, key });
      storeSetting(checkoutKeySetting(order.topUpId), key);
      await loadCheckout(order.checkoutUrl);
      beforeOpen();
      await dialogLeft();
      open(order);
    } catch (error) {
      setState({
        kind: 'refused',
        error: error instanceof CheckoutUnavailable ? 'script' : readError(error),
      });
    }
    await readAgain();
  };

  return { state, start, reopen: open, reset: () => setState({ kind: 'idle' }) };
}
