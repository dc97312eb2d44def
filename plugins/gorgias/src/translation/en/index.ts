import { GORGIAS_MESSAGES } from 'backstage-plugin-gorgias-common';
import { account } from './account';
import { accounts } from './accounts';
import { actions } from './actions';
import { card } from './card';
import { changes } from './changes';
import { checkShort } from './checkShort';
import { common } from './common';
import { connect } from './connect';
import { connection } from './connection';
import { contradictions } from './contradictions';
import { counts } from './counts';
import { evidence } from './evidence';
import { exceptions } from './exceptions';
import { fields } from './fields';
import { held } from './held';
import { history } from './history';
import { identity } from './identity';
import { manage } from './manage';
import { matrix } from './matrix';
import { myAccess } from './myAccess';
import { people } from './people';
import { picker } from './picker';
import { reviews } from './reviews';
import { revoke } from './revoke';
import { roles } from './roles';
import { rule } from './rule';
import { status } from './status';
import { strip } from './strip';
import { system } from './system';
import { systems } from './systems';
import { trends } from './trends';
import { values } from './values';

/** Every English text: the plugin's own, a file a part of the interface, and those of the backend. */
export const en = {
  status,
  counts,
  common,
  card,
  connection,
  actions,
  connect,
  held,
  contradictions,
  systems,
  system,
  history,
  accounts,
  checkShort,
  identity,
  exceptions,
  people,
  picker,
  changes,
  account,
  manage,
  roles,
  rule,
  evidence,
  matrix,
  myAccess,
  reviews,
  revoke,
  strip,
  trends,
  fields,
  values,
  messages: GORGIAS_MESSAGES,
} as const;
