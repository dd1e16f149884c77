import { isCode, isTest, type SourceFile } from '../repository.ts';
import { perFile, type Rule } from '../rule.ts';

/** Where the environment is read: the one file of an application, and what stands outside the product. */
const MAY_READ = [
  /^apps\/[^/]+\/src\/env\.ts$/,
  /^(?:tooling|bench|e2e|examples)\//,
  /\.config\.ts$/,
  // Hands the few variables that Postgres needs (PATH, TMPDIR …) on to the processes it starts, and reads none.
  /^packages\/db\/src\/embedded\/spawn-program\.ts$/,
];

const applies = (file: SourceFile): boolean =>
  isCode(file) && !isTest(file) && !MAY_READ.some((place) => place.test(file.path));

/** process.env is read in one place, checked there, and handed on as a value. */
export const environment: Rule = perFile('process-env', applies, (file) => {
  const syntax = file.syntax();
  const found: { line: number; message: string }[] = [];
  const report = (start: number, message: string): void => {
    if (syntax) found.push({ line: syntax.lineAt(start), message });
  };
  syntax?.visit({
    MemberExpression({ object, property, start }) {
      const isProcess = object.type === 'Identifier' && object.name === 'process';
      const name =
        property.type === 'Literal' ? property.value : property.type === 'Identifier' && property.name;
      if (isProcess && name === 'env') report(start, 'process.env outside env.ts');
    },
    VariableDeclarator({ id, init, start }) {
      if (init?.type !== 'Identifier' || init.name !== 'process' || id.type !== 'ObjectPattern') return;
      if (file.text.slice(id.start, id.end).match(/\benv\b/)) report(start, 'process.env outside env.ts');
    },
    ImportDeclaration({ source, specifiers, start }) {
      if (!/^(?:node:)?process$/.test(source.value)) return;
      if (specifiers.some(({ local }) => local.name === 'env')) report(start, 'process.env outside env.ts');
    },
  });
  return found;
});

/** Routers see procedures, not HTTP: `Request` and `Headers` only as types. */
export const apiGlobals: Rule = perFile(
  'api-http-globals',
  (file) => /^packages\/api\/src\//.test(file.path) && !isTest(file),
  (file) => {
    const syntax = file.syntax();
    const found: { line: number; message: string }[] = [];
    syntax?.visit({
      NewExpression({ callee, start }) {
        if (callee.type === 'Identifier' && /^(?:Request|Response|Headers)$/.test(callee.name)) {
          found.push({ line: syntax.lineAt(start), message: `new ${callee.name} in a router` });
        }
      },
    });
    return found;
  },
);
