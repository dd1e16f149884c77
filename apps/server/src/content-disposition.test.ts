import { describe, expect, it } from 'vitest';
import { attachment } from './content-disposition.ts';

describe('the name of a download', () => {
  it.each([
    ['leads.csv', `attachment; filename="leads.csv"; filename*=UTF-8''leads.csv`],
    ['a "b".csv', `attachment; filename="a _b_.csv"; filename*=UTF-8''a%20%22b%22.csv`],
    ['सूची.csv', `attachment; filename=".csv"; filename*=UTF-8''%E0%A4%B8%E0%A5%82%E0%A4%9A%E0%A5%80.csv`],
    ["it's (1).csv", `attachment; filename="it's (1).csv"; filename*=UTF-8''it%27s%20%281%29.csv`],
    ['', `attachment; filename="file"; filename*=UTF-8''`],
  ])('%j', (name, header) => {
    expect(attachment(name)).toBe(header);
  });

  it.each(['a\r\nSet-Cookie: x=1.csv', 'a\0.csv', '\ud800.csv', '\u202egpj.csv'])(
    '%j stays one header',
    (name) => {
      const header = attachment(name);
      expect(header).toMatch(/^[\x20-\x7e]+$/);
      expect(() => new Headers({ 'Content-Disposition': header })).not.toThrow();
    },
  );
});
