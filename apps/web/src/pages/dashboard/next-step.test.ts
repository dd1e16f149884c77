import { describe, expect, it } from 'vitest';
import type { ImportItem } from '../../api-types.ts';
import { nextStep } from './next-step.ts';

const healthy = { available: 100, debt: 0, status: 'healthy', lowThreshold: null } as const;
const exhausted = { ...healthy, available: 0, status: 'exhausted' } as const;

const done: ImportItem = {
  id: 'imp_1',
  status: 'completed',
  fileName: 'april.csv',
  rows: 4,
  accepted: 4,
  failed: 0,
  duplicates: 0,
  creditsReserved: 4,
  creditsConsumed: 4,
  creditsReleased: 0,
  createdAt: '2026-04-07T04:37:00.000Z',
  finishedAt: '2026-04-07T04:37:02.000Z',
  processId: 'prc_1',
  processName: 'Testing Process',
  initialize: true,
  uploadedBy: 'Asha',
  rowsRead: 4,
  startsAt: null,
  error: null,
};

describe('nextStep', () => {
  it('says to upload when there are credits and nothing is open', () => {
    expect(nextStep(healthy, [])).toEqual({ kind: 'ready' });
    expect(nextStep(healthy, [done])).toEqual({ kind: 'ready' });
  });

  it('puts a debt before everything', () => {
    const owing = { ...exhausted, debt: 1_200 };
    expect(nextStep(owing, [{ ...done, status: 'processing' }])).toEqual({ kind: 'debt', debt: 1_200 });
  });

  it('names what a blocked file is short of', () => {
    const blocked: ImportItem = { ...done, status: 'blocked' };
    expect(nextStep({ ...healthy, available: 1, status: 'healthy' }, [blocked])).toMatchObject({
      kind: 'waiting',
      fileName: 'april.csv',
      shortage: 3,
    });
  });

  it('forgets a blocked file once the credits are there', () => {
    expect(nextStep(healthy, [{ ...done, status: 'blocked' }])).toEqual({ kind: 'ready' });
  });

  it('asks for credits at 0, but not while an import still holds them', () => {
    expect(nextStep(exhausted, [done])).toEqual({ kind: 'exhausted' });
    expect(nextStep(exhausted, [{ ...done, status: 'processing' }])).toMatchObject({ kind: 'running' });
  });

  it('points to the failed rows of the newest import only', () => {
    const failed: ImportItem = { ...done, accepted: 3, failed: 1 };
    expect(nextStep(healthy, [failed])).toMatchObject({ kind: 'failedRows', failed: 1 });
    expect(nextStep(healthy, [done, failed])).toEqual({ kind: 'ready' });
  });

  it('warns at the threshold', () => {
    const low = { available: 40, debt: 0, status: 'low', lowThreshold: 50 } as const;
    expect(nextStep(low, [done])).toEqual({ kind: 'low', available: 40, threshold: 50 });
  });
});
