import type { Plugin } from 'rolldown';

/** What pdfkit calls the `require` it makes for itself, which no bundler sees through. */
const HIDDEN_REQUIRE = /\brequire\$1\((?=['"]#standard-fonts\/)/g;

/** pdfkit loads the metrics of Helvetica, its default font, when it opens a document: they go into the bundle. */
export const standardFonts: Plugin = {
  name: 'standard-fonts',
  transform: {
    filter: { id: /node_modules[\\/]pdfkit[\\/]/, code: '#standard-fonts/' },
    handler: (code) => ({ code: code.replace(HIDDEN_REQUIRE, 'require('), map: null }),
  },
};
