import { Outlet, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api.ts';
import { NotFound } from '../components/not-found.tsx';
import { useMe, useUsualProject } from '../people.ts';
import { type ProjectView, projectOf } from '../project-view.ts';
import { Header } from './header.tsx';
import { LiveCredits } from './live-credits.tsx';
import { ProjectProvider } from './project-context.tsx';
import { Sidebar } from './sidebar.tsx';

const MAIN_ID = 'main';

/** The frame of every signed-in page: sidebar, header, content. */
export function AppLayout(): ReactElement {
  const { t } = useTranslation('navigation');
  const { projectId } = useParams({ strict: false });
  const project = useFrame(projectId);
  return (
    <ProjectProvider project={project}>
      <LiveCredits projectId={project?.id ?? null}>
        <a
          href={`#${MAIN_ID}`}
          className="sr-only rounded-control bg-primary px-3 py-2 text-on-primary focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-toast"
        >
          {t('skip')}
        </a>
        <div className="flex min-h-svh">
          <Sidebar />
          <div className="flex min-w-0 flex-1 flex-col">
            <Header />
            <main
              id={MAIN_ID}
              tabIndex={-1}
              className="flex min-w-0 flex-1 flex-col px-4 pt-6 pb-12 md:px-6 wide:px-8"
            >
              {projectId && !project ? <NotFound /> : <Outlet />}
            </main>
          </div>
        </div>
      </LiveCredits>
    </ProjectProvider>
  );
}

/** The project of the address; on pages outside a project the one last opened. */
function useFrame(projectId: string | undefined): ProjectView | null {
  const me = useMe();
  const usual = useUsualProject();
  const shown = projectId ?? usual;
  const project = shown ? projectOf(me, shown) : null;
  // Staff are no members: what a customer's project is called stands in its overview only.
  const overview = api.credits.overview.useQuery(
    { projectId: shown ?? '' },
    { enabled: project?.standing.kind === 'staff' },
  );
  return project && { ...project, name: project.name || (overview.data?.projectName ?? '') };
}
