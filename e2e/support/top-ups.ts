import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { Answers } from './answers.ts';
import type { Caller } from './caller.ts';
import type { Product } from './product.ts';
import { pay } from './webhooks.ts';

/** Karnataka, as the demo's seller: the tax is CGST and SGST. */
export const PROFILE = {
  accountName: 'Acme Motors Pvt Ltd',
  contactName: 'Farah Khan',
  phone: '98450 12345',
  gstin: null,
  addressLine1: '12 MG Road',
  addressLine2: null,
  city: 'Bengaluru',
  stateCode: '29',
  pincode: '560001',
  recipientEmails: ['accounts@acme.example'],
} as const;

/** Asks for a top-up: the bill and its Razorpay order. */
export const askForTopUp = (
  buyer: Caller,
  projectId: string,
  units: number,
): Promise<Answers['billing.createTopUp']> =>
  buyer.mutate('billing.createTopUp', { projectId, units, key: randomUUID() });

/** Credits that can be spent now. */
export async function availableOf(caller: Caller, projectId: string): Promise<number> {
  return (await caller.query('credits.overview', { projectId })).available;
}

/**
 * Credits neither consumed nor expired: what a top-up adds to and nothing else changes. Available alone would also
 * move when a reservation that an earlier story left open runs out.
 */
export async function unspentOf(caller: Caller, projectId: string): Promise<number> {
  const { available, reserved } = await caller.query('credits.overview', { projectId });
  return available + reserved;
}

/** Buys credits as a person does, and waits until the webhook has brought them. */
export async function buy(
  product: Pick<Product, 'sandboxUrl'>,
  buyer: Caller,
  projectId: string,
  units: number,
): Promise<void> {
  await buyer.mutate('billing.saveProfile', { projectId, ...PROFILE });
  const before = await availableOf(buyer, projectId);
  const { orderId } = await askForTopUp(buyer, projectId, units);
  await pay(product, orderId, 'success');
  await expect.poll(() => availableOf(buyer, projectId)).toBe(before + units);
}
