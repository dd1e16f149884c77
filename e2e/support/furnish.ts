import { saveBillingAccount } from './billing-account.ts';
import { type Caller, signIn } from './caller.ts';
import { csvFile, HEADER, type LeadFile } from './lead-files.ts';
import type { Demo, DemoProject, Product } from './product.ts';
import { askForTopUp, availableOf } from './top-ups.ts';
import { pay } from './webhooks.ts';

const WEBHOOK_TIMEOUT_MS = 10_000;

/** A file of which one row did not go in, and one that needed more credits than there were. */
export const PARTIAL = 'june-one-bad-row.csv';
export const BLOCKED = 'may.csv';

/** Ids of what a furnished demo holds. */
export interface Furniture {
  /** Two of three rows went in. */
  readonly importId: string;
  /** More rows than there were credits. */
  readonly blockedImportId: string;
}

/** The project of a name as the demo made it. */
export function projectNamed(demo: Demo, name: string): DemoProject {
  const project = demo.projects.find((candidate) => candidate.name === name);
  if (!project) throw new Error(`The demo has no project ${name}.`);
  return project;
}

/** A demo after some use: a top-up that was paid and one that was not, imports that went in, in part and not at all. */
export async function furnish(product: Pick<Product, 'url' | 'sandboxUrl' | 'demo'>): Promise<Furniture> {
  const owner = await signIn(product, 'owner');
  const outbound = projectNamed(product.demo, 'Acme Outbound');
  await saveBillingAccount(owner, outbound.id);
  await buyCredits(product, owner, { projectId: outbound.id, units: 2_500 });
  await askForTopUp(owner, outbound.id, 5_000);
  const leads = Array.from({ length: 18 }, (_, at) => `Lead ${at + 1},${9_700_020_000 + at},,Pune`);
  const longName = 'april-reminders-for-customers-of-the-western-region.csv';
  await upload(owner, outbound, csvFile(longName, [HEADER, ...leads]));
  const partial = [
    'Meera Joshi,9690020001,,Pune',
    'Nikhil Rao,,,Kochi',
    'Om Shah,9690020003,om@example.in,Surat',
  ];
  const importId = await upload(owner, outbound, csvFile(PARTIAL, [HEADER, ...partial]));
  const many = Array.from({ length: 9_000 }, (_, at) => `Lead ${at},${9_600_020_000 + at},,Pune`);
  const blockedImportId = await upload(owner, outbound, csvFile(BLOCKED, [HEADER, ...many]));
  return { importId, blockedImportId };
}

/** Buys credits without a browser and waits for the webhook; the billing account is saved already. */
async function buyCredits(
  product: Pick<Product, 'sandboxUrl'>,
  buyer: Caller,
  { projectId, units }: { projectId: string; units: number },
): Promise<void> {
  const before = await availableOf(buyer, projectId);
  const { orderId } = await askForTopUp(buyer, projectId, units);
  await pay(product, orderId, 'success');
  const deadline = Date.now() + WEBHOOK_TIMEOUT_MS;
  while ((await availableOf(buyer, projectId)) !== before + units) {
    if (Date.now() > deadline) throw new Error(`${units} credits of ${orderId} never came.`);
  }
}

/** Uploads a file and waits for its end; answers the id, also of a blocked one. */
async function upload(caller: Caller, project: DemoProject, file: LeadFile): Promise<string> {
  const answer = await caller.upload({
    projectId: project.id,
    processId: project.processes[0]?.id ?? '',
    file: file.buffer.toString(),
    fileName: file.name,
  });
  const id = answer.import?.id ?? answer.error?.['importId'];
  if (typeof id !== 'string') throw new Error(`${file.name}: ${JSON.stringify(answer)}`);
  return id;
}
