import type { AppRouter } from '@lead-credits/api';
import type { inferRouterOutputs } from '@trpc/server';

/** What each procedure answers, as it arrives: instants are ISO 8601 strings, ids carry their prefix. */
type Answers = inferRouterOutputs<AppRouter>;

export type Me = Answers['people']['me'];
export type OrganizationView = Answers['people']['organization'];
export type MemberItem = Answers['people']['members']['items'][number];
export type ApiKeyItem = Answers['people']['apiKeys']['items'][number];

export type CreditsOverview = Answers['credits']['overview'];

export type BillingProfile = NonNullable<Answers['billing']['profile']['profile']>;
export type SavedProfile = Answers['billing']['saveProfile'];
export type Quote = Answers['billing']['quote'];
export type CheckoutOrder = Answers['billing']['createTopUp'];
export type TopUp = Answers['billing']['topUp'];

export type Bill = Answers['invoices']['list']['items'][number];

export type ImportItem = Answers['leads']['imports']['items'][number];
export type ImportList = Answers['leads']['imports'];
export type ImportDetail = Answers['leads']['import'];
export type ProcessItem = Answers['leads']['processes']['items'][number];
export type UploadLimits = Answers['leads']['processes']['limits'];
export type LeadItem = Answers['leads']['list']['items'][number];
