import { api, apiUtils } from './api.ts';
import type { Me } from './api-types.ts';
import { usualProject } from './project-view.ts';
import { readSetting, storeSetting, useSetting } from './settings-storage.ts';

const LAST_PROJECT = 'project';
const ME_IS_FRESH_MS = 60_000;

/** Who is signed in. Only below the signed-in route, which has read it. */
export function useMe(): Me {
  return api.people.me.useSuspenseQuery(undefined, { staleTime: ME_IS_FRESH_MS })[0];
}

/** The project "/" goes to; null for somebody without one. */
export async function readUsualProject(): Promise<string | null> {
  return usualProject(await apiUtils.people.me.ensureData(), readSetting(LAST_PROJECT));
}

/** The same, for pages outside a project whose frame still shows one. */
export function useUsualProject(): string | null {
  return usualProject(useMe(), useSetting(LAST_PROJECT));
}

/** Remembers a project that this person can reach as the one to come back to. */
export async function rememberProject(projectId: string): Promise<void> {
  const me = await apiUtils.people.me.ensureData();
  const known = me.organizations.some(({ projects }) => projects.some(({ id }) => id === projectId));
  if (known && readSetting(LAST_PROJECT) !== projectId) storeSetting(LAST_PROJECT, projectId);
}
