import { billing } from './billing.ts';
import { common } from './common.ts';
import { dashboard } from './dashboard.ts';
import { errors } from './errors.ts';
import { fileReasons, missingColumns } from './file-reasons.ts';
import { invoice } from './invoice.ts';
import { leads } from './leads.ts';
import { mails } from './mails.ts';
import { navigation } from './navigation.ts';
import { payment } from './payment.ts';
import { rowReasons, wholeRowReasons } from './row-reasons.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';

/** English, one file per area. A second language is a folder of the same shape. */
export const en = {
  billing,
  common,
  dashboard,
  errors,
  fileReasons,
  leads,
  missingColumns,
  invoice,
  mails,
  navigation,
  payment,
  rowReasons,
  session,
  settings,
  setup,
  wholeRowReasons,
} as const;
