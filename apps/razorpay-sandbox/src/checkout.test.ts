import { verifyPayment } from '@lead-credits/razorpay/signature';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEY_ID, KEY_SECRET, startSandbox, type TestSandbox, temporaryFolder } from './testing.ts';

const folder = temporaryFolder();
let sandbox: TestSandbox;
beforeAll(() => {
  sandbox = startSandbox({ dataDir: folder.path });
});
afterAll(async () => {
  await sandbox.close();
  folder.remove();
});

const pay = async (
  orderId: string,
  body: object,
): Promise<{ status: number; body: Record<string, unknown> }> => {
  const response = await sandbox.raw(`/checkout/${orderId}/payments`, {
    method: 'POST',
    body: JSON.stringify({ key_id: KEY_ID, method: 'upi', ...body }),
  });
  return { status: response.status, body: Object(await response.json()) };
};

describe('files', () => {
  it('serves the script, the page and its assets to anybody, each with its type', async () => {
    for (const [at, type] of [
      ['/v1/checkout.js', 'text/javascript'],
      ['/checkout/order_x', 'text/html'],
      ['/checkout-assets/main.js', 'text/javascript'],
      ['/checkout-assets/checkout.css', 'text/css'],
    ] as const) {
      const response = await sandbox.raw(at);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain(type);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('serves every file that a page or another file names, and no other', async () => {
    const page = await (await sandbox.raw('/checkout/order_x')).text();
    const named = [...page.matchAll(/\/checkout-assets\/[\w.-]+/g)].map(([at]) => at);
    for (const at of named) {
      const response = await sandbox.raw(at);
      expect([at, response.status]).toEqual([at, 200]);
      for (const [, file] of (await response.text()).matchAll(/from '\.\/([\w.-]+)'/g)) {
        const asset = `/checkout-assets/${file}`;
        if (!named.includes(asset)) named.push(asset);
      }
    }
    expect(named.length).toBeGreaterThan(8);
    for (const at of [
      '/checkout-assets/page.html',
      '/checkout-assets/..%2fcheckout.js',
      '/checkout-assets/x.js',
    ]) {
      expect((await sandbox.raw(at)).status).toBe(400);
    }
  });

  it('has no inline script, style or handler, so that its own policy holds', async () => {
    const response = await sandbox.raw('/checkout/order_x');
    const page = await response.text();
    expect(page).not.toMatch(/\son[a-z]+=|\sstyle=|<style|<script(?![^>]*\ssrc=)/i);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    const script = await (await sandbox.raw('/v1/checkout.js')).text();
    expect(script).not.toMatch(/setAttribute\(|cssText|createElement\('style'\)|innerHTML/);
  });

  it('draws a QR code that no UPI app can pay', async () => {
    const id = await sandbox.createOrder();
    const response = await sandbox.raw(`/checkout/${id}/qr.svg`);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(await response.text()).toMatch(/^<svg /);
    expect((await sandbox.raw('/checkout/order_x/qr.svg')).status).toBe(400);
  });
});

describe('paying in the overlay', () => {
  it('shows the order to the right key only', async () => {
    const id = await sandbox.createOrder();
    const right = await sandbox.raw(`/checkout/${id}/order?key_id=${KEY_ID}`);
    expect(await right.json()).toEqual({ id, amount: 500, currency: 'INR', status: 'created' });
    expect((await sandbox.raw(`/checkout/${id}/order?key_id=rzp_test_other`)).status).toBe(401);
    expect((await sandbox.raw(`/checkout/${id}/order`)).status).toBe(401);
  });

  it('answers a success with what the handler gets, signed with the key secret', async () => {
    const id = await sandbox.createOrder();
    const { body } = await pay(id, { outcome: 'success', vpa: 'success@razorpay', contact: '+919876543210' });
    expect(body).toEqual({
      razorpay_payment_id: expect.stringMatching(/^pay_/),
      razorpay_order_id: id,
      razorpay_signature: expect.any(String),
    });
    const { razorpay_payment_id: payment, razorpay_signature: signature } = body;
    expect(verifyPayment(id, String(payment), String(signature), KEY_SECRET)).toBe(true);
    const stored = (await sandbox.call('GET', `/v1/payments/${String(payment)}`)).body;
    expect(stored).toMatchObject({ contact: '+919876543210', vpa: 'success@razorpay', status: 'captured' });
  });

  it('answers a failure with the bank’s words and leaves the order open', async () => {
    const id = await sandbox.createOrder();
    const failed = await pay(id, { outcome: 'failure', method: 'card', reason: 'insufficient_fund' });
    expect(failed.body).toMatchObject({
      error: {
        code: 'BAD_REQUEST_ERROR',
        reason: 'insufficient_fund',
        description: expect.stringContaining('insufficient account balance'),
        metadata: { order_id: id, payment_id: expect.stringMatching(/^pay_/) },
      },
    });
    expect((await pay(id, { outcome: 'success' })).body.razorpay_order_id).toBe(id);
    expect((await pay(id, { outcome: 'success' })).status).toBe(400);
  });

  it('refuses another key, and anything that could hold a card number, CVV or OTP', async () => {
    const id = await sandbox.createOrder();
    expect((await pay(id, { outcome: 'success', key_id: 'rzp_test_other' })).status).toBe(401);
    for (const secret of [{ cvv: '123' }, { otp: '1234' }, { card: { number: '4100280000001007' } }]) {
      expect((await pay(id, { outcome: 'success', method: 'card', ...secret })).status).toBe(400);
    }
    expect((await pay(id, { outcome: 'success', method: 'card', cardLast4: '41002800' })).status).toBe(400);
  });
});
