/**
 * Reads the text of a statement as far as tenancy goes: the tables of each query in it, and the equalities that every
 * row must fulfil. Not a parser of SQL: it knows the subset this product writes, without right and full joins.
 */

type Token = { text: string; kind: 'word' | 'value' | 'sign' | 'group'; inside: Token[] };
type Column = { kind: 'column'; alias: string | undefined; name: string };
export type Side = Column | { kind: 'param' };
/** `a = b` of a WHERE or ON; `only` is the one alias that the ON of an outer join holds. */
export type Equality = { left: Side; right: Side; only?: string };
export type Table = { name: string; alias: string; isTarget: boolean; columns?: string[]; from?: Query };
export type Query = { tables: Table[]; equalities: Equality[]; nested: Query[]; ctes: Map<string, Query[]> };

const LEXEMES =
  /--[^\n]*|\s+|'(?:[^']|'')*'|"([^"]*)"|\$\d+|[a-z_]\w*|\d+(?:\.\d+)?|::|[<>!]=|<>|\|\||[^\s]/gi;
const STARTS_QUERY = /^(?:select|insert|update|delete|with)$/;
const ENDS_FROM =
  /^(?:where|group|order|limit|returning|for|set|select|values|union|intersect|except|window|having|offset)$/;
const NO_ALIAS =
  /^(?:as|on|where|set|join|left|right|inner|cross|full|group|order|limit|returning|for|using|values|select|union|window|do|default)$/;

