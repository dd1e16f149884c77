import { describe, expect, it } from 'vitest';
import { type TenantKeys, unboundTables } from './unbound-tables.ts';

const keys: TenantKeys = new Map([
  ['app.account', ['id', 'project_id']],
  ['app.entry', ['account_id']],
  ['app.lead', ['project_id']],
  ['app.member', ['organization_id', 'user_id']],
  ['app.member_project', ['project_id']],
  ['app.payment', []],
  ['app.process', ['project_id']],
  ['app.project', ['id', 'organization_id']],
  ['app.top_up', ['project_id']],
]);

describe('a statement is held to its tenant', () => {
  it.each([
    [
      'a parameter',
      'select id from app.lead where project_id = $1::uuid and id < $2::uuid order by id limit 5',
    ],
    ['a list of parameters', 'select seq from app.account where id = any($1::uuid[])'],
    [
      'a table that is held',
      'select 1 from app.account a join app.project p on p.id = a.project_id where p.id = $1',
    ],
    [
      'the row it is referred to by',
      'select 1 from app.top_up t left join app.payment p on p.top_up_id = t.id where t.project_id = $1',
    ],
    [
      'a table before an outer join',
      'select 1 from app.project p join app.account a on a.project_id = p.id left join app.member m on m.organization_id = p.organization_id where a.id = $1',
    ],
    [
      'a common table',
      'with held as (select id from app.account where id = $1 for update) update app.account a set seq = 1 from held h where a.id = h.id',
    ],
    [
      'the outer query',
      'select 1 from app.project p where p.id = $1 and exists (select from app.lead l where l.project_id = p.id)',
    ],
    [
      'a subquery in the list',
      'select (select count(*) from app.top_up t where t.project_id = p.id) from app.project p where p.id = $1',
    ],
    [
      'a subquery it joins',
      'update app.project p set name = $2 from (select id from app.project where id = $1 for update) b where p.id = b.id',
    ],
    [
      'brackets around conditions',
      "select 1 from app.lead where (project_id = $1 and (state = 'a' or state = 'b'))",
    ],
    [
      'the columns it writes',
      'insert into app.entry (account_id, seq) values ($1, $2) on conflict do nothing',
    ],
    ['no table of a tenant', "select 1 from app.seller where name = 'from app' and x is distinct from $1"],
    [
      'both arms of a union',
      'select 1 from app.lead where project_id = $1 union all select 2 from app.lead where project_id = $1',
    ],
  ])('by %s', (_name, text) => {
    expect(unboundTables(text, keys)).toEqual([]);
  });
});

describe('a statement that reaches beyond a tenant is found', () => {
  it.each([
    ['without a condition', 'select * from app.lead', ['app.lead']],
    ['by its own id alone', 'select * from app.lead where id = $1', ['app.lead']],
    [
      'with an OR beside the condition',
      "select * from app.lead where project_id = $1 or state = 'x'",
      ['app.lead'],
    ],
    [
      'with an OR inside brackets',
      'select * from app.lead where (project_id = $1 or $1 is null)',
      ['app.lead'],
    ],
    ['with another comparison', 'select * from app.lead where project_id <> $1', ['app.lead']],
    ['with a condition in the list only', 'select project_id = $1 as same from app.lead', ['app.lead']],
    ['by what it sets', 'update app.account set project_id = $1 where seq = $2', ['app.account']],
    [
      'in a subquery',
      'select 1 from app.project p where p.id = $1 and exists (select from app.lead)',
      ['app.lead'],
    ],
    [
      'in a common table',
      'with x as (select id from app.account) select 1 from app.project where id = $1',
      ['app.account'],
    ],
    [
      'in one arm of a union',
      'select 1 from app.lead where project_id = $1 union select 1 from app.lead',
      ['app.lead'],
    ],
    [
      'through a common table of parameters',
      'with x as (select $1::uuid as id) select 1 from app.top_up t join x on x.id = t.id',
      ['app.top_up'],
    ],
    [
      'through the ON of an outer join',
      'select 1 from app.project p left join app.member m on p.id = $1',
      ['app.project', 'app.member'],
    ],
    ['beside a held one', 'select 1 from app.project p, app.lead l where p.id = $1', ['app.lead']],
    [
      'by a column of an unknown table',
      'select 1 from app.lead, app.process where project_id = $1',
      ['app.lead', 'app.process'],
    ],
    [
      'by the id of an unheld row',
      'select 1 from app.top_up t join app.payment p on p.top_up_id = t.id where t.id = $1',
      ['app.top_up', 'app.payment'],
    ],
    ['by what an insert does not name', 'insert into app.entry (seq) values ($1)', ['app.entry']],
    ['by deleting', 'delete from app.member_project', ['app.member_project']],
  ])('%s', (_name, text, tables) => {
    expect(unboundTables(text, keys)).toEqual(tables);
  });

  it('says so where it cannot read the statement', () => {
    expect(unboundTables('table app.lead', keys)).toEqual(['1 not understood']);
    const joined =
      'select 1 from app.lead l full join app.process p on p.id = l.process_id where l.project_id = $1';
    expect(unboundTables(joined, keys)).toEqual(['a right or full join']);
  });
});
