import { databaseError, type SqlValue } from '@lead-credits/db';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '../context.ts';
import { createMember, createSeller, type PaidBill, payTopUp, saveAccount } from '../testing/bills.ts';
import { createWorld, type TestProject, type TestWorld } from '../testing/index.ts';
import { readPdf } from './index.ts';

/** Tries to break bills and documents with raw SQL, as the application's own role. Postgres must refuse each. */
let world: TestWorld;
let project: TestProject;
let owner: Ctx;
let sellerId: string;
let paid: PaidBill;
/** A paid bill whose document the attacks try to write. */
let open: PaidBill;

beforeAll(async () => {
  world = await createWorld();
  world.setClock(new Date('2026-11-22T06:00:00Z'));
  sellerId = await createSeller(world);
  project = await world.project();
  owner = await createMember(world, project, 'owner');
  await saveAccount(owner, project);
  paid = await payTopUp(world, owner, project);
  open = await payTopUp(world, owner, project);
  await readPdf(owner, { invoiceId: paid.topUpId });
});
afterAll(() => world.close());

let statements = 0;
async function refusal(text: string, values: SqlValue[] = []): Promise<string> {
  statements += 1;
  const error = await world.db.run({ name: `attack-${statements}`, text, values }).then(
    () => undefined,
    (failure: unknown) => failure,
  );
  const found = databaseError(error);
  return found?.constraint ?? found?.code ?? 'accepted';
}

const INSUFFICIENT_PRIVILEGE = '42501';

describe('what was written once', () => {
  test.each([
    ['document', 'number'],
    ['document_file', 'sha256'],
    ['document_delivery', 'mail_id'],
    ['payment', 'reference'],
  ])('%s is never changed', async (table, column) => {
    expect(await refusal(`update app.${table} set ${column} = ${column}`)).toBe(INSUFFICIENT_PRIVILEGE);
  });

  test.each([
    'document',
    'document_file',
    'document_delivery',
    'payment',
    'series',
    'top_up',
    'seller',
    'mail',
  ])('%s is never deleted', async (table) => {
    expect(await refusal(`delete from app.${table}`)).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await refusal(`truncate app.${table}`)).toBe(INSUFFICIENT_PRIVILEGE);
  });

  test('the stored PDF is not joined by a second one', async () => {
    const insert = `insert into app.document_file (document_id, pdf, sha256, rendered_at) values ($1::uuid, '\\x00', 'x', now())`;
    expect(await refusal(insert, [paid.documentId])).toBe('document_file_pkey');
  });
});

describe('a document', () => {
  /** Writes the credit note of the open bill, right but for what the attack changes. */
  const insert = (change: Record<string, string> = {}): Promise<string> => {
    const row: Record<string, string> = {
      id: 'gen_random_uuid()',
      project_id: `'${project.projectId}'`,
      kind: "'credit_note'",
      top_up_id: `'${open.topUpId}'`,
      version: '1',
      seller_id: `'${sellerId}'`,
      fy: '2026',
      serial: '1',
      number: "'CN/26-27/000001'",
      issued_at: "'2026-11-22T06:00:00Z'",
      seller: "'{}'",
      buyer: "'{}'",
      place_of_supply: "'29'",
      lines: "'[]'",
      taxable_paise: '424',
      cgst_paise: '38',
      sgst_paise: '38',
      utgst_paise: '0',
      igst_paise: '0',
      total_paise: '500',
      bill_paise: '500',
      ...change,
    };
    return refusal(
      `insert into app.document (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`,
    );
  };
  const invoice = { kind: "'tax_invoice'", version: '2', number: "'CP/26-27/000099'", serial: '99' };

  const attacks: [string, Record<string, string>, string][] = [
    ['over another amount than its bill has', { bill_paise: '600' }, 'document_bill'],
    ['of a bill that does not exist', { top_up_id: 'gen_random_uuid()' }, 'document_bill'],
    [
      'whose total is less than its bill',
      { ...invoice, taxable_paise: '324', total_paise: '400' },
      'document_total_fits_bill',
    ],
    [
      'that credits more than its bill',
      { taxable_paise: '524', total_paise: '600' },
      'document_total_fits_bill',
    ],
    ['whose parts do not add up', { taxable_paise: '425' }, 'document_parts_add_up'],
    [
      'with a negative part',
      { taxable_paise: '-76', igst_paise: '500', cgst_paise: '0', sgst_paise: '0', total_paise: '424' },
      'document_parts_not_negative',
    ],
    [
      'whose central tax is not the state’s',
      { cgst_paise: '39', sgst_paise: '37' },
      'document_central_equals_state',
    ],
    ['with tax of two kinds', { taxable_paise: '348', igst_paise: '76' }, 'document_one_kind_of_tax'],
    ['in the financial year before its issue', { fy: '2025' }, 'document_fy_fits_issue'],
    [
      'in the new year, issued a second before it in India',
      { fy: '2027', issued_at: "'2027-03-31T18:29:59Z'" },
      'document_fy_fits_issue',
    ],
    [
      'in the old year, issued at its end in UTC',
      { issued_at: "'2027-03-31T18:30:00Z'" },
      'document_fy_fits_issue',
    ],
    ['with a number that begins with 0', { number: "'0N/26-27/000001'" }, 'document_number_legal'],
    ['with a number of 17 characters', { number: "'CN/26-27/00000001'" }, 'document_number_legal'],
    ['with a space in its number', { number: "'CN 26-27/000001'" }, 'document_number_legal'],
    ['without a number', { number: "''" }, 'document_number_legal'],
    ['with the serial 0', { serial: '0' }, 'document_serial_positive'],
    ['with a number that exists in other letters', { number: "'cp/26-27/000001'" }, 'document_number_once'],
    ['with a serial that exists', { ...invoice, serial: '1' }, 'document_serial_once'],
    ['for a bill that has one', { ...invoice, version: '1' }, 'document_once_per_version'],
    ['that corrects nothing that exists', { corrects_id: 'gen_random_uuid()' }, 'document_corrects'],
  ];
  test.each(attacks)('%s is refused', async (_what, change, constraint) => {
    expect(await insert(change)).toBe(constraint);
  });

  test('that is right is taken: the attacks fail for their own reasons', async () => {
    expect(await insert()).toBe('accepted');
  });
});

