const MEND =
  'Somebody who is an admin in Gorgias and in Backstage has to reconnect.';

/** Why a connection does not work any more, or soon may not. */
export const connection = {
  scopesLost: `The grant no longer has {{scopes}}, and what Gorgias tells only with that is unknown. ${MEND}`,
  userGone: `The connection has the rights of {{name}}, who is no longer a user of Gorgias. It may end at any time. ${MEND}`,
  userDeactivated: `The connection has the rights of {{name}}, who is deactivated in Gorgias. It may end at any time. ${MEND}`,
  userNoAdmin: `The connection has the rights of {{name}}, who is no longer an admin in Gorgias (now {{gorgiasRole}}). Sign-in settings may not be readable, and what they would say is unknown. ${MEND}`,
  scopesMissing: `The grant lacks {{scopes}}, so Gorgias refuses to be read. ${MEND}`,
  refused: `Gorgias refuses to be read with the rights of {{name}}: the user was deactivated or may not do this any more, or the grant was ended. ${MEND}`,
  revoked:
    'The grant was revoked at Gorgias, or the app was uninstalled there. A Gorgias admin has to reconnect.',
  mayEnd: 'The connection may end soon. An admin has to reconnect.',
  isRefused: 'Gorgias refuses to be read. An admin has to reconnect.',
  adminKnows: 'An admin knows what is wrong.',
  noEventScope:
    'The grant lacks the scope events:read. Reconnect with it to have changes judged within a minute.',
  noEvents: 'Gorgias does not allow the connected user to read its event log.',
} as const;

/** In which way Gorgias contradicts itself about an account. */
export const contradiction = {
  stillThere:
    "Gorgias' event log says that {{name}} was deleted, and its list of users, read later, still has the account.",
  notThere:
    "Gorgias' event log tells of {{name}} ({{eventType}}), and its list of users, read later, does not have the account.",
  notActive:
    "Gorgias' event log says that {{name}} logged in last, and its list of users, read later, has the account as deactivated.",
  somebody: 'a user',
} as const;
