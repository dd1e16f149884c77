/** The part of Razorpay's checkout that we use (razorpay.com, web integration, standard checkout). */
export type CheckoutSuccess = {
  razorpay_payment_id: string;
  razorpay_order_id: string;
  razorpay_signature: string;
};

export type CheckoutFailure = { error?: { description?: string } };

export type CheckoutOptions = {
  key: string;
  order_id: string;
  /** Integer paise. */
  amount: number;
  currency: string;
  name: string;
  description: string;
  prefill: { name: string; email: string; contact: string };
  theme: { color: string };
  modal: { ondismiss: () => void };
  handler: (answer: CheckoutSuccess) => void;
};

type Checkout = {
  open: () => void;
  on: (event: 'payment.failed', listener: (answer: CheckoutFailure) => void) => void;
};

declare global {
  interface Window {
    /** Set by the checkout script. */
    Razorpay?: new (
      options: CheckoutOptions,
    ) => Checkout;
  }
}

/** The script could not be loaded or is not what it should be. */
export class CheckoutUnavailable extends Error {}

const loading = new Map<string, Promise<void>>();

/** Adds Razorpay's script to the page, once per address. The content security policy lets only its origin through. */
function loadScript(url: string): Promise<void> {
  const known = loading.get(url);
  if (known !== undefined) return known;
  const loaded = new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.async = true;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => {
      // The next try must ask again.
      script.remove();
      loading.delete(url);
      reject(new CheckoutUnavailable(url));
    });
    document.head.append(script);
  });
  loading.set(url, loaded);
  return loaded;
}

/** Gets the overlay ready. Rejects with CheckoutUnavailable; nothing was charged then. */
export async function loadCheckout(url: string): Promise<void> {
  if (!window.Razorpay) await loadScript(url);
  if (!window.Razorpay) throw new CheckoutUnavailable(url);
}

/** Opens the overlay; call `loadCheckout` first. `onFailed` may come several times: the overlay lets people retry. */
export function openCheckout(options: CheckoutOptions, onFailed: (answer: CheckoutFailure) => void): void {
  if (!window.Razorpay) throw new CheckoutUnavailable(options.key);
  const checkout = new window.Razorpay(options);
  checkout.on('payment.failed', onFailed);
  checkout.open();
}
