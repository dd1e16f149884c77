import type { InvoiceDocument, Scope } from '@lead-credits/contract';
import type { Database, Transaction } from '@lead-credits/db';

/** Who acts. Written into entries and audit as `user:<id>`, `key:<id>` or `system:<what>`. */
export type Actor =
  | { kind: 'anonymous' }
  | { kind: 'user'; userId: string; name: string; email: string; isStaff: boolean }
  | { kind: 'apiKey'; apiKeyId: string; projectId: string; scopes: readonly Scope[]; name: string }
  | { kind: 'system'; what: string };

/**
 * How Razorpay is reached: packages/razorpay implements it, the sandbox speaks its protocol. Rejects with
 * DomainError GATEWAY_UNAVAILABLE where Razorpay cannot be reached or refuses; never says why in detail.
 */
export type Gateway = {
  readonly keyId: string;
  createOrder(input: {
    amountPaise: number;
    currency: 'INR';
    receipt: string;
    notes?: Record<string, string>;
  }): Promise<GatewayOrder>;
  findOrderByReceipt(receipt: string): Promise<GatewayOrder | undefined>;
  /** Whether the checkout's success callback was signed by Razorpay for that order. */
  verifyPayment(orderId: string, paymentId: string, signature: string): boolean;
  /** What a verified webhook says; undefined where its bytes are no event. */
  readEvent(rawBody: Uint8Array): GatewayEvent | undefined;
};

export type GatewayOrder = { id: string; amountPaise: number; currency: string; receipt?: string };

export type GatewayPayment = {
  id: string;
  orderId?: string;
  amountPaise: number;
  currency: string;
  status: string;
  captured: boolean;
  method?: string;
  feePaise?: number;
  createdAt: Date;
};

export type GatewayEvent = { event: string; payment?: GatewayPayment; order?: GatewayOrder };

/** What follows a commit. Enqueued inside the transaction that causes it: both happen or neither. */
export type Job =
  | { name: 'apply-webhook'; eventId: string }
  | { name: 'run-import'; importId: string; projectId: string }
  | { name: 'deliver-document'; documentId: string; projectId: string };

export type Jobs = { enqueue(db: Database | Transaction, job: Job): Promise<void> };

/** Where uploaded bytes wait. A folder by default; a bucket where several servers share the work. */
export type Spool = {
  /** Writes the whole stream durably under that id before it resolves. */
  write(id: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /** Undefined when it is gone. May be read as often as wanted. */
  read(id: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  remove(id: string): Promise<void>;
};

/** What a mail says; `text` is the same for a reader that shows no HTML. */
export type MailContent = { subject: string; html: string; text: string };

/** How documents and the mails about them look: packages/documents implements it. Both are pure; neither sends. */
export type Documents = {
  /** The PDF. Rejects where it cannot be drawn now; the caller tries again. Takes tens of ms: never in a transaction. */
  renderInvoice(document: InvoiceDocument): Promise<Uint8Array>;
  /** The mail that carries that PDF. `homeUrl` is where its reader finds all bills. */
  writeInvoiceMail(document: InvoiceDocument, homeUrl: string): MailContent;
};

export type Attachment = { fileName: string; contentType: string; bytes: Uint8Array };

/** A mail to be handed over now. The same `key` is the same mail, however often it is handed over. */
export type OutgoingMail = MailContent & {
  key: string;
  to: readonly string[];
  attachments: readonly Attachment[];
};

/** What the provider said. `isFinal`: trying again is of no use. `reason` is for staff to read. */
export type MailReceipt =
  | { ok: true; providerId: string | null }
  | { ok: false; isFinal: boolean; reason: string };

/** How mails leave: Resend, SMTP, or a local outbox. Never throws for a provider that fails, and gives up in time. */
export type Mailer = { send(mail: OutgoingMail): Promise<MailReceipt> };

/** What the installation is set to; read from the environment once, by the server. */
export type Settings = {
  checkoutUrl: string;
  publicUrl: string;
  limits: { fileSizeBytes: number; rows: number };
};

/** Everything a verb needs. Verbs take `(ctx, input)`; nothing below reads the environment or the real clock. */
export type Ctx = {
  readonly db: Database | Transaction;
  readonly actor: Actor;
  readonly clock: () => Date;
  readonly requestId: string;
  readonly gateway: Gateway;
  readonly jobs: Jobs;
  readonly spool: Spool;
  readonly documents: Documents;
  readonly mailer: Mailer;
  readonly settings: Settings;
};

/** The actor as entries and audit keep it: an id, never a name or an address. */
export function actorId(actor: Actor): string {
  switch (actor.kind) {
    case 'user':
      return `user:${actor.userId}`;
    case 'apiKey':
      return `key:${actor.apiKeyId}`;
    case 'system':
      return `system:${actor.what}`;
    case 'anonymous':
      return 'anonymous';
  }
}

/** The same context, acting for the product itself: webhooks, jobs, sweepers. */
export function asSystem(ctx: Ctx, what: string): Ctx {
  return { ...ctx, actor: { kind: 'system', what } };
}
