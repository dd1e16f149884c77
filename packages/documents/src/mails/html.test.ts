import { describe, expect, it } from 'vitest';
import { escapeHtml, html } from './html.ts';

describe('html', () => {
  it('escapes what is inserted, in text and in attributes of either quotes', () => {
    const name = `<b title="x" data='y'>R&D</b>`;
    expect(html`<p title="${name}">${name}</p>`.html).toBe(
      `<p title="${escapeHtml(name)}">${escapeHtml(name)}</p>`,
    );
    expect(escapeHtml(name)).toBe('&lt;b title=&quot;x&quot; data=&#39;y&#39;&gt;R&amp;D&lt;/b&gt;');
  });

  it('leaves what is HTML already, and lists of it', () => {
    const items = ['a & b', 'c'].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}</ul>`.html).toBe('<ul><li>a &amp; b</li><li>c</li></ul>');
  });

  it('leaves dollars and backslashes of an inserted text as they are', () => {
    expect(html`${'$& \\n'}`.html).toBe('$&amp; \\n');
  });
});
