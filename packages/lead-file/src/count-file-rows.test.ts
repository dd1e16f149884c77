import { describe, expect, test } from 'vitest';
import { countFileRows } from './count-file-rows.ts';
import { encode, refusalOf, TESTING_PROCESS } from './testing/lead-files.ts';

function blob(text: string): Blob {
  return new Blob([encode(text, 'utf-8').slice()]);
}

describe('rows counted before a file is sent', () => {
  test('exactly, with what is skipped and which columns were found', async () => {
    const text = 'S.No,Name,Phone\n1,Ramesh,9876543210\n2,,\n3,Sita,bad\n,Total,\n4,,\n';
    expect(await countFileRows(blob(text), TESTING_PROCESS)).toMatchObject({
      rows: 3,
      skipped: 2,
      isExact: true,
      header: ['S.No', 'Name', 'Phone'],
      mapping: { ok: true },
    });
  });

  test('a missing column is said, and rows are still counted by what was found', async () => {
    expect(await countFileRows(blob('Phone\n9876543210\n'), TESTING_PROCESS)).toMatchObject({
      rows: 1,
      mapping: { ok: false, missing: [{ column: 'name' }] },
    });
  });

  test('a missing column is said before missing rows, as the server does', async () => {
    for (const text of ['foo,bar\n1,2\n', 'Phone\n']) {
      expect(await countFileRows(blob(text), TESTING_PROCESS)).toMatchObject({
        rows: 0,
        mapping: { ok: false },
      });
    }
  });

  test('by projection beyond the given size, within two in a hundred', async () => {
    const text = `Name,Phone\n${'Ramesh Kumar of Pune,9876543210\n'.repeat(200_000)}`;
    const { rows, isExact } = await countFileRows(blob(text), TESTING_PROCESS, 1_000);
    expect(isExact).toBe(false);
    expect(Math.abs(rows - 200_000)).toBeLessThan(4_000);
  });

  test('a file that the server would refuse is refused alike', async () => {
    expect(await refusalOf(countFileRows(blob('%PDF-1.7'), TESTING_PROCESS))).toEqual({
      code: 'UNSUPPORTED_FILE',
      reason: 'pdf',
    });
    expect(await refusalOf(countFileRows(blob('Name,Phone\n'), TESTING_PROCESS))).toEqual({
      code: 'FILE_UNREADABLE',
      reason: 'no_rows',
    });
    expect(await refusalOf(countFileRows(blob(''), TESTING_PROCESS))).toEqual({
      code: 'FILE_UNREADABLE',
      reason: 'empty',
    });
  });
});
