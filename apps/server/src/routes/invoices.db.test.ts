import { encodeId } from '@lead-credits/contract';
import { extractText, getDocumentProxy } from 'unpdf';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  deliverDocuments,
  insideId,
  type Order,
  offlineGateway,
  orderCredits,
  payOrder,
  prepareBilling,
} from '../testing/buy-credits.ts';
import { createTestApp, type Tenant, type TestApp } from '../testing/test-app.ts';

let test: TestApp;
let tenant: Tenant;
let cookie: string;
let paid: Order;
let paymentId: string;
let pending: Order;

beforeAll(async () => {
  test = await createTestApp({ gateway: offlineGateway });
  tenant = await test.tenant();
  ({ cookie } = await test.signIn({ tenant }));
  await prepareBilling(test, tenant, cookie);
  paid = await orderCredits(test, tenant, cookie);
  paymentId = await payOrder(test, paid);
  pending = await orderCredits(test, tenant, cookie, 7);
});
afterAll(() => test.close());

const get = (id: string, headers: Record<string, string> = { cookie }): Promise<Response> =>
  test.request(`/invoices/${id}/pdf`, { headers });

async function textOf(answer: Response): Promise<string> {
  const proxy = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
  return (await extractText(proxy, { mergePages: true })).text;
}

type DocumentRow = {
  number: string;
  taxable_paise: number;
  cgst_paise: number;
  sgst_paise: number;
  total_paise: number;
  pdf: Uint8Array;
};

async function storedDocument(bill: Order): Promise<DocumentRow | undefined> {
  const [row] = await test.db.run<DocumentRow>({
    name: 'test-document',
    text: `select d.number, d.taxable_paise, d.cgst_paise, d.sgst_paise, d.total_paise, f.pdf from app.document d
      left join app.document_file f on f.document_id = d.id where d.top_up_id = $1::uuid`,
    values: [insideId(bill)],
  });
  return row;
}

const rupees = (paise = -1): string => (paise / 100).toFixed(2);

describe('200', () => {
  it('gives the tax invoice of a paid bill as a file that nobody keeps for others', async () => {
    const answer = await get(paid.topUpId);
    const document = await storedDocument(paid);
    const fileName = `${document?.number.replaceAll('/', '-')}.pdf`;
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="${fileName}"; filename*=UTF-8''${fileName}`,
    );
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(answer.headers.get('content-length')).toBe(String(bytes.length));
    expect(bytes.equals(Buffer.from(document?.pdf ?? []))).toBe(true);
  });

  it('prints what the database holds, field by field', async () => {
    const text = await textOf(await get(paid.topUpId));
    const document = await storedDocument(paid);
    for (const fact of [
      'Tax invoice',
      `Invoice number ${document?.number}`,
      `Bill reference ${paid.reference}`,
      'Callplane Technologies',
      'GSTIN 29AAACI4798L1ZU',
      'Acme Motors',
      'Place of supply Karnataka, code 29',
      `Taxable value ${rupees(document?.taxable_paise)}`,
      `CGST 9% ${rupees(document?.cgst_paise)}`,
      `SGST 9% ${rupees(document?.sgst_paise)}`,
      `Total ₹${rupees(document?.total_paise)}`,
      'Five Rupees Only',
      `Reference ${paymentId}`,
      'Credits added 5 (Project)',
    ]) {
      expect(text.replace(/\s+/g, ' ')).toContain(fact);
    }
    expect(document).toMatchObject({ taxable_paise: 424, cgst_paise: 38, sgst_paise: 38, total_paise: 500 });
  });

  it('gives a payment request of a bill that waits, which is stored nowhere', async () => {
    const answer = await get(pending.topUpId);
    expect(answer.headers.get('content-disposition')).toContain(`payment-request-${pending.reference}.pdf`);
    const text = await textOf(answer);
    expect(text).toContain('Payment request, not a tax invoice');
    expect(text).toContain('₹7.00');
    expect(text).not.toContain('Invoice number');
    expect(await storedDocument(pending)).toBeUndefined();
  });

  it('for an API key of the project', async () => {
    const authorization = `Bearer ${await test.apiKey(tenant)}`;
    expect((await get(paid.topUpId, { authorization })).status).toBe(200);
  });

  it('the same bytes that were mailed, and each mail once', async () => {
    const before = Buffer.from(await (await get(paid.topUpId)).arrayBuffer());
    expect(await deliverDocuments(test)).toBe(1);
    await deliverDocuments(test);
    const list = await (await test.request('/outbox')).text();
    const [, mailId] = /href="\/outbox\/([0-9a-f-]{36})"/.exec(list) ?? [];
    const { number } = (await storedDocument(paid)) ?? {};
    expect(list.split(`Tax invoice ${number} from Callplane Technologies: ₹5.00`)).toHaveLength(2);
    expect(list).toContain('accounts@acme.example, owner@acme.example');
    const view = await (await test.request(`/outbox/${mailId}`)).text();
    expect(view).toContain(`href="/outbox/${mailId}/attachment">${number?.replaceAll('/', '-')}.pdf</a>`);
    const attached = await test.request(`/outbox/${mailId}/attachment`);
    expect(attached.headers.get('content-type')).toBe('application/pdf');
    expect(Buffer.from(await attached.arrayBuffer()).equals(before)).toBe(true);
    expect(await (await test.request(`/outbox/${mailId}/html`)).text()).toContain(
      'Thank you for your payment',
    );
  });
});

describe('401', () => {
  it('without a session, whether or not there is such a bill', async () => {
    for (const id of [paid.topUpId, encodeId('topUp', v7()), 'nonsense']) {
      expect((await get(id, {})).status).toBe(401);
    }
  });
});

describe('403', () => {
  it('for a member whose role has no billing', async () => {
    const operator = await test.signIn({ tenant, role: 'operator' });
    const answer = await get(paid.topUpId, { cookie: operator.cookie });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('content-type')).toContain('application/json');
  });
});

describe('404', () => {
  it('for strangers, byte for byte as for a bill that does not exist', async () => {
    const other = await test.tenant();
    const stranger = await test.signIn({ tenant: other });
    const bodies = await Promise.all(
      [paid.topUpId, pending.topUpId, encodeId('topUp', v7()), 'nonsense', tenant.outside.project].map(
        async (id) => {
          const answer = await get(id, { cookie: stranger.cookie, 'x-request-id': 'the-same-request' });
          expect(answer.status).toBe(404);
          return answer.text();
        },
      ),
    );
    expect(new Set(bodies).size).toBe(1);
    expect(JSON.parse(bodies[0] ?? '')).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('409', () => {
  it('for a checkout that has expired', async () => {
    const expired = await orderCredits(test, tenant, cookie);
    await test.db.run({
      name: 'test-expire',
      text: "update app.top_up set state = 'expired' where id = $1::uuid",
      values: [insideId(expired)],
    });
    const answer = await get(expired.topUpId);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ error: { code: 'TOP_UP_NOT_OPEN', state: 'expired' } });
  });
});
