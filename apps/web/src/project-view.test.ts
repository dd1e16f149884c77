import { describe, expect, it } from 'vitest';
import type { Me } from './api-types.ts';
import { can, projectOf, rolesWith, usualProject } from './project-view.ts';

const me: Me = {
  user: { id: 'usr_1', name: 'Asha', email: 'asha@acme.in', isStaff: false },
  organizations: [
    { id: 'org_1', name: 'Acme', role: 'finance', projects: [{ id: 'prj_1', name: 'Outbound' }] },
    { id: 'org_2', name: 'Bharat', role: 'viewer', projects: [{ id: 'prj_2', name: 'Main' }] },
  ],
};

describe('projectOf', () => {
  it('stands with the role of that organisation', () => {
    const outbound = projectOf(me, 'prj_1');
    const main = projectOf(me, 'prj_2');
    expect(outbound && can(outbound, 'billing.write')).toBe(true);
    expect(main && can(main, 'billing.write')).toBe(false);
  });

  it('does not know a project of somebody else', () => {
    expect(projectOf(me, 'prj_9')).toBeNull();
  });

  it('lets staff look at any project and change no billing there', () => {
    const seen = projectOf({ user: { ...me.user, isStaff: true }, organizations: [] }, 'prj_9');
    expect(seen && can(seen, 'billing.read')).toBe(true);
    expect(seen && can(seen, 'billing.write')).toBe(false);
  });
});

describe('usualProject', () => {
  it('is the first project where none was opened before', () => {
    expect(usualProject(me, null)).toBe('prj_1');
  });

  it('is the one opened last, unless it is out of reach now', () => {
    expect(usualProject(me, 'prj_2')).toBe('prj_2');
    expect(usualProject(me, 'prj_9')).toBe('prj_1');
  });

  it('is null for somebody without a project', () => {
    expect(usualProject({ ...me, organizations: [] }, 'prj_1')).toBeNull();
  });
});

describe('rolesWith', () => {
  it('names who can pay', () => {
    expect(rolesWith('billing.write')).toEqual(['owner', 'admin', 'finance']);
  });
});
