import type { createTailwindMerge } from 'tailwind-merge';

/**
 * Which classes are of one kind, so that a later one replaces an earlier one. Only the kinds this product uses: the
 * default table of tailwind-merge is 6 kB (gzip) of every first page. cn.test.ts compares both on every class in use;
 * a class of a new kind fails it until its kind stands here.
 */
type MergeConfig = ReturnType<Parameters<typeof createTailwindMerge>[0]>;
type Groups = MergeConfig['classGroups'];

const anything = (): boolean => true;
const isNumber = (value: string): boolean => /^\d+(?:\.\d+)?$/.test(value);

/** `h-4`, `h-full`, `h-[12px]`: whatever follows the name is of the kind. */
function named(...names: readonly string[]): Groups {
  return Object.fromEntries(names.map((name) => [name, [{ [name]: [anything] }]]));
}

const PLACE = ['start', 'end', 'center', 'between', 'around', 'evenly', 'stretch', 'baseline'];
const TEXT_SIZES = ['meta', 'dense', 'body', 'section', 'title', 'stat', 'balance'];
const LINE_STYLES = ['solid', 'dashed', 'dotted', 'double'];
const WIDTHS = ['', isNumber];

const layout: Groups = {
  ...named('inset', 'inset-x', 'inset-y', 'top', 'right', 'bottom', 'left', 'z', 'order'),
  ...named('overflow', 'overflow-x', 'overflow-y', 'overscroll'),
  display: ['block', 'inline', 'inline-block', 'contents', 'flex', 'inline-flex', 'grid', 'hidden'],
  sr: ['sr-only', 'not-sr-only'],
  position: ['static', 'fixed', 'absolute', 'relative', 'sticky'],
  visibility: ['visible', 'invisible'],
};

const flow: Groups = {
  ...named('basis', 'grid-cols', 'gap', 'gap-x', 'gap-y'),
  'flex-direction': [{ flex: ['row', 'row-reverse', 'col', 'col-reverse'] }],
  'flex-wrap': [{ flex: ['nowrap', 'wrap', 'wrap-reverse'] }],
  flex: [{ flex: [isNumber, 'auto', 'initial', 'none'] }],
  grow: [{ grow: WIDTHS }],
  shrink: [{ shrink: WIDTHS }],
  'col-start-end': [{ col: [anything] }],
  'justify-content': [{ justify: PLACE }],
  'align-items': [{ items: PLACE }],
  'align-self': [{ self: ['auto', ...PLACE] }],
};

const space: Groups = {
  ...named('p', 'px', 'py', 'pt', 'pr', 'pb', 'pl', 'm', 'mx', 'my', 'mt', 'mr', 'mb', 'ml'),
  ...named('size', 'w', 'min-w', 'max-w', 'h', 'min-h', 'max-h', 'scroll-mt', 'border-spacing'),
};

const type: Groups = {
  'font-size': [{ text: TEXT_SIZES }],
  'text-alignment': [{ text: ['left', 'center', 'right'] }],
  'text-color': [{ text: [anything] }],
  'font-weight': [{ font: ['normal', 'medium', 'semibold'] }],
  'font-family': [{ font: ['sans', 'mono'] }],
  'fvn-spacing': ['proportional-nums', 'tabular-nums'],
  'text-decoration': ['underline', 'line-through', 'no-underline'],
  'text-decoration-style': [{ decoration: LINE_STYLES }],
  'text-decoration-thickness': [{ decoration: [isNumber] }],
  'underline-offset': [{ 'underline-offset': [anything] }],
  'text-transform': ['uppercase', 'lowercase', 'capitalize', 'normal-case'],
  'text-overflow': ['truncate'],
  ...named('align', 'whitespace', 'break'),
};

const looks: Groups = {
  ...named('bg', 'rounded', 'rounded-b', 'outline-offset', 'opacity', 'shadow', 'origin'),
  'border-w': [{ border: WIDTHS }],
  'border-w-y': [{ 'border-y': WIDTHS }],
  'border-w-t': [{ 'border-t': WIDTHS }],
  'border-w-r': [{ 'border-r': WIDTHS }],
  'border-w-b': [{ 'border-b': WIDTHS }],
  'border-w-l': [{ 'border-l': WIDTHS }],
  'border-style': [{ border: LINE_STYLES }],
  'border-collapse': [{ border: ['collapse', 'separate'] }],
  'border-color': [{ border: [anything] }],
  'outline-style': [{ outline: ['none', 'hidden', ...LINE_STYLES] }],
  'outline-w': [{ outline: WIDTHS }],
  'outline-color': [{ outline: [anything] }],
  appearance: [{ appearance: ['none', 'auto'] }],
  'table-layout': [{ table: ['auto', 'fixed'] }],
};

const behaviour: Groups = {
  ...named('transition', 'duration', 'ease', 'animate', 'rotate', 'translate', 'translate-x', 'translate-y'),
  ...named('cursor', 'field-sizing', 'pointer-events', 'resize', 'touch', 'select'),
};

/** Given to tailwind-merge in place of its default. */
export function classConfig(): MergeConfig {
  return {
    cacheSize: 500,
    theme: {},
    classGroups: { ...layout, ...flow, ...space, ...type, ...looks, ...behaviour },
    conflictingClassGroups: {
      overflow: ['overflow-x', 'overflow-y'],
      inset: ['inset-x', 'inset-y', 'top', 'right', 'bottom', 'left'],
      'inset-x': ['right', 'left'],
      'inset-y': ['top', 'bottom'],
      flex: ['basis', 'grow', 'shrink'],
      gap: ['gap-x', 'gap-y'],
      p: ['px', 'py', 'pt', 'pr', 'pb', 'pl'],
      px: ['pr', 'pl'],
      py: ['pt', 'pb'],
      m: ['mx', 'my', 'mt', 'mr', 'mb', 'ml'],
      mx: ['mr', 'ml'],
      my: ['mt', 'mb'],
      size: ['w', 'h'],
      rounded: ['rounded-b'],
      'border-w': ['border-w-y', 'border-w-t', 'border-w-r', 'border-w-b', 'border-w-l'],
      'border-w-y': ['border-w-t', 'border-w-b'],
      translate: ['translate-x', 'translate-y'],
    },
    conflictingClassGroupModifiers: {},
    orderSensitiveModifiers: ['*', '**', 'after', 'before', 'placeholder', 'marker', 'selection'],
  };
}
