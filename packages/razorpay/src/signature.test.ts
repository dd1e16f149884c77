import { describe, expect, it } from 'vitest';
import { signPayment, signWebhook, verifyPayment, verifyWebhook } from './signature.ts';

const SECRET = 'whsec_current_0123456789';
const PREVIOUS = 'whsec_previous_0123456789';
const body = new TextEncoder().encode(
  '{"entity":"event","url":"https:\\/\\/example.in","name":"\\u0930\\u093e"}',
);
const good = signWebhook(body, SECRET);

describe('verifyWebhook', () => {
  it('accepts the signature of the exact bytes', () => {
    expect(verifyWebhook(body, good, [SECRET])).toBe(true);
  });

  it('agrees with a known HMAC-SHA256 vector', () => {
    // RFC 4231, test case 2.
    const data = new TextEncoder().encode('what do ya want for nothing?');
    const expected = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    expect(signWebhook(data, 'Jefe')).toBe(expected);
    expect(verifyWebhook(data, expected, ['Jefe'])).toBe(true);
  });

  it('accepts the previous secret as well as the current one', () => {
    const old = signWebhook(body, PREVIOUS);
    expect(verifyWebhook(body, old, [SECRET, PREVIOUS])).toBe(true);
    expect(verifyWebhook(body, old, [SECRET])).toBe(false);
  });

  it.each([
    ['null', null],
    ['undefined', undefined],
    ['empty', ''],
    ['truncated by one digit', good.slice(0, -1)],
    ['truncated to half', good.slice(0, 32)],
    ['in upper case', good.toUpperCase()],
    ['followed by junk that is not hex', `${good}zz`],
    ['followed by a newline', `${good}\n`],
    ['preceded by a space', ` ${good}`],
    ['with one digit changed', `${good.startsWith('0') ? '1' : '0'}${good.slice(1)}`],
    ['64 characters that are not hex', 'z'.repeat(64)],
    ['two signatures joined as a repeated header is', `${good}, ${good}`],
  ])('refuses a header that is %s', (_, header) => {
    expect(verifyWebhook(body, header, [SECRET])).toBe(false);
  });

  it('refuses a body with one byte changed, at every position', () => {
    for (let at = 0; at < body.length; at++) {
      const changed = Uint8Array.from(body);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(verifyWebhook(changed, good, [SECRET])).toBe(false);
    }
  });

  it('refuses a body that was parsed and written again', () => {
    const again = new TextEncoder().encode(JSON.stringify(JSON.parse(new TextDecoder().decode(body))));
    expect(verifyWebhook(again, good, [SECRET])).toBe(false);
  });

  it('covers bytes that are not valid UTF-8', () => {
    const odd = Uint8Array.of(0xff, 0xfe, 0x00, 0x80);
    expect(verifyWebhook(odd, signWebhook(odd, SECRET), [SECRET])).toBe(true);
    expect(verifyWebhook(Uint8Array.of(0xff, 0xfd, 0x00, 0x80), signWebhook(odd, SECRET), [SECRET])).toBe(
      false,
    );
  });

  it('never verifies with an empty secret or with none', () => {
    // HMAC with the empty key, as anybody can compute it.
    const forged = 'b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad';
    expect(verifyWebhook(new Uint8Array(), forged, [''])).toBe(false);
    expect(verifyWebhook(body, good, [])).toBe(false);
    expect(verifyWebhook(body, good, ['', SECRET])).toBe(true);
  });

  it('refuses to sign with an empty secret', () => {
    expect(() => signWebhook(body, '')).toThrow('empty secret');
    expect(() => signPayment('order_EKwxwAgItmmXdp', 'pay_EKwxwAgItmmXdq', '')).toThrow('empty secret');
  });
});

describe('verifyPayment', () => {
  const order = 'order_EKwxwAgItmmXdp';
  const payment = 'pay_EKwy0jzYMTOq4f';
  const signature = signPayment(order, payment, 'key_secret');

  it('accepts what the checkout signs', () => {
    expect(signature).toMatch(/^[0-9a-f]{64}$/);
    expect(verifyPayment(order, payment, signature, 'key_secret')).toBe(true);
  });

  it('refuses another order, another payment, another secret, no signature and an empty secret', () => {
    expect(verifyPayment('order_EKwxwAgItmmXdX', payment, signature, 'key_secret')).toBe(false);
    expect(verifyPayment(order, 'pay_EKwy0jzYMTOq4X', signature, 'key_secret')).toBe(false);
    expect(verifyPayment(order, payment, signature, 'webhook_secret')).toBe(false);
    expect(verifyPayment(order, payment, null, 'key_secret')).toBe(false);
    expect(verifyPayment(order, payment, signature, '')).toBe(false);
  });
});
