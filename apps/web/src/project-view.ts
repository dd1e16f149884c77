import { allows, RIGHTS, type Right, type Role, type Standing } from '@lead-credits/contract';
import type { Me } from './api-types.ts';

/** A project as the signed-in person stands towards it. */
export type ProjectView = {
  id: string;
  /** Empty for platform staff until the overview has said it. */
  name: string;
  /** null for platform staff who look at a customer's project. */
  organization: { id: string; name: string } | null;
  standing: Standing;
};

/** The project with this id, or null when this person cannot reach it. */
export function projectOf(me: Me, projectId: string): ProjectView | null {
  for (const organization of me.organizations) {
    const project = organization.projects.find((candidate) => candidate.id === projectId);
    if (!project) continue;
    const { id, name, role } = organization;
    return { ...project, organization: { id, name }, standing: { kind: 'member', role } };
  }
  return me.user.isStaff
    ? { id: projectId, name: '', organization: null, standing: { kind: 'staff' } }
    : null;
}

/** Where "/" goes: the project last opened in this browser, else the first; null without any. */
export function usualProject(me: Me, lastProjectId: string | null): string | null {
  const all = me.organizations.flatMap((organization) => organization.projects);
  return all.find((project) => project.id === lastProjectId)?.id ?? all[0]?.id ?? null;
}

/** True when this person may do that in the project. The server decides again. */
export function can(project: ProjectView, right: Right): boolean {
  return allows(project.standing, right);
}

/** The roles that have a right, most powerful first. */
export function rolesWith(right: Right): readonly Role[] {
  return RIGHTS[right].roles;
}
