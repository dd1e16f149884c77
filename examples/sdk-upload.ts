import { createClient } from '@lead-credits/sdk';

/** Uploads two leads to the first process of a project; the second has no usable phone and is not charged. */
const {
  LEAD_CREDITS_URL = 'http://127.0.0.1:3000',
  LEAD_CREDITS_KEY = '',
  LEAD_CREDITS_PROJECT = '',
} = process.env;
const client = createClient({ url: LEAD_CREDITS_URL, apiKey: LEAD_CREDITS_KEY });
const projectId = LEAD_CREDITS_PROJECT;
const [firstProcess] = (await client.leads.processes({ projectId })).items;
if (!firstProcess) throw new Error('the project has no process');
const phone = `+919${String(Date.now()).slice(-9)}`;
const file = `Name,Phone\nAsha,${phone}\nBina,12345\n`;
// The key makes the upload safe to repeat; a file from disk goes in as `file: await openAsBlob(path)`.
const key = `example-${phone}`;
const done = await client.uploadLeads({
  projectId,
  processId: firstProcess.id,
  file,
  fileName: 'leads.csv',
  key,
});
console.log(`accepted ${done.accepted}, failed ${done.failed}, consumed ${done.creditsConsumed}`);
