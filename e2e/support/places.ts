import { BLOCKED, type Furniture, PARTIAL, projectNamed } from './furnish.ts';
import type { Demo, DemoUser } from './product.ts';

/** One page in one state, as somebody sees it. */
export interface Place {
  /** Kebab-case: it also names pictures of it. */
  readonly name: string;
  readonly path: (ids: Furniture) => string;
  /** null: nobody is signed in. */
  readonly user: DemoUser | null;
  /** The page's or its open dialog's heading; it is there when the page is. */
  readonly heading: string;
}

/** Every page of the application, and the states of it that an address can name, in a furnished demo. */
export function placesOf(demo: Demo): readonly Place[] {
  const outbound = projectNamed(demo, 'Acme Outbound');
  const renewals = projectNamed(demo, 'Acme Renewals');
  const project = `/projects/${outbound.id}`;
  const settings = `${project}/settings`;
  const as =
    (user: DemoUser | null) =>
    (name: string, path: string | Place['path'], heading: string): Place => ({
      name,
      path: typeof path === 'string' ? () => path : path,
      user,
      heading,
    });
  const owner = as('owner');
  return [
    as(null)('sign-in', '/sign-in', 'Sign in'),
    owner('dashboard', project, 'Dashboard'),
    owner('dashboard-first-use', `/projects/${renewals.id}`, 'Dashboard'),
    owner('leads', `${project}/leads`, 'Leads'),
    owner('leads-none', `/projects/${renewals.id}/leads`, 'Leads'),
    owner('leads-no-match', `${project}/leads?q=nobody`, 'Leads'),
    owner('upload', `${project}/leads/upload`, 'Upload Leads'),
    owner('imports', `${project}/leads/imports`, 'Imports'),
    owner('import', ({ importId }) => `${project}/leads/imports/${importId}`, PARTIAL),
    owner('import-blocked', ({ blockedImportId }) => `${project}/leads/imports/${blockedImportId}`, BLOCKED),
    owner('profile', `${settings}/profile`, 'Profile'),
    owner('projects', `${settings}/projects`, 'Projects'),
    owner('edit-project', `${settings}/projects?edit=${outbound.id}`, 'Edit project'),
    owner('billing', `${settings}/billing`, 'Billing'),
    owner('review-payment', `${settings}/billing?units=5&review=look`, 'Review Payment'),
    owner('members', `${settings}/members`, 'Members'),
    owner('api-keys', `${settings}/api-keys`, 'API keys'),
    owner('create-api-key', `${settings}/api-keys?create=true`, 'Create API key'),
    owner('organization', `/organizations/${outbound.organizationId}`, 'Organization View'),
    owner('not-found', '/no/such/page', 'There is nothing here'),
    as('operator')('billing-operator', `${settings}/billing`, 'Billing'),
    as('viewer')('leads-viewer', `${project}/leads`, 'Leads'),
    as('viewer')('import-viewer', ({ importId }) => `${project}/leads/imports/${importId}`, PARTIAL),
    as('viewer')('upload-viewer', `${project}/leads/upload`, 'Upload Leads'),
  ];
}

/** How a page is looked at. */
export interface Form {
  readonly name: string;
  readonly theme: 'light' | 'dark';
  readonly viewport: { readonly width: number; readonly height: number };
}

export const WIDE = { width: 1440, height: 900 };
/** A phone, the narrowest that is still sold. */
export const NARROW = { width: 360, height: 740 };

export const FORMS: readonly Form[] = [
  { name: 'light-1440', theme: 'light', viewport: WIDE },
  { name: 'dark-1440', theme: 'dark', viewport: WIDE },
  { name: 'light-360', theme: 'light', viewport: NARROW },
  { name: 'dark-360', theme: 'dark', viewport: NARROW },
];
