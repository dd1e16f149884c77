import { describe, expect, it } from 'vitest';
import { samePlaceIn } from './paths.ts';

describe('samePlaceIn', () => {
  it.each([
    ['/projects/prj_1', '/projects/prj_2'],
    ['/projects/prj_1/', '/projects/prj_2'],
    ['/projects/prj_1/leads', '/projects/prj_2/leads'],
    ['/projects/prj_1/leads/upload', '/projects/prj_2/leads/upload'],
    ['/projects/prj_1/settings/api-keys', '/projects/prj_2/settings/api-keys'],
  ])('keeps the page %s', (from, to) => {
    expect(samePlaceIn(from, 'prj_2')).toBe(to);
  });

  it('goes to the list from one import, which another project has not', () => {
    expect(samePlaceIn('/projects/prj_1/leads/imports/imp_9', 'prj_2')).toBe('/projects/prj_2/leads/imports');
  });

  it('goes to the dashboard from pages outside a project', () => {
    expect(samePlaceIn('/organizations/org_1', 'prj_2')).toBe('/projects/prj_2');
  });
});
