import { describe, expect, it } from 'vitest';
import { importPace, keepSamples, type Sample } from './import-rate.ts';

const at = (atMs: number, rowsRead: number): Sample => ({ atMs, rowsRead });

describe('keepSamples', () => {
  it('keeps five seconds and the moment before them', () => {
    const samples = [at(0, 0), at(1_000, 10), at(2_000, 20), at(3_000, 30)];
    expect(keepSamples(samples, at(7_000, 70))).toEqual([at(2_000, 20), at(3_000, 30), at(7_000, 70)]);
  });

  it('begins with the first moment', () => {
    expect(keepSamples([], at(1_000, 10))).toEqual([at(1_000, 10)]);
  });
});

describe('importPace', () => {
  it('says nothing of one moment, or while nothing moves', () => {
    expect(importPace([at(0, 0)], 100, 0)).toBeNull();
    expect(importPace([at(0, 50), at(1_000, 50)], 100, 0)).toBeNull();
  });

  it('gives the rate at once and the rest only after three seconds and 2 %', () => {
    expect(importPace([at(0, 0), at(1_000, 1_150)], 10_000, 0)).toEqual({
      rowsPerSecond: 1_150,
      secondsLeft: null,
    });
    expect(importPace([at(0, 0), at(4_000, 4_600)], 10_000, 0)).toEqual({
      rowsPerSecond: 1_150,
      secondsLeft: 5,
    });
    expect(importPace([at(0, 0), at(4_000, 100)], 10_000, 0)?.secondsLeft).toBeNull();
  });

  it('rounds the rest up to five seconds', () => {
    expect(importPace([at(0, 0), at(4_000, 4_000)], 10_001, 0)?.secondsLeft).toBe(10);
  });

  it('has no rest when all is read', () => {
    expect(importPace([at(0, 0), at(4_000, 100)], 100, 0)?.secondsLeft).toBeNull();
  });
});
