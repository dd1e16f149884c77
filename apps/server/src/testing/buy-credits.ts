import { decodeId } from '@lead-credits/contract';
import { type Gateway, invoices } from '@lead-credits/core';
import { readEvent } from '@lead-credits/razorpay';
import { v7 } from 'uuid';
import { z } from 'zod';
import { ensureSeller } from '../seller.ts';
import { call, type Tenant, type TestApp } from './test-app.ts';

const random14 = (): string => v7().replaceAll('-', '').slice(-14);

/** Makes orders without a network; reads events as the real one does. */
export const offlineGateway: Gateway = {
  keyId: 'rzp_test_00000000000000',
  createOrder: async ({ amountPaise, currency, receipt }) => ({
    id: `order_${random14()}`,
    amountPaise,
    currency,
    receipt,
  }),
  findOrderByReceipt: async () => undefined,
  verifyPayment: () => false,
  readEvent,
};

const SELLER = {
  name: 'Callplane Technologies',
  gstin: '29AAACI4798L1ZU',
  address: ['12 Residency Road', 'Bengaluru 560025'],
  stateCode: '29',
  sac: '998319',
};

/** A seller, and a saved billing account with two recipients. */
export async function prepareBilling(test: TestApp, tenant: Tenant, cookie: string): Promise<void> {
  await ensureSeller(test.ctx, SELLER);
  const profile = {
    projectId: tenant.outside.project,
    accountName: 'Acme Motors',
    contactName: 'Asha',
    phone: '9876543210',
    addressLine1: '12 MG Road',
    city: 'Bengaluru',
    stateCode: '29',
    pincode: '560001',
    recipientEmails: ['accounts@acme.example', 'owner@acme.example'],
  };
  await post(test, 'billing.saveProfile', profile, cookie);
}

export type Order = { topUpId: string; reference: string; orderId: string; amountPaise: number };
const answerOf = z.object({ result: z.object({ data: z.unknown() }) });
const order = z.object({
  topUpId: z.string(),
  reference: z.string(),
  orderId: z.string(),
  amountPaise: z.number(),
});

async function post(test: TestApp, procedure: string, input: unknown, cookie: string): Promise<unknown> {
  const answer = await call(
    test.request,
    procedure,
    input,
    { cookie, origin: 'http://localhost:3000' },
    'POST',
  );
  if (answer.status !== 200)
    throw new Error(`${procedure} answered ${answer.status}: ${await answer.text()}`);
  return answerOf.parse(await answer.json()).result.data;
}

/** An open checkout. */
export async function orderCredits(test: TestApp, tenant: Tenant, cookie: string, units = 5): Promise<Order> {
  const input = { projectId: tenant.outside.project, units, key: v7() };
  return order.parse(await post(test, 'billing.createTopUp', input, cookie));
}

/** Pays a checkout by a webhook, and gives Razorpay's payment id. */
export async function payOrder(test: TestApp, { orderId, amountPaise }: Order): Promise<string> {
  const paymentId = `pay_${random14()}`;
  const entity = {
    id: paymentId,
    entity: 'payment',
    amount: amountPaise,
    currency: 'INR',
    status: 'captured',
    order_id: orderId,
    method: 'upi',
    captured: true,
    amount_refunded: 0,
    created_at: Math.floor(Date.now() / 1_000),
  };
  const event = {
    entity: 'event',
    account_id: 'acc_00000000000000',
    event: 'payment.captured',
    contains: ['payment'],
    payload: { payment: { entity } },
    created_at: entity.created_at,
  };
  const answer = await test.webhook(JSON.stringify(event));
  if (answer.status !== 200) throw new Error(`the webhook answered ${answer.status}`);
  return paymentId;
}

/** Runs the jobs that deliver documents, as the worker would; gives how many there were. */
export async function deliverDocuments(test: TestApp): Promise<number> {
  const jobs = test.jobs.filter((job) => job.name === 'deliver-document');
  for (const job of jobs) await invoices.deliverDocument(test.ctx, job);
  return jobs.length;
}

/** The bill's id as it is inside the database. */
export const insideId = ({ topUpId }: Order): string => decodeId('topUp', topUpId);
