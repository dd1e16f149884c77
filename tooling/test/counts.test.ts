import { describe, expect, it } from 'vitest';
import {
  believe,
  CRASHED,
  countPlaywright,
  countVitest,
  lastLine,
  type PlaywrightReport,
  sum,
  type VitestReport,
} from './counts.ts';

const vitest = (change: Partial<VitestReport>): VitestReport => ({
  success: true,
  numPassedTests: 0,
  numFailedTests: 0,
  testResults: [],
  ...change,
});

const playwright = (expected: number, unexpected: number, flaky: number): PlaywrightReport => ({
  stats: { expected, unexpected, flaky },
  errors: [],
});

describe('counting a suite', () => {
  it('adds up what vitest says', () => {
    expect(countVitest(vitest({ numPassedTests: 5, numFailedTests: 2 }))).toEqual({ passed: 5, failed: 2 });
  });

  it('counts a test file that could not be loaded as one failure', () => {
    const broken = { status: 'failed', assertionResults: [] };
    const failed = { status: 'failed', assertionResults: [{}] };
    const report = vitest({ numPassedTests: 5, numFailedTests: 1, testResults: [broken, failed] });
    expect(countVitest(report)).toEqual({ passed: 5, failed: 2 });
  });

  it('counts a browser test that needed a second try as failed', () => {
    expect(countPlaywright(playwright(3, 1, 1))).toEqual({ passed: 3, failed: 2 });
  });

  it('counts an error outside the browser tests as failed', () => {
    expect(countPlaywright({ ...playwright(3, 0, 0), errors: [{}] })).toEqual({ passed: 3, failed: 1 });
  });
});

describe('believing a suite', () => {
  it('takes its word when it ended well', () => {
    expect(believe({ passed: 3, failed: 0 }, 0)).toEqual({ passed: 3, failed: 0 });
    expect(believe({ passed: 3, failed: 1 }, 1)).toEqual({ passed: 3, failed: 1 });
  });

  it('fails one that ran nothing', () => {
    expect(believe({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('fails one that ended badly with every test green', () => {
    expect(believe({ passed: 3, failed: 0 }, 1)).toEqual({ passed: 3, failed: 1 });
  });
});

describe('the last line', () => {
  it('says how many passed and failed over all suites', () => {
    expect(lastLine(sum([{ passed: 6, failed: 0 }, CRASHED, { passed: 400, failed: 1 }]))).toBe(
      '406 passed, 2 failed',
    );
  });
});
