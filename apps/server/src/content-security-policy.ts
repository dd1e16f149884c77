import type { Entrances } from './composition.ts';

type Policy = Readonly<Record<string, readonly string[]>>;

/**
 * What a page of ours may load. Nothing inline and nothing from elsewhere but the checkout: Razorpay publishes no list,
 * this one is from its shop plugins' (checkout script, its frames, its two collectors of errors, and the bank logos).
 * The sandbox needs its script and its frame only.
 */
export function contentSecurityPolicy({
  checkoutUrl,
  hasSandbox,
}: Pick<Entrances, 'checkoutUrl' | 'hasSandbox'>): Policy {
  const checkout = new URL(checkoutUrl).origin;
  const razorpay = hasSandbox
    ? { script: [checkout], frame: [checkout], connect: [], image: [] }
    : {
        script: [checkout, 'https://cdn.razorpay.com'],
        frame: [checkout, 'https://api.razorpay.com'],
        connect: [
          'https://api.razorpay.com',
          'https://lumberjack.razorpay.com',
          'https://lumberjack-metrics.razorpay.com',
        ],
        image: ['https://cdn.razorpay.com'],
      };
  return {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...razorpay.script],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:', ...razorpay.image],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...razorpay.connect],
    'frame-src': ["'self'", ...razorpay.frame],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  };
}

/** A policy as its header says it. */
export function policyText(policy: Policy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
}
