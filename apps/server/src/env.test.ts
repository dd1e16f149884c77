import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnv, readPlaces, type Source } from './env.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'lead-credits-env-'));
const development: Source = {
  DATA_DIR: dataDir,
  AUTH_SECRET: 'a'.repeat(32),
  RAZORPAY_KEY_ID: 'rzp_test_00000000000000',
  RAZORPAY_KEY_SECRET: 'key-secret',
  RAZORPAY_WEBHOOK_SECRET: 'webhook-secret',
};
const production: Source = {
  ...development,
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://credits.example.com/',
  RESEND_API_KEY: 're_1',
};

describe('the environment while developing', () => {
  it('has a default for everything but secrets', () => {
    expect(readEnv(development)).toMatchObject({
      isProduction: false,
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      hasDemo: true,
      hasWorker: true,
      trustedProxies: 0,
      databaseUrl: undefined,
      mail: { kind: 'outbox' },
      seller: { name: 'Lead Credits Demo Pvt Ltd' },
      razorpay: {
        baseUrl: 'http://127.0.0.1:3001',
        checkoutUrl: 'http://127.0.0.1:3001/v1/checkout.js',
        sandboxUrl: 'http://127.0.0.1:3001',
      },
    });
  });

  it('takes the sandbox where the starter says it is', () => {
    const { razorpay } = readEnv({
      ...development,
      SANDBOX_URL: 'http://localhost:3009',
      RAZORPAY_BASE_URL: 'http://127.0.0.1:3009',
      RAZORPAY_CHECKOUT_URL: 'http://localhost:3009/v1/checkout.js',
    });
    expect(razorpay).toMatchObject({
      sandboxUrl: 'http://localhost:3009',
      baseUrl: 'http://127.0.0.1:3009',
      checkoutUrl: 'http://localhost:3009/v1/checkout.js',
    });
  });

  it("goes to Razorpay's test mode when told so", () => {
    const { razorpay } = readEnv({ ...development, RAZORPAY_BASE_URL: 'https://api.razorpay.com' });
    expect(razorpay).toMatchObject({
      sandboxUrl: undefined,
      checkoutUrl: 'https://checkout.razorpay.com/v1/checkout.js',
    });
  });

  it('completes missing secrets from secrets.json, and what is set wins', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lead-credits-env-'));
    const { DATA_DIR: _dir, RAZORPAY_KEY_ID: _id, ...secrets } = development;
    writeFileSync(
      join(folder, 'secrets.json'),
      JSON.stringify({ ...secrets, RAZORPAY_KEY_ID: 'rzp_test_file' }),
    );
    const env = readEnv({ DATA_DIR: folder, AUTH_SECRET: 'b'.repeat(32), RAZORPAY_KEY_SECRET: '' });
    expect(env.authSecret).toBe('b'.repeat(32));
    expect(env.razorpay).toMatchObject({ keyId: 'rzp_test_file', keySecret: 'key-secret' });
  });

  it('keeps the current and the previous webhook secret, in this order', () => {
    const env = readEnv({ ...development, RAZORPAY_WEBHOOK_SECRET: ' new , old ,' });
    expect(env.razorpay.webhookSecrets).toEqual(['new', 'old']);
  });

  it('needs no secret to say where the data is', () => {
    expect(readPlaces({ DATA_DIR: dataDir })).toEqual({
      isProduction: false,
      dataDir,
      databaseUrl: undefined,
    });
  });
});