function tokenize(sql: string): Token[] {
  const stack: Token[][] = [[]];
  for (const [text, quoted] of sql.matchAll(LEXEMES)) {
    if (/^(?:\s|--)/.test(text)) continue;
    const top = stack.at(-1) ?? [];
    if (text === '(') {
      const group: Token = { text, kind: 'group', inside: [] };
      top.push(group);
      stack.push(group.inside);
    } else if (text === ')') stack.pop();
    else if (quoted !== undefined) top.push({ text: quoted, kind: 'word', inside: [] });
    else if (/^[a-z_]/i.test(text)) top.push({ text: text.toLowerCase(), kind: 'word', inside: [] });
    else top.push({ text, kind: /^['$\d]/.test(text) ? 'value' : 'sign', inside: [] });
  }
  return stack[0] ?? [];
}

function isQuery(token: Token | undefined): boolean {
  return token?.kind === 'group' && STARTS_QUERY.test(token.inside[0]?.text ?? '');
}

/** The parts of a list of tokens between those words. */
function split(tokens: readonly Token[], ...words: string[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind !== 'group' && words.includes(token.text)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** The queries of one statement: its common tables, then itself, a query for each arm of a union. */
export function readStatement(sql: string): Query[] {
  return readQueries(tokenize(sql), new Map());
}

function readQueries(tokens: readonly Token[], outer: ReadonlyMap<string, Query[]>): Query[] {
  const ctes = new Map(outer);
  const common: Query[] = [];
  let at = 0;
  if (tokens[0]?.text === 'with') {
    do {
      const name = tokens[at + 1]?.text ?? '';
      while (at < tokens.length && !isQuery(tokens[at])) at += 1;
      const queries = readQueries(tokens[at]?.inside ?? [], ctes);
      ctes.set(name, queries);
      common.push(...queries);
      at += 1;
    } while (tokens[at]?.text === ',');
  }
  const arms = split(tokens.slice(at), 'union', 'intersect', 'except');
  return [...common, ...arms.map((part) => readOne(part, ctes))];
}

type Section = { name: string; tokens: Token[]; isOuter: boolean; of: Table | undefined };

function readOne(tokens: readonly Token[], ctes: Map<string, Query[]>): Query {
  const query: Query = { tables: [], equalities: [], nested: [], ctes };
  const sections = sectionsOf(tokens, query);
  for (const { name, tokens: inside, isOuter, of } of sections) {
    if (name === 'where' || name === 'on') {
      for (const { left, right } of equalitiesOf(inside))
        query.equalities.push({ left, right, ...(isOuter && of ? { only: of.alias } : {}) });
    }
    collectNested(inside, query);
  }
  return query;
}

/** Walks the clauses of one query, noting its tables; gives the tokens of each clause. */
function sectionsOf(tokens: readonly Token[], query: Query): Section[] {
  const sections: Section[] = [{ name: 'start', tokens: [], isOuter: false, of: undefined }];
  const open = (name: string, isOuter = false, of?: Table): void =>
    void sections.push({ name, tokens: [], isOuter, of });
  let isOuter = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const before = tokens[at - 1]?.text;
    if (!token) break;
    const { text } = token;
    const isWord = token.kind === 'word';
    const current = sections.at(-1)?.name;
    const isJoin = isWord && current !== 'select' && /^(?:left|inner|cross)$/.test(text);
    if (isJoin) isOuter = text === 'left';
    const startsTables =
      isWord &&
      ((text === 'from' && before !== 'distinct') ||
        text === 'join' ||
        text === 'into' ||
        (text === 'update' && before !== 'for' && before !== 'do') ||
        (text === 'using' && current === 'from'));
    if (startsTables || (text === ',' && current === 'from')) {
      if (startsTables) open('from');
      at = readTable(tokens, at + 1, query, text === 'into' || text === 'update');
      if (text !== 'join') isOuter = false;
    } else if (isWord && text === 'on' && tokens[at + 1]?.text === 'conflict') open('conflict');
    else if (isWord && text === 'on' && current !== 'select') {
      open('on', isOuter, query.tables.at(-1));
      isOuter = false;
    } else if (isWord && ENDS_FROM.test(text)) open(text);
    else if (!isJoin) sections.at(-1)?.tokens.push(token);
  }
  return sections;
}

/** Reads `[schema.]name [columns] [[as] alias]` or `(query) alias`; gives the place of its last token. */
function readTable(tokens: readonly Token[], start: number, query: Query, isTarget: boolean): number {
  let at = tokens[start]?.text === 'lateral' ? start + 1 : start;
  const first = tokens[at];
  let name = first?.text ?? '';
  const table: Table = { name, alias: name, isTarget };
  if (first?.kind === 'group') {
    const inner = readQueries(first.inside, query.ctes);
    query.nested.push(...inner);
    table.name = '';
    table.from = inner[0];
  } else if (tokens[at + 1]?.text === '.') {
    name = `${name}.${tokens[at + 2]?.text}`;
    table.name = name;
    table.alias = tokens[at + 2]?.text ?? '';
    at += 2;
  } else if (tokens[at + 1]?.kind === 'group' && !isTarget) {
    table.name = '';
    collectNested(tokens[at + 1]?.inside ?? [], query);
    at += 1;
  }
  if (tokens[at + 1]?.text === 'as') at += 1;
  const alias = tokens[at + 1];
  if (alias?.kind === 'word' && (tokens[at]?.text === 'as' || !NO_ALIAS.test(alias.text))) {
    table.alias = alias.text;
    at += 1;
  }
  const columns = tokens[at + 1];
  if (isTarget && columns?.kind === 'group' && !isQuery(columns)) {
    table.columns = columns.inside.filter(({ kind }) => kind === 'word').map(({ text }) => text);
    at += 1;
  }
  query.tables.push(table);
  return at;
}

/** The equalities that must all be true: none where the condition has an OR. */
function equalitiesOf(condition: readonly Token[]): Equality[] {
  if (condition.some(({ kind, text }) => kind === 'word' && text === 'or')) return [];
  return split(condition, 'and').flatMap((part) => {
    const [only] = part;
    if (part.length === 1 && only?.kind === 'group' && !isQuery(only)) return equalitiesOf(only.inside);
    const sides = split(part, '=');
    const [left, right] = sides.map(sideOf);
    return sides.length === 2 && left && right ? [{ left, right }] : [];
  });
}

/** `$1`, `$1::uuid`, `any($1::uuid[])`, `t.column` or `column`; undefined for anything else. */
function sideOf(tokens: readonly Token[]): Side | undefined {
  const bare = withoutCast(tokens);
  const [first, second, third] = bare;
  if (first?.text === 'any' && second?.kind === 'group' && bare.length === 2) {
    const inside = sideOf(second.inside);
    return inside?.kind === 'param' ? inside : undefined;
  }
  if (bare.length === 1 && first?.text.startsWith('$')) return { kind: 'param' };
  if (bare.length === 1 && first?.kind === 'word')
    return { kind: 'column', alias: undefined, name: first.text };
  if (bare.length === 3 && first && second?.text === '.' && third)
    return { kind: 'column', alias: first.text, name: third.text };
  return undefined;
}

function withoutCast(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ text }) => text === '::');
  return at === -1 ? tokens : tokens.slice(0, at);
}

function collectNested(tokens: readonly Token[], query: Query): void {
  for (const token of tokens) {
    if (isQuery(token)) query.nested.push(...readQueries(token.inside, query.ctes));
    else collectNested(token.inside, query);
  }
}
