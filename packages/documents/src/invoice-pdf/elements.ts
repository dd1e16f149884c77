import { Text, type TextProps, View, type ViewProps } from '@react-pdf/renderer';
import { createElement, type ReactElement } from 'react';

/** JSX by hand: Node strips types but not JSX, and the worker runs from source without a bundler. */
export const h = createElement;

type Style = Exclude<ViewProps['style'], undefined>;
type Child = ReactElement | null;

/** A box around other boxes and texts. */
export function box(style: Style, ...children: Child[]): ReactElement {
  return h(View, { style }, ...children);
}

/** A box that is never cut by the end of a page. */
export function whole(style: Style, ...children: Child[]): ReactElement {
  return h(View, { style, wrap: false }, ...children);
}

/** A paragraph. */
export function text(style: Style, ...children: (string | ReactElement)[]): ReactElement {
  return h(Text, { style }, ...children);
}

/** A paragraph that depends on the page that it is on. */
export function pageText(style: Style, render: TextProps['render']): ReactElement {
  return h(Text, { style, render });
}
