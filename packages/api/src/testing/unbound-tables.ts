import { type Query, readStatement, type Side, type Table } from './read-query.ts';

/** The columns that name the tenant of a table: `account_id`, or of `app.project` its `id` and `organization_id`. */
export type TenantKeys = ReadonlyMap<string, readonly string[]>;

type Scope = { query: Query; parent: Scope | undefined; bound: Set<Table> };

/**
 * The tables of tenants that a statement touches without holding them to one: by `key = $n`, by the key of a table
 * that is held, or as the row that such a table refers to by id. A table that was not understood counts as unbound.
 */
export function unboundTables(text: string, keys: TenantKeys): string[] {
  const found: string[] = [];
  const queries = readStatement(text);
  for (const query of queries) inspect({ query, parent: undefined, bound: new Set() }, keys, found);
  if (/\b(?:right|full)\s+(?:outer\s+)?join\b/i.test(text)) found.push('a right or full join');
  const understood = queries.flatMap(allTables).filter(({ name }) => keys.has(name)).length;
  const named = [...text.matchAll(/(?<!::\s*)\b(app\.\w+)\b(?!\s*\.)/g)].filter(([, name = '']) =>
    keys.has(name),
  );
  if (named.length !== understood) found.push(`${named.length - understood} not understood`);
  return found;
}

function allTables(query: Query): Table[] {
  return [...query.tables, ...query.nested.flatMap(allTables)];
}

function inspect(scope: Scope, keys: TenantKeys, found: string[]): void {
  const { query } = scope;
  for (let before = -1; before < scope.bound.size; ) {
    before = scope.bound.size;
    for (const table of query.tables) if (isBound(table, scope, keys)) scope.bound.add(table);
  }
  for (const table of query.tables)
    if (keys.has(table.name) && !scope.bound.has(table)) found.push(table.name);
  for (const nested of query.nested) inspect({ query: nested, parent: scope, bound: new Set() }, keys, found);
}

function isBound(table: Table, scope: Scope, keys: TenantKeys): boolean {
  const own = keys.get(table.name);
  if (!own) return touchesTenants(table, scope.query.ctes, keys);
  if (table.columns) return table.columns.some((column) => own.includes(column));
  return scope.query.equalities.some(({ left, right, only }) => {
    if (only !== undefined && only !== table.alias) return false;
    return holds(table, own, left, right, scope, keys) || holds(table, own, right, left, scope, keys);
  });
}

/** A common table or subquery is held when what it reads is; one that reads no tenant's table holds nothing. */
function touchesTenants(table: Table, ctes: Query['ctes'], keys: TenantKeys): boolean {
  const sources = table.from ? [table.from] : (ctes.get(table.name) ?? []);
  return sources.some((source) =>
    allTables(source).some((inner) => keys.has(inner.name) || touchesTenants(inner, source.ctes, keys)),
  );
}

function holds(
  table: Table,
  own: readonly string[],
  mine: Side,
  other: Side,
  scope: Scope,
  keys: TenantKeys,
): boolean {
  if (mine.kind !== 'column' || ownerOf(mine.alias, scope)?.table !== table) return false;
  const isKey = own.includes(mine.name);
  if (other.kind === 'param') return isKey;
  const owner = ownerOf(other.alias, scope);
  if (!owner || owner.table === table || !owner.scope.bound.has(owner.table)) return false;
  const theirs = keys.get(owner.table.name);
  // By the tenant's key on both sides, or as the row that a held row refers to (or that refers to it) by id.
  return isKey ? theirs === undefined || theirs.includes(other.name) : isId(mine.name);
}

const isId = (column: string): boolean => column === 'id' || column.endsWith('_id');

/** The table an alias means, here or in an outer query; a bare column only where there is one table. */
function ownerOf(alias: string | undefined, scope: Scope): { table: Table; scope: Scope } | undefined {
  const tables = scope.query.tables.filter(({ columns }) => columns === undefined);
  const [first] =
    alias === undefined ? (tables.length === 1 ? tables : []) : tables.filter((t) => t.alias === alias);
  if (first) return { table: first, scope };
  return alias !== undefined && scope.parent ? ownerOf(alias, scope.parent) : undefined;
}
