import type { Right } from '@lead-credits/contract';
import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import { can, type ProjectView } from '../project-view.ts';

const ProjectContext = createContext<ProjectView | null>(null);

/** Set by the frame, around every page. */
export function ProjectProvider(props: { project: ProjectView | null; children: ReactNode }): ReactElement {
  return <ProjectContext value={props.project}>{props.children}</ProjectContext>;
}

/** The project a page is about. Throws outside `/projects/:projectId`, where there may be none. */
export function useProject(): ProjectView {
  const project = useContext(ProjectContext);
  if (!project) throw new Error('no project on this page');
  return project;
}

/** The project the frame shows, also on pages that are about none. */
export function useFrameProject(): ProjectView | null {
  return useContext(ProjectContext);
}

/** Whether the signed-in person may do that in this project. */
export function useCan(right: Right): boolean {
  return can(useProject(), right);
}
