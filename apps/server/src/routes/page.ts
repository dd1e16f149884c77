import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A small page of the server's own: no script, one style sheet. What is put into `html` is escaped. */
export function page(title: string, content: Markup): Markup {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="stylesheet" href="/server.css">
  </head>
  <body><main>${content}</main></body>
</html>`;
}

/** Served at /server.css: a policy without inline styles wants a file. */
export const STYLES = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem; }
h1 { font-size: 1.25rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid #8884; vertical-align: top; }
form { display: grid; gap: 1rem; max-width: 24rem; }
label { display: grid; gap: .25rem; }
input, button { font: inherit; padding: .5rem .625rem; }
iframe { width: 100%; min-height: 40rem; border: 1px solid #8884; background: #fff; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
[role=alert] { border-left: .25rem solid #c33; padding-left: .75rem; }
`;
