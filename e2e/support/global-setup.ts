import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.ts';
import { freePort } from './free-port.ts';
import { startProduct } from './product.ts';

/**
 * Before the first story: a browser, and the product on free ports with a data directory of its own. Workers start
 * after this and read both from the environment. Gives back what ends it all.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const { executablePath, libraries } = await findChromium();
  process.env['E2E_CHROMIUM'] = executablePath;
  if (libraries) process.env['E2E_CHROMIUM_LIBRARIES'] = libraries;

  const dataDir = mkdtempSync(join(tmpdir(), 'lead-credits-e2e-'));
  // Under root the embedded Postgres runs as another user, who must be able to pass through.
  chmodSync(dataDir, 0o755);
  const product = await startProduct({
    port: await freePort(),
    sandboxPort: await freePort(),
    dataDir,
    logFile: join('test-results', 'product.log'),
  });
  process.env['E2E_URL'] = product.url;
  process.env['E2E_DEMO'] = JSON.stringify(product.demo);
  process.env['E2E_DATA_DIR'] = dataDir;
  return async () => {
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
