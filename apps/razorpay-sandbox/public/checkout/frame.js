/** The line to the shop's page that frames this one. */

let shopOrigin;

/**
 * Calls `open` once with the shop's options. Only the framing page is listened to, and it is answered
 * at the origin it spoke from, never at `*`.
 */
export function listen(open) {
  window.addEventListener('message', (event) => {
    if (window.parent === window || event.source !== window.parent) return;
    if (event.data?.from !== 'razorpay-shop' || event.data.type !== 'open' || shopOrigin !== undefined)
      return;
    shopOrigin = event.origin;
    tell('ready');
    open(event.data.options);
  });
}

/** Tells the shop: ready, success, failed or dismiss. */
export function tell(type, answer) {
  if (shopOrigin !== undefined)
    window.parent.postMessage({ from: 'razorpay-sandbox', type, answer }, shopOrigin);
}