describe('the environment in production', () => {
  it('has neither demo, outbox nor sandbox, whatever is set', () => {
    expect(readEnv({ ...production, DEMO: '1', SANDBOX_URL: 'http://localhost:3001' })).toMatchObject({
      hasDemo: false,
      mail: { kind: 'resend' },
      publicUrl: 'https://credits.example.com',
      seller: undefined,
      razorpay: {
        baseUrl: undefined,
        sandboxUrl: undefined,
        checkoutUrl: 'https://checkout.razorpay.com/v1/checkout.js',
      },
    });
  });

  it.each(['AUTH_SECRET', 'RAZORPAY_KEY_ID', 'RAZORPAY_KEY_SECRET', 'RAZORPAY_WEBHOOK_SECRET', 'PUBLIC_URL'])(
    'does not start without %s, and says so in one sentence',
    (name) => {
      for (const value of [undefined, '', '  ']) {
        expect(() => readEnv({ ...production, [name]: value })).toThrow(
          `${name} is not set: production needs it.`,
        );
      }
    },
  );

  it('does not start without a way to mail invoices', () => {
    expect(() => readEnv({ ...production, RESEND_API_KEY: '' })).toThrow(
      /^RESEND_API_KEY or SMTP_URL is not set/,
    );
    expect(
      readEnv({ ...production, RESEND_API_KEY: '', SMTP_URL: 'smtp://mail.example.com' }).mail.kind,
    ).toBe('smtp');
  });

  it('takes no secret from a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lead-credits-env-'));
    writeFileSync(join(folder, 'secrets.json'), JSON.stringify(development));
    expect(() => readEnv({ ...production, DATA_DIR: folder, AUTH_SECRET: undefined })).toThrow(/AUTH_SECRET/);
  });

  it.each([
    ['RAZORPAY_BASE_URL', 'http://127.0.0.1:3001'],
    ['RAZORPAY_CHECKOUT_URL', 'http://127.0.0.1:3001/v1/checkout.js'],
    ['RAZORPAY_CHECKOUT_URL', 'https://razorpay.com.example.com/v1/checkout.js'],
    ['PUBLIC_URL', 'http://credits.example.com'],
  ])('refuses %s %s', (name, value) => {
    expect(() => readEnv({ ...production, [name]: value })).toThrow(new RegExp(`^${name} `));
  });
});

describe('a dangerous or wrong variable stops the start by name', () => {
  it.each([
    ['RAZORPAY_BASE_URL', { RAZORPAY_KEY_ID: 'rzp_live_1', RAZORPAY_BASE_URL: 'https://api.razorpay.com' }],
    ['RAZORPAY_WEBHOOK_SECRET', { RAZORPAY_WEBHOOK_SECRET: 'other,key-secret' }],
    ['RAZORPAY_WEBHOOK_SECRET', { RAZORPAY_WEBHOOK_SECRET: ' , ' }],
    ['AUTH_SECRET', { AUTH_SECRET: 'short' }],
    ['PORT', { PORT: '70000' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'all' }],
    ['SELLER_STATE_CODE', { SELLER_NAME: 'A', SELLER_STATE_CODE: '00', SELLER_ADDRESS: 'x' }],
    ['SELLER_ADDRESS', { SELLER_NAME: 'A', SELLER_STATE_CODE: '29' }],
    [
      'SELLER_GSTIN',
      { SELLER_NAME: 'A', SELLER_STATE_CODE: '29', SELLER_ADDRESS: 'x', SELLER_GSTIN: '29ZZZCL0000Z1ZA' },
    ],
    [
      'SELLER_GSTIN',
      { SELLER_NAME: 'A', SELLER_STATE_CODE: '27', SELLER_ADDRESS: 'x', SELLER_GSTIN: '29ZZZCL0000Z1ZB' },
    ],
  ])('%s', (name, change) => {
    expect(() => readEnv({ ...development, ...change })).toThrow(new RegExp(`^${name} `));
  });

  it('never repeats a secret in the sentence', () => {
    const attempt = () => readEnv({ ...development, AUTH_SECRET: 'topsecret' });
    expect(attempt).toThrow();
    expect(attempt).not.toThrow(/topsecret/);
  });

  it('reads a seller line by line', () => {
    const { seller } = readEnv({
      ...production,
      SELLER_NAME: 'Real Ltd',
      SELLER_STATE_CODE: '29',
      SELLER_ADDRESS: '1 Road; Bengaluru 560001',
      SELLER_GSTIN: '29zzzcl0000z1zb',
    });
    expect(seller).toEqual({
      name: 'Real Ltd',
      gstin: '29ZZZCL0000Z1ZB',
      address: ['1 Road', 'Bengaluru 560001'],
      stateCode: '29',
      sac: '998319',
    });
  });
});
