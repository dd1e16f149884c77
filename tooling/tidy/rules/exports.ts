import type { ESTree } from 'rolldown/utils';
import { isCode, type SourceFile } from '../repository.ts';
import { perFile, type Rule } from '../rule.ts';

/**
 * What a module promises stands in its text: an exported function declares its return type. Not where it builds a
 * schema or a column: their types exist to be inferred, and an annotation would throw the inference away.
 */
export const returnTypes: Rule = perFile('return-type', isCode, (file) => {
  const syntax = file.syntax();
  const found: { line: number; message: string }[] = [];
  const builders = buildersOf(file);
  syntax?.visit({
    ExportNamedDeclaration({ declaration }) {
      for (const { name, start } of untyped(declaration, builders)) {
        found.push({ line: syntax.lineAt(start), message: `${name} does not declare its return type` });
      }
    },
  });
  return found;
});

interface Untyped {
  readonly name: string;
  readonly start: number;
}

/** The names a file imports from the libraries whose types are inferred. */
function buildersOf(file: SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  file.syntax()?.visit({
    ImportDeclaration({ source, specifiers }) {
      if (/^(?:zod|drizzle-orm)(?:\/|$)/.test(source.value)) {
        for (const { local } of specifiers) names.add(local.name);
      }
    },
  });
  return names;
}

function untyped(declaration: ESTree.Declaration | null, builders: ReadonlySet<string>): readonly Untyped[] {
  if (declaration?.type === 'FunctionDeclaration') {
    return declaration.returnType ? [] : [{ name: declaration.id?.name ?? '', start: declaration.start }];
  }
  if (declaration?.type !== 'VariableDeclaration') return [];
  return declaration.declarations.flatMap(({ id, init }) => {
    const isFunction = init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression';
    if (!isFunction || init.returnType || id.type !== 'Identifier' || id.typeAnnotation) return [];
    if (init.body && builders.has(rootOf(init.body))) return [];
    return [{ name: id.name, start: id.start }];
  });
}

/** The name a chain of calls starts from: `z` in `z.string().max(200)`. */
function rootOf(node: ESTree.Node): string {
  if (node.type === 'CallExpression') return rootOf(node.callee);
  if (node.type === 'MemberExpression') return rootOf(node.object);
  return node.type === 'Identifier' ? node.name : '';
}
