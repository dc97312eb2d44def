import { accessControl } from './accessControl';
import { checkTitles } from './checkTitles';
import { connectErrors } from './connectErrors';
import { connection, contradiction } from './connection';
import { identified, identity } from './identity';
import { lapse } from './lapse';
import { mfa } from './mfa';
import { leaving, offboarded } from './offboarded';
import { access, rule } from './rule';
import { subdomain } from './subdomain';
import { tasks } from './tasks';
import { verdict, wasStatus } from './verdict';

/**
 * Every text the backend says, in English: the one place where its words are
 * written. `{{name}}` stands for a param, `{{name, number}}` for a number in
 * the way of the reader's language, and keys that end in `_one` and `_other`
 * for one text, by its param `count`.
 *
 * @public
 */
export const GORGIAS_MESSAGES = {
  access,
  accessControl,
  checkTitles,
  connectErrors,
  connection,
  contradiction,
  identified,
  identity,
  lapse,
  leaving,
  mfa,
  offboarded,
  rule,
  subdomain,
  tasks,
  verdict,
  wasStatus,
} as const;
