/** `pnpm check`: format, lint, types, arrows, dead code and tidy; exit code 1 on any finding. */
import { check, describeCheck } from './check.ts';
import { tools } from './tools.ts';

const startedAt = performance.now();
const results = await check(tools, (result) => console.log(describeCheck(result)));
const failed = results.filter(({ passed }) => !passed).length;
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
console.log(
  failed === 0
    ? `check passed in ${seconds} s`
    : `check FAILED: ${failed} of ${results.length} tools, ${seconds} s`,
);
process.exitCode = failed === 0 ? 0 : 1;
