import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { apiUtils } from './api.ts';
import { readError } from './app-error.ts';
import { CrashPage } from './components/crash-page.tsx';
import { NotFound, NotFoundPage } from './components/not-found.tsx';
import { leadSearch, pageSearch, uploadSearch } from './leads-search.ts';
import { type CrumbName, paths } from './paths.ts';
import { readUsualProject, rememberProject } from './people.ts';
import { apiKeySearch, billingSearch, editSearch, redirectIn } from './search.ts';
import { loadWords, type WordArea } from './words.ts';

/** A page and the words it says; both are loaded when it is opened. */
function page<Module extends Record<string, ComponentType>, Name extends keyof Module>(
  load: () => Promise<Module>,
  name: Name,
  ...areas: WordArea[]
): ReturnType<typeof lazyRouteComponent<Module, Name>> {
  return lazyRouteComponent(async () => (await Promise.all([load(), ...areas.map(loadWords)]))[0], name);
}

/** Every page of the application. A page's folder under pages/ is its address; each is loaded when it is opened. */
const root = createRootRoute({
  component: Outlet,
  errorComponent: CrashPage,
  notFoundComponent: NotFoundPage,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: redirectIn,
  component: page(() => import('./pages/sign-in/sign-in-page.tsx'), 'SignInPage', 'session'),
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
  component: page(() => import('./layouts/app-layout.tsx'), 'AppLayout'),
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: async () => {
    const projectId = await readUsualProject();
    if (projectId) throw redirect({ ...paths.dashboard(projectId), replace: true });
  },
  component: page(() => import('./pages/no-projects-page.tsx'), 'NoProjectsPage'),
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
  component: page(
    () => import('./pages/dashboard/dashboard-page.tsx'),
    'DashboardPage',
    'dashboard',
    'payment',
  ),
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
  component: page(() => import('./pages/leads/leads-page.tsx'), 'LeadsPage', 'leads'),
});
const upload = createRoute({
  getParentRoute: () => leadsSection,
  path: 'upload',
  validateSearch: uploadSearch,
  staticData: { crumb: 'upload' },
  component: page(() => import('./pages/leads/upload-page.tsx'), 'UploadPage', 'leads'),
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
  component: page(() => import('./pages/leads/imports-page.tsx'), 'ImportsPage', 'leads'),
});
const oneImport = createRoute({
  getParentRoute: () => importsSection,
  path: '$importId',
  staticData: { crumb: 'import' },
  component: page(() => import('./pages/leads/import-page.tsx'), 'ImportPage', 'leads'),
});

const settings = createRoute({
  getParentRoute: () => project,
  path: 'settings',
  staticData: { crumb: 'accountSettings' },
  component: page(() => import('./layouts/settings-layout.tsx'), 'SettingsLayout'),
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
  component: page(() => import('./pages/settings/profile/profile-page.tsx'), 'ProfilePage', 'settings'),
});
const projects = createRoute({
  getParentRoute: () => settings,
  path: 'projects',
  validateSearch: editSearch,
  staticData: { crumb: 'settings.projects' },
  component: page(() => import('./pages/settings/projects/projects-page.tsx'), 'ProjectsPage', 'settings'),
});
const billing = createRoute({
  getParentRoute: () => settings,
  path: 'billing',
  validateSearch: billingSearch,
  staticData: { crumb: 'settings.billing' },
  component: page(
    () => import('./pages/settings/billing/billing-page.tsx'),
    'BillingPage',
    'billing',
    'payment',
  ),
});
const members = createRoute({
  getParentRoute: () => settings,
  path: 'members',
  staticData: { crumb: 'settings.members' },
  component: page(() => import('./pages/settings/members/members-page.tsx'), 'MembersPage', 'settings'),
});
const apiKeys = createRoute({
  getParentRoute: () => settings,
  path: 'api-keys',
  validateSearch: apiKeySearch,
  staticData: { crumb: 'settings.apiKeys' },
  component: page(() => import('./pages/settings/api-keys/api-keys-page.tsx'), 'ApiKeysPage', 'settings'),
});

const organization = createRoute({
  getParentRoute: () => signedIn,
  path: '/organizations/$organizationId',
  staticData: { crumb: 'organizationView' },
  component: page(() => import('./pages/organization/organization-page.tsx'), 'OrganizationPage', 'settings'),
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

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    crumb?: CrumbName;
  }
}
