import { GORGIAS_MESSAGES } from 'backstage-plugin-gorgias-common';
import { Translated } from '../../translated';
import { access, rule } from './access';
import { accessControl, checkTitles, verdict, wasStatus } from './checks';
import { connectErrors, connection, contradiction } from './connection';
import { identified, identity } from './identity';
import { lapse } from './lapse';
import { mfa } from './mfa';
import { leaving, offboarded } from './offboarded';
import { tasks } from './tasks';

/** What the backend says, in German. */
export const messages: Translated<typeof GORGIAS_MESSAGES> = {
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
  tasks,
  verdict,
  wasStatus,
};
