/**
 * The first file of `pnpm start` and `pnpm dev`, in plain JavaScript so that any Node can read it: says in one
 * sentence when this Node cannot run the product, else goes on to main.ts.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const OLDEST_TO_INSTALL = 20;
/** Runs .ts files as they are, and has node:sqlite without a flag: from 22.18 and 24.2 on. */
const runsTypeScript = major > 24 || (major === 24 && minor >= 2) || (major === 22 && minor >= 18);

if (major < OLDEST_TO_INSTALL) {
  refuse(
    `Lead Credits needs Node ${OLDEST_TO_INSTALL} or newer and this is ${process.version}: install a newer Node.`,
  );
} else if (!runsTypeScript) {
  refuse(
    `This is Node ${process.version}; Lead Credits brings its own newer one: run \`npx --yes pnpm@12 start\`.`,
  );
} else {
  import('./main.ts').catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}

/** @param {string} sentence */
function refuse(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
