import { DomainError, type Gateway } from '@lead-credits/core';
import { createGateway, GatewayError, readEvent, verifyPayment } from '@lead-credits/razorpay';
import type { RazorpayEnv } from './env.ts';
import type { Logger } from './log.ts';

/** Razorpay as core knows it. Why a call failed goes to the log; a person is told that Razorpay does not answer. */
export function openGateway({ keyId, keySecret, baseUrl }: RazorpayEnv, log: Logger): Gateway {
  const razorpay = createGateway({ keyId, keySecret, ...(baseUrl ? { baseUrl } : {}) });
  async function guarded<T>(call: string, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      log.warn({ call, err: error, kind: error.kind }, 'Razorpay did not do what was asked');
      throw new DomainError('GATEWAY_UNAVAILABLE', { reason: error.kind });
    }
  }
  return {
    keyId,
    createOrder: (input) => guarded('createOrder', razorpay.createOrder(input)),
    findOrderByReceipt: (receipt) => guarded('findOrderByReceipt', razorpay.findOrderByReceipt(receipt)),
    verifyPayment: (orderId, paymentId, signature) => verifyPayment(orderId, paymentId, signature, keySecret),
    readEvent,
  };
}
