import type { Runner } from '../statement.ts';

type Line = { line: string };

const OURS = `n.nspname in ('app', 'auth')`;

/** One query per part; each gives lines in a stable order. The embedded binaries hold no pg_dump. */
const PARTS: readonly { title: string; text: string }[] = [
  {
    title: 'Enums',
    text: `select format('create type %s.%s as enum (%s);', n.nspname, t.typname,
        (select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid)) as line
      from pg_type t join pg_namespace n on n.oid = t.typnamespace where ${OURS} and t.typtype = 'e'
      order by n.nspname, t.typname`,
  },
  {
    title: 'Tables',
    text: `select format(E'create table %s.%I (\\n%s\\n)%s;\\n', n.nspname, c.relname, (
          select string_agg('  ' || part, E',\\n' order by kind, position) from (
            select 1 as kind, a.attnum::int as position, format('%I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
              case when a.attnotnull then ' not null' else '' end,
              coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as part
            from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            union all
            select 2, row_number() over (order by k.contype, k.conname)::int,
              format('constraint %I %s', k.conname, pg_get_constraintdef(k.oid))
            from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'c', 'f')) parts),
        coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '')) as line
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relkind = 'r'
      order by n.nspname, c.relname`,
  },
  {
    title: 'Indexes that no constraint makes',
    text: `select pg_get_indexdef(i.indexrelid) || ';' as line
      from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))
      order by n.nspname, c.relname`,
  },
  {
    title: "Rights of the application's role",
    text: `select format('grant %s on %s.%I to app;', lower(string_agg(distinct privilege_type, ', ')), table_schema, table_name) as line
      from information_schema.table_privileges where grantee = 'app' and table_schema in ('app', 'auth')
      group by table_schema, table_name
      union all
      select format('grant update (%s) on %s.%I to app;', string_agg(quote_ident(p.column_name), ', ' order by p.column_name),
        p.table_schema, p.table_name)
      from information_schema.column_privileges p
      where p.grantee = 'app' and p.privilege_type = 'UPDATE' and not exists (
        select from information_schema.table_privileges t where t.grantee = 'app' and t.privilege_type = 'UPDATE'
          and t.table_schema = p.table_schema and t.table_name = p.table_name)
      group by p.table_schema, p.table_name
      order by 1`,
  },
];

/** The migrated schema as readable SQL: tables with their constraints, indexes, rights. The file to read first. */
export async function dumpSchema(runner: Runner): Promise<string> {
  const parts: string[] = [
    '-- The schema after all migrations. Written by `pnpm db:schema`; a test compares it.\n',
  ];
  for (const { title, text } of PARTS) {
    const rows = await runner.run<Line>({ name: '', text, values: [] });
    parts.push(`-- ${title}\n${rows.map(({ line }) => line).join('\n')}\n`);
  }
  return parts.join('\n');
}
