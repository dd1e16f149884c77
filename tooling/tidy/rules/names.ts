import { perFile, type Rule } from '../rule.ts';

const NO_NAMES = /(?:^|[-/])(services?|managers?|utils?|helpers?|misc)\.[^/]+$|-v\d+\.[^/]+$/;

/** A file is named after what it does, not after the drawer it was put into. */
export const fileNames: Rule = perFile(
  'file-name',
  ({ path }) => /\.(tsx?|[cm]?js|css|sql)$/.test(path),
  function* ({ path }) {
    if (NO_NAMES.test(path)) yield { message: 'named after a drawer (service, manager, util, helper, V2)' };
  },
);
