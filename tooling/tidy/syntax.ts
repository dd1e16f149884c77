import { type ESTree, parseSync, Visitor, type VisitorObject } from 'rolldown/utils';

/** A parsed file, read by the parser of the bundler. */
export interface Syntax {
  readonly visit: (visitor: VisitorObject) => void;
  readonly comments: readonly Span[];
  /** Every function of the file, an enclosing one before those inside it. */
  readonly functions: readonly FunctionSpan[];
  /** The line (from 1) of an offset in the text. */
  readonly lineAt: (offset: number) => number;
}

/** A stretch of the text, in UTF-16 units; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface FunctionSpan extends Span {
  /** The name it is declared, assigned or keyed by; '' for an unnamed callback. */
  readonly name: string;
}

/** Parses one file; throws when it does not parse. */
export function parse(path: string, text: string): Syntax {
  const { program, comments, errors } = parseSync(path, text);
  const [error] = errors;
  if (error) throw new Error(`${path} does not parse: ${error.message}`);
  const visit = (visitor: VisitorObject): void => new Visitor(visitor).visit(program);
  const lineStarts = startsOfLines(text);
  return { visit, comments, functions: functionsOf(visit), lineAt: (offset) => lineOf(lineStarts, offset) };
}

function functionsOf(visit: Syntax['visit']): readonly FunctionSpan[] {
  const found: FunctionSpan[] = [];
  const names = new Map<number, string>();
  const named = (key: ESTree.Node, value: ESTree.Node | null): void => {
    if (value && key.type === 'Identifier') names.set(value.start, key.name);
  };
  const add = (node: ESTree.Function | ESTree.ArrowFunctionExpression): void => {
    found.push({ name: node.id?.name ?? names.get(node.start) ?? '', start: node.start, end: node.end });
  };
  visit({
    VariableDeclarator: ({ id, init }) => named(id, init),
    Property: ({ key, value }) => named(key, value),
    MethodDefinition: ({ key, value }) => named(key, value),
    PropertyDefinition: ({ key, value }) => named(key, value),
    FunctionDeclaration: add,
    FunctionExpression: add,
    ArrowFunctionExpression: add,
  });
  return found;
}

function startsOfLines(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** How many lines start at or before the offset, by halving. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Number.POSITIVE_INFINITY) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
