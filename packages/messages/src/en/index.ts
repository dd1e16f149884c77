import { common } from './common.ts';
import { errors } from './errors.ts';

/** English, one file per area. A second language is a folder of the same shape. */
export const en = { common, errors } as const;
