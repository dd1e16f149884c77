/** Prints what is untidy in the repository, a line each; exit code 1 when there is anything. */
import { repositoryRoot } from '../process/run.ts';
import { tidy } from './tidy.ts';

const findings = tidy(repositoryRoot);
for (const finding of findings) console.log(finding);
process.exitCode = findings.length === 0 ? 0 : 1;
