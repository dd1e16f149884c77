export { type ClientOptions, createClient, type LeadCredits } from './client.ts';
export { InsufficientCreditsError, LeadCreditsError, type SdkErrorCode } from './errors.ts';
export type { UploadedImport, UploadLeads } from './upload.ts';
