import { type Html, html } from './html.ts';

/** The web's tokens (packages/ui) in their light values; the dark ones are in `DARK`. */
const INK = '#1c2024';
const MUTED = '#60646c';
const HAIRLINE = '#e8e8ec';
const PAGE = '#f4f4f6';
const SURFACE = '#ffffff';
const PRIMARY = '#1c2024';
const ON_PRIMARY = '#ffffff';

/** No web font: what a mail loads from outside is blocked or tells that it was read. */
const FONT =
  "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif;";

/**
 * Styles stand on the elements, because many readers drop the head; what the head adds is a dark theme for those that
 * keep it and ask for one. Readers that invert colours by themselves (Gmail) find nothing that inverting spoils.
 */
const DARK = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background:#111113!important}
.card{background:#18191b!important;border-color:#2e3135!important}
.ink{color:#edeef0!important}
.muted{color:#b0b4ba!important}
.line{border-color:#2e3135!important}
.button{background:#edeef0!important}
.button a{color:#1c2024!important}
}
@media (max-width:480px){.card{padding:24px 20px!important}}`;

export type MailPage = {
  title: string;
  /** What a list of mails shows beside the subject. */
  preview: string;
  from: string;
  body: readonly Html[];
  foot: readonly Html[];
};

/** A whole mail: one card of at most 560 px on a quiet ground. Tables lay it out, because Outlook knows nothing else. */
export function mailPage({ title, preview, from, body, foot }: MailPage): string {
  const page = html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${title}</title>
<style>${{ html: DARK }}</style>
</head>
<body class="page" style="margin:0;padding:0;background:${PAGE};">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all;">${preview}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="page" style="background:${PAGE};">
<tr><td align="center" style="padding:32px 12px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;">
<tr><td class="ink" style="${{ html: FONT }}font-size:15px;font-weight:600;color:${INK};padding:0 4px 16px;">${from}</td></tr>
<tr><td class="card" style="background:${SURFACE};border:1px solid ${HAIRLINE};border-radius:12px;padding:32px;">
${body}
</td></tr>
<tr><td style="padding:20px 4px 0;">
${foot}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
  return page.html;
}

/** The title of the card. */
export function heading(words: string): Html {
  return html`<h1 class="ink" style="${{ html: FONT }}font-size:20px;line-height:28px;font-weight:600;color:${INK};margin:0 0 8px;">${words}</h1>`;
}

export function paragraph(words: string): Html {
  return html`<p class="ink" style="${{ html: FONT }}font-size:15px;line-height:24px;color:${INK};margin:0 0 24px;">${words}</p>`;
}

/** The figure that a reader looks for first. */
export function figure(label: string, value: string): Html {
  return html`<p class="muted" style="${{ html: FONT }}font-size:13px;line-height:20px;color:${MUTED};margin:0;">${label}</p>
<p class="ink" style="${{ html: FONT }}font-size:32px;line-height:40px;font-weight:600;color:${INK};margin:0 0 24px;">${value}</p>`;
}

/** Labels at the left, values at the right, a line between. */
export function facts(rows: readonly (readonly [string, string])[]): Html {
  const cell = `${FONT}font-size:14px;line-height:20px;padding:10px 0;border-top:1px solid ${HAIRLINE};`;
  const lines = rows.map(
    ([label, value]) => html`<tr>
<td class="muted line" valign="top" style="${{ html: cell }}color:${MUTED};padding-right:16px;">${label}</td>
<td class="ink line" valign="top" align="right" style="${{ html: cell }}color:${INK};word-break:break-word;">${value}</td>
</tr>
`,
  );
  return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px;">
${lines}</table>`;
}

/** A button that is a link, coloured by its cell, so that it is one in Outlook too. */
export function button(words: string, url: string): Html {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
<td class="button" style="background:${PRIMARY};border-radius:8px;">
<a href="${url}" target="_blank" style="${{ html: FONT }}display:inline-block;font-size:14px;line-height:20px;font-weight:600;color:${ON_PRIMARY};text-decoration:none;padding:10px 16px;">${words}</a>
</td></tr></table>`;
}

/** A line below the card, or a quiet one in it. */
export function small(words: string): Html {
  return html`<p class="muted" style="${{ html: FONT }}font-size:12px;line-height:18px;color:${MUTED};margin:0 0 8px;">${words}</p>`;
}
