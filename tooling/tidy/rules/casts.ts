import type { AllowedCast } from '../allowed-casts.ts';
import { isCode, type Repository, type SourceFile } from '../repository.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Span, Syntax } from '../syntax.ts';

/**
 * No `as` but `as const` and `as typeof x`: every other cast stands in one named, explained function that the list
 * of exceptions names. An exception that covers no cast is a finding too.
 */
export function castsExcept(allowed: readonly AllowedCast[]): Rule {
  return {
    name: 'cast',
    find: (repository) => {
      const used = new Set<AllowedCast>();
      const findings = repository.files.filter(isCode).flatMap((file) => castsIn(file, allowed, used));
      return [...findings, ...staleIn(repository, allowed, used)];
    },
  };
}

function castsIn(
  file: SourceFile,
  allowed: readonly AllowedCast[],
  used: Set<AllowedCast>,
): readonly Finding[] {
  const syntax = file.syntax();
  const findings: Finding[] = [];
  const look = (node: Span, type: Span): void => {
    const target = file.text.slice(type.start, type.end);
    if (/^(?:const$|typeof\s)/.test(target)) return;
    const exception = allowed.find(
      ({ path, helper }) => path === file.path && syntax && isInside(syntax, node, helper),
    );
    if (exception) used.add(exception);
    else
      findings.push({ path: file.path, line: syntax?.lineAt(type.start) ?? 0, message: `cast to ${target}` });
  };
  syntax?.visit({
    TSAsExpression: (node) => look(node, node.typeAnnotation),
    TSTypeAssertion: (node) => look(node, node.typeAnnotation),
  });
  return findings;
}

const isInside = ({ functions }: Syntax, { start, end }: Span, helper: string): boolean =>
  functions.some((span) => span.name === helper && span.start <= start && end <= span.end);

function staleIn(
  { has }: Repository,
  allowed: readonly AllowedCast[],
  used: ReadonlySet<AllowedCast>,
): readonly Finding[] {
  return allowed
    .filter((exception) => !used.has(exception))
    .map(({ path, helper }) => ({
      path: has(path) ? path : 'tooling/tidy/allowed-casts.ts',
      message: `${path} ${helper} is allowed a cast it does not make`,
    }));
}