describe('a payment', () => {
  const pay = (change: Record<string, string>): Promise<string> => {
    const row: Record<string, string> = {
      top_up_id: `'${v7()}'`,
      payment_id: "'pay_attack00000001'",
      order_id: "'order_attack000001'",
      method: "'upi'",
      reference: "'x'",
      amount_paise: '500',
      paid_at: 'now()',
      recorded_at: 'now()',
      source: "'webhook'",
      ...change,
    };
    return refusal(
      `insert into app.payment (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`,
    );
  };

  test('is one per bill, per order and per payment of Razorpay', async () => {
    expect(await pay({ top_up_id: `'${paid.topUpId}'` })).toBe('payment_pkey');
    expect(await pay({ order_id: `'${paid.orderId}'` })).toBe('payment_once_per_order');
    expect(await pay({ payment_id: `'${paid.paymentId}'` })).toBe('payment_once');
  });

  test('belongs to a bill and is more than nothing', async () => {
    expect(await pay({})).toBe('payment_top_up_id_top_up_id_fk');
    expect(await pay({ amount_paise: '0' })).toBe('payment_amount_positive');
  });
});

describe('a bill', () => {
  const change = (set: string): Promise<string> =>
    refusal(`update app.top_up set ${set} where id = $1::uuid`, [paid.topUpId]);

  test.each([
    ['another amount once a document names it', 'amount_paise = 600, units = 6', 'document_bill'],
    ['other units at the same amount', 'units = 50', 'top_up_inclusive_amount'],
    ['another price at the same amount', 'unit_price_paise = 1', 'top_up_inclusive_amount'],
    ['less than one rupee', 'amount_paise = 99, units = 99, unit_price_paise = 1', 'top_up_payable'],
    ['another currency', "currency = 'USD'", 'top_up_rupees'],
    ['being unpaid with a date of payment', "state = 'pending'", 'top_up_paid_when'],
    ['being paid without one', 'paid_at = null', 'top_up_paid_when'],
    ['no units', 'units = 0, price_includes_tax = false', 'top_up_units_positive'],
  ])('refuses %s', async (_what, set, constraint) => {
    expect(await change(set)).toBe(constraint);
  });

  test('has an order, a reference and a key of its own', async () => {
    expect(await change(`order_id = '${open.orderId}'`)).toBe('top_up_order_key');
    const other = `(select %s from app.top_up where id = '${open.topUpId}')`;
    expect(await change(`reference = ${other.replace('%s', 'reference')}`)).toBe('top_up_reference_key');
    expect(await change(`key = ${other.replace('%s', 'key')}`)).toBe('top_up_once_per_key');
  });
});

describe('a series', () => {
  test('is one per seller, year and kind, and counts from 1', async () => {
    const insert = (next: number, kind: string): Promise<string> =>
      refusal(
        `insert into app.series (seller_id, fy, kind, next, last_issued_at) values ($1::uuid, 2026, '${kind}', ${next}, now())`,
        [sellerId],
      );
    expect(await insert(1, 'tax_invoice')).toBe('series_pkey');
    expect(await insert(0, 'credit_note')).toBe('series_next_positive');
  });

  test('that is turned back issues no number twice: the settlement fails as a whole', async () => {
    const turn = (by: number) =>
      world.db.run({
        name: 'turn-series',
        text: 'update app.series set next = next + $1::int',
        values: [by],
      });
    await turn(-1);
    await expect(payTopUp(world, owner, project)).rejects.toThrow();
    await turn(1);
    expect(await payTopUp(world, owner, project)).toMatchObject({ documentId: expect.any(String) });
  });
});

describe('a mail', () => {
  const insert = (key: string, columns = '', values = ''): Promise<string> =>
    refusal(
      `insert into app.mail (id, key, kind, recipients, subject, html, plain, created_at, next_attempt_at${columns})
       values (gen_random_uuid(), $1, 'invoice', '{}', '', '', '', now(), now()${values})`,
      [key],
    );

  test('is one per key, and is delivered once per document', async () => {
    expect(await insert('same')).toBe('accepted');
    expect(await insert('same')).toBe('mail_once_per_key');
    const deliver = `insert into app.document_delivery (id, document_id, mail_id)
      select gen_random_uuid(), $1::uuid, id from app.mail where key = 'same'`;
    expect(await refusal(deliver, [paid.documentId])).toBe('accepted');
    expect(await refusal(deliver, [paid.documentId])).toBe('document_delivery_once');
  });

  test('waits exactly while it says when it is tried next, and is sent at some time', async () => {
    expect(await insert('a', ', state', ", 'failed'")).toBe('mail_waits_for_an_attempt');
    expect(await insert('b', ', sent_at', ', now()')).toBe('mail_sent_when');
    expect(await refusal("update app.mail set next_attempt_at = null where key = 'same'")).toBe(
      'mail_waits_for_an_attempt',
    );
    expect(
      await refusal("update app.mail set state = 'sent', next_attempt_at = null where key = 'same'"),
    ).toBe('mail_sent_when');
  });
});
