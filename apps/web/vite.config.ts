import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Everything that is not a page of ours is the server's. */
const SERVER_PATHS = ['/trpc', '/api', '/imports', '/invoices', '/processes', '/webhooks'];
const server = `http://localhost:${process.env['PORT'] ?? 3000}`;

/**
 * Radix writes <style> elements for the scroll lock behind dialogs and for the scroll bar of a select, which
 * `style-src 'self'` refuses. The same declarations stand in app.css, so both writers write nothing.
 */
function noStyleElements(): Plugin {
  const replaced = '\0no-style-elements';
  return {
    name: 'no-style-elements',
    enforce: 'pre',
    resolveId: (id) => (id === 'react-style-singleton' ? replaced : undefined),
    load: (id) => (id === replaced ? 'export const styleSingleton = () => () => null;' : undefined),
    transform(code, id) {
      if (!id.includes('@radix-ui/react-select/dist/index.mjs')) return undefined;
      const without = code.replace(/jsx\(\s*"style",/, 'jsx("template",');
      if (without === code)
        this.error('the <style> element of the select was not found: look at its new version');
      return without;
    },
  };
}

export default defineConfig({
  plugins: [noStyleElements(), react(), tailwindcss()],
  // React has had useSyncExternalStore since 18: the shim that brings its own is left out.
  resolve: {
    alias: { 'use-sync-external-store/shim/with-selector': 'use-sync-external-store/with-selector' },
  },
  server: {
    proxy: Object.fromEntries(SERVER_PATHS.map((path) => [path, { target: server, changeOrigin: false }])),
  },
  build: {
    // light-dark() is the floor of the design tokens: browsers from 2024 on.
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // An inlined asset is a data: URL, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What most pages share is one file: a direct Dashboard asks for 19 files instead of 45.
        codeSplitting: {
          groups: [
            {
              name: 'shared',
              test: /packages\/ui\/src|lucide-react|apps\/web\/src\/components/,
              minShareCount: 5,
            },
          ],
        },
      },
      treeshake: {
        // A schema that nobody uses is dropped: making one changes nothing else (20 kB gzip of zod on the Billing page).
        manualPureFunctions: ['z', 'idIn', 'idOut'],
        // Our packages do nothing when imported, so a page carries only what it uses of them (no zod for `allows`).
        moduleSideEffects: (id) =>
          id.endsWith('.css') || !/\/packages\/(?:contract|messages|ui)\/src\//.test(id),
      },
    },
  },
});
