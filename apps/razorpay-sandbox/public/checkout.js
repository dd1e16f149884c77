/**
 * The script a shop loads in place of https://checkout.razorpay.com/v1/checkout.js: the same
 * constructor, options and methods. It opens an iframe of the sandbox's own page and talks to it by
 * postMessage, each side naming the other's origin. It writes no style elements or attributes (only
 * `element.style` properties), so a shop's `style-src 'self'` stays as it is.
 */
(() => {
  // The script's own address tells where the sandbox is; null in a module, which this is not.
  const origin = new URL(document.currentScript.src).origin;
  /** The page answers within this, or the overlay goes away again instead of covering the shop. */
  const READY_WITHIN_MS = 15_000;
  const EVENTS = ['payment.failed', 'payment.success', 'payment.error'];

  class Razorpay {
    #options;
    #listeners = new Map();
    #overlay;

    constructor(options) {
      if (typeof options?.key !== 'string' || options.key === '') throw new Error('`key` is mandatory');
      if (options.key.startsWith('rzp_live_')) throw new Error('The sandbox takes test keys only');
      if (typeof options.order_id !== 'string') throw new Error('`order_id` is mandatory');
      this.#options = options;
    }

    open() {
      if (this.#overlay) return this;
      this.#overlay = openOverlay(this.#options, {
        success: (answer) => {
          this.close();
          this.#emit('payment.success', answer);
          this.#options.handler?.(answer);
        },
        failed: (answer) => this.#emit('payment.failed', answer),
        dismiss: () => {
          this.close();
          this.#options.modal?.ondismiss?.();
        },
        broken: () => {
          this.close();
          console.error(
            `Razorpay sandbox: ${origin} could not be framed; check that it runs and the page's frame-src`,
          );
          this.#options.modal?.ondismiss?.();
        },
      });
      return this;
    }

    close() {
      if (!this.#overlay) return this;
      this.#overlay.remove();
      this.#overlay = undefined;
      this.#options.modal?.onhidden?.();
      return this;
    }

    on(name, listener) {
      if (!EVENTS.includes(name)) return this;
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
      return this;
    }

    once(name, listener) {
      const once = (answer) => {
        this.off(name, once);
        listener(answer);
      };
      return this.on(name, once);
    }

    off(name, listener) {
      if (listener === undefined) this.#listeners.delete(name);
      else {
        const others = (this.#listeners.get(name) ?? []).filter((other) => other !== listener);
        this.#listeners.set(name, others);
      }
      return this;
    }

    #emit(name, answer) {
      for (const listener of this.#listeners.get(name) ?? []) listener(answer);
    }
  }

  function openOverlay(options, on) {
    const container = document.createElement('div');
    container.className = 'razorpay-container';
    const frame = document.createElement('iframe');
    frame.className = 'razorpay-checkout-frame';
    frame.title = 'Razorpay Checkout';
    frame.src = `${origin}/checkout/${encodeURIComponent(options.order_id)}`;
    // A shop's modal dialog may have switched pointer events off for the whole body.
    const all = { position: 'fixed', inset: '0', zIndex: '2147483647', pointerEvents: 'auto' };
    Object.assign(container.style, all);
    // Equal colour schemes inside and outside, else the browser paints the frame opaque.
    const inner = { width: '100%', height: '100%', border: '0', display: 'block', colorScheme: 'light' };
    Object.assign(frame.style, inner, { background: 'transparent' });

    const focusedBefore = document.activeElement;
    const overflowBefore = document.documentElement.style.overflow;
    const post = (message) => frame.contentWindow?.postMessage({ from: 'razorpay-shop', ...message }, origin);
    const unready = setTimeout(on.broken, READY_WITHIN_MS);
    const expiry = options.timeout > 0 ? setTimeout(on.dismiss, options.timeout * 1_000) : undefined;

    const receive = (event) => {
      if (event.origin !== origin || event.source !== frame.contentWindow) return;
      if (event.data?.from !== 'razorpay-sandbox') return;
      if (event.data.type === 'ready') clearTimeout(unready);
      else on[event.data.type]?.(event.data.answer);
    };
    window.addEventListener('message', receive);
    frame.addEventListener('load', () => post({ type: 'open', options: plainOptions(options) }));

    container.append(frame);
    document.body.append(container);
    document.documentElement.style.overflow = 'hidden';
    frame.focus();

    return {
      remove() {
        clearTimeout(unready);
        clearTimeout(expiry);
        window.removeEventListener('message', receive);
        container.remove();
        document.documentElement.style.overflow = overflowBefore;
        if (focusedBefore instanceof HTMLElement) focusedBefore.focus();
      },
    };
  }

  /** Only what the page shows: functions cannot be posted, and the rest is none of its business. */
  function plainOptions(options) {
    const { name, contact, email, method } = options.prefill ?? {};
    return {
      key: options.key,
      name: options.name,
      description: options.description,
      prefill: { name, contact, email, method },
      color: options.theme?.color,
      canEscape: options.modal?.escape !== false,
      canClickAway: options.modal?.backdropclose === true,
      canRetry: options.retry !== false && options.retry?.enabled !== false,
    };
  }

  window.Razorpay = Razorpay;
})();
