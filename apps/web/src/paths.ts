import type { LeadState } from '@lead-credits/contract';

/**
 * The only builder of links. Each entry is spread on a router link or given to navigate:
 * `<Link {...paths.dashboard(projectId)}>`. Add a page's link here, never in a component.
 */
type InProject<To extends string> = { to: To; params: { projectId: string } };
const inProject = <To extends string>(to: To, projectId: string): InProject<To> => ({
  to,
  params: { projectId },
});

/** What the Billing page keeps in its address. */
export type BillingSearch = {
  /** How many credits the top-up form holds. */
  units?: number | undefined;
  /** Present while the review is open: the idempotency key of that review. */
  review?: string | undefined;
  /** Where the page of invoices starts. */
  after?: string | undefined;
};

/** Which dialog of a settings page is open, and about what. */
export type EditSearch = { edit?: string | undefined };
export type ApiKeySearch = { create?: boolean | undefined; revoke?: string | undefined };

/** Where a list continues. */
export type PageSearch = { after?: string | undefined };
/** What the list of leads is narrowed to, and where its page starts. */
export type LeadSearch = PageSearch & {
  process?: string | undefined;
  state?: LeadState | undefined;
  import?: string | undefined;
  q?: string | undefined;
};
/** The process that the upload page begins with. */
export type UploadSearch = { process?: string | undefined };

export type BillingAnchor = 'project-credits' | 'self-serve-top-up' | 'billing-account' | 'billing-invoices';

export const paths = {
  home: () => ({ to: '/' as const }),
  signIn: (redirect?: string) => ({ to: '/sign-in' as const, search: redirect ? { redirect } : {} }),
  dashboard: (projectId: string) => inProject('/projects/$projectId', projectId),
  leads: (projectId: string, search: LeadSearch = {}) => ({
    ...inProject('/projects/$projectId/leads', projectId),
    search,
  }),
  upload: (projectId: string, search: UploadSearch = {}) => ({
    ...inProject('/projects/$projectId/leads/upload', projectId),
    search,
  }),
  imports: (projectId: string, search: PageSearch = {}) => ({
    ...inProject('/projects/$projectId/leads/imports', projectId),
    search,
  }),
  import: (projectId: string, importId: string) => ({
    to: '/projects/$projectId/leads/imports/$importId' as const,
    params: { projectId, importId },
  }),
  settingsProfile: (projectId: string) => inProject('/projects/$projectId/settings/profile', projectId),
  settingsProjects: (projectId: string, search: EditSearch = {}) => ({
    ...inProject('/projects/$projectId/settings/projects', projectId),
    search,
  }),
  billing: (projectId: string, search: BillingSearch = {}, hash?: BillingAnchor) => ({
    ...inProject('/projects/$projectId/settings/billing', projectId),
    search,
    hash: hash ?? '',
  }),
  members: (projectId: string) => inProject('/projects/$projectId/settings/members', projectId),
  apiKeys: (projectId: string, search: ApiKeySearch = {}) => ({
    ...inProject('/projects/$projectId/settings/api-keys', projectId),
    search,
  }),
  organization: (organizationId: string) => ({
    to: '/organizations/$organizationId' as const,
    params: { organizationId },
  }),
};

/** Pages that exist in every project; of anything deeper (one import) only its list does. */
const SAME_PLACE = /^\/projects\/[^/]+((?:\/leads(?:\/upload|\/imports)?|\/settings\/[a-z-]+)?)(?:\/|$)/;

/** The same page in another project; its dashboard where there is no such page. */
export function samePlaceIn(pathname: string, projectId: string): string {
  const place = SAME_PLACE.exec(pathname)?.[1] ?? '';
  return `/projects/${encodeURIComponent(projectId)}${place}`;
}

/** Names of pages in the header's trail, keys of the navigation catalogue. */
export type CrumbName =
  | 'dashboard'
  | 'leads'
  | 'upload'
  | 'imports'
  | 'import'
  | 'accountSettings'
  | 'settings.profile'
  | 'settings.projects'
  | 'settings.billing'
  | 'settings.members'
  | 'settings.apiKeys'
  | 'organizationView';
