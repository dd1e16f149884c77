import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { apiUtils } from './api.ts';
import { readError } from './app-error.ts';
import { CrashPage } from './components/crash-page.tsx';
import { NotFound } from './components/not-found.tsx';
import { AppLayout } from './layouts/app-layout.tsx';
import { leadSearch, pageSearch, uploadSearch } from './leads-search.ts';
import { paths } from './paths.ts';
import { readUsualProject, rememberProject } from './people.ts';
import { apiKeySearch, billingSearch, editSearch, redirectIn } from './search.ts';

/** Every page of the application. A page's folder under pages/ is its address; each is loaded when it is opened. */
const root = createRootRoute({ component: Outlet, errorComponent: CrashPage, notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: redirectIn,
  component: lazyRouteComponent(() => import('./pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    try {
      await apiUtils.people.me.ensureData();
    } catch (error) {
      if (readError(error).code === 'UNAUTHENTICATED') throw redirect(paths.signIn(location.href));
      throw error;
    }
  },
  component: AppLayout,
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: async () => {
    const projectId = await readUsualProject();
    if (projectId) throw redirect({ ...paths.dashboard(projectId), replace: true });
  },
  component: lazyRouteComponent(() => import('./pages/no-projects-page.tsx'), 'NoProjectsPage'),
});

const project = createRoute({
  getParentRoute: () => signedIn,
  path: '/projects/$projectId',
  beforeLoad: ({ params }) => rememberProject(params.projectId),
  component: Outlet,
});

const dashboard = createRoute({
  getParentRoute: () => project,
  path: '/',
  staticData: { crumb: 'dashboard' },
  component: lazyRouteComponent(() => import('./pages/dashboard/dashboard-page.tsx'), 'DashboardPage'),
});

const leadsSection = createRoute({
  getParentRoute: () => project,
  path: 'leads',
  staticData: { crumb: 'leads' },
  component: Outlet,
});
const leads = createRoute({
  getParentRoute: () => leadsSection,
  path: '/',
  validateSearch: leadSearch,
  component: lazyRouteComponent(() => import('./pages/leads/leads-page.tsx'), 'LeadsPage'),
});
const upload = createRoute({
  getParentRoute: () => leadsSection,
  path: 'upload',
  validateSearch: uploadSearch,
  staticData: { crumb: 'upload' },
  component: lazyRouteComponent(() => import('./pages/leads/upload-page.tsx'), 'UploadPage'),
});
const importsSection = createRoute({
  getParentRoute: () => leadsSection,
  path: 'imports',
  staticData: { crumb: 'imports' },
  component: Outlet,
});
const imports = createRoute({
  getParentRoute: () => importsSection,
  path: '/',
  validateSearch: pageSearch,
  component: lazyRouteComponent(() => import('./pages/leads/imports-page.tsx'), 'ImportsPage'),
});
const oneImport = createRoute({
  getParentRoute: () => importsSection,
  path: '$importId',
  staticData: { crumb: 'import' },
  component: lazyRouteComponent(() => import('./pages/leads/import-page.tsx'), 'ImportPage'),
});

const settings = createRoute({
  getParentRoute: () => project,
  path: 'settings',
  staticData: { crumb: 'accountSettings' },
  component: lazyRouteComponent(() => import('./layouts/settings-layout.tsx'), 'SettingsLayout'),
});
const settingsIndex = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ ...paths.settingsProfile(params.projectId), replace: true });
  },
});
const profile = createRoute({
  getParentRoute: () => settings,
  path: 'profile',
  staticData: { crumb: 'settings.profile' },
  component: lazyRouteComponent(() => import('./pages/settings/profile/profile-page.tsx'), 'ProfilePage'),
});
const projects = createRoute({
  getParentRoute: () => settings,
  path: 'projects',
  validateSearch: editSearch,
  staticData: { crumb: 'settings.projects' },
  component: lazyRouteComponent(() => import('./pages/settings/projects/projects-page.tsx'), 'ProjectsPage'),
});
const billing = createRoute({
  getParentRoute: () => settings,
  path: 'billing',
  validateSearch: billingSearch,
  staticData: { crumb: 'settings.billing' },
  component: lazyRouteComponent(() => import('./pages/settings/billing/billing-page.tsx'), 'BillingPage'),
});
const members = createRoute({
  getParentRoute: () => settings,
  path: 'members',
  staticData: { crumb: 'settings.members' },
  component: lazyRouteComponent(() => import('./pages/settings/members/members-page.tsx'), 'MembersPage'),
});
const apiKeys = createRoute({
  getParentRoute: () => settings,
  path: 'api-keys',
  validateSearch: apiKeySearch,
  staticData: { crumb: 'settings.apiKeys' },
  component: lazyRouteComponent(() => import('./pages/settings/api-keys/api-keys-page.tsx'), 'ApiKeysPage'),
});

const organization = createRoute({
  getParentRoute: () => signedIn,
  path: '/organizations/$organizationId',
  staticData: { crumb: 'organizationView' },
  component: lazyRouteComponent(
    () => import('./pages/organization/organization-page.tsx'),
    'OrganizationPage',
  ),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    signedIn.addChildren([
      home,
      project.addChildren([
        dashboard,
        leadsSection.addChildren([leads, upload, importsSection.addChildren([imports, oneImport])]),
        settings.addChildren([settingsIndex, profile, projects, billing, members, apiKeys]),
      ]),
      organization,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: CrashPage,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

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

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    crumb?: CrumbName;
  }
}
