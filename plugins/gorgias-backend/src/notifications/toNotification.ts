import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import {
  CHECK_TITLES,
  message,
  sayInEnglish,
} from 'backstage-plugin-gorgias-common';
import { CriticalSystem } from '../systems/CriticalSystemStore';
import { systemPath } from '../systems/systemPath';
import { Digest } from './digests';
import { Duty, DutyKind, URGENCY } from './duties';

/** All there is to do, the most urgent first. */
const KINDS = Object.keys(URGENCY) as DutyKind[];

/** The topic, by which people can switch these notifications off. */
const TOPIC = 'gorgias-to-do';

/**
 * A digest as a notification of Backstage, in the place of an earlier one of
 * the same system to the same recipient. It has numbers in it and no names: not everybody who is
 * asked to act may see whose accounts there are.
 */
export function toNotification(
  { entityRef, title, owner }: CriticalSystem,
  { recipient, news, earlier }: Digest,
): NotificationSendOptions {
  const isOwner = recipient === owner;
  const kinds = KINDS.filter(kind => news.some(duty => duty.kind === kind));
  const things = kinds.map(kind =>
    describe(kind, countOf(news, kind), isOwner),
  );
  const [mostUrgent] = kinds;
  const description = [
    ...(things.length > 1 ? things : []),
    ...(earlier > 0 ? [`${earlier} more that you were told of before`] : []),
  ].join('. ');
  return {
    recipients: { type: 'entity', entityRef: recipient },
    payload: {
      title: `${title}: ${
        things.length > 1 ? `${news.length} things wait for you` : things[0]
      }`,
      ...(description && { description }),
      link: systemPath(entityRef) + placeOf(mostUrgent, isOwner),
      severity: URGENCY[mostUrgent],
      topic: TOPIC,
      // With the recipient: a member of the group that owns the system has the
      // group's beside the own one, and neither takes the other's place.
      scope: `to-do:${entityRef}:${recipient}`,
    },
  };
}

function countOf(news: readonly Duty[], of: DutyKind): number {
  return news.filter(({ kind }) => kind === of).length;
}

function describe(kind: DutyKind, count: number, isOwner: boolean): string {
  switch (kind) {
    case 'reconnect':
    case 'review-held-run':
      return sayInEnglish([message(`tasks.${kind}.title`)]);
    case 'decide-exceptions':
      return sayInEnglish([message(`tasks.${kind}.title`, { count })]);
    case 'access-control-configured':
      return CHECK_TITLES[kind];
    default:
      return isAboutOwnAccount(kind, isOwner)
        ? 'Your own account should have MFA enabled'
        : `${CHECK_TITLES[kind]}: ${
            count === 1 ? '1 account' : `${count} accounts`
          }`;
  }
}

/** The part of the system's page on which it is shown or done. */
function placeOf(kind: DutyKind, isOwner: boolean): string {
  switch (kind) {
    case 'reconnect':
    case 'review-held-run':
      return '';
    case 'access-control-configured':
      return '/manage';
    case 'decide-exceptions':
      return '/manage#exceptions';
    case 'offboarded-access-removed':
      return '/people';
    default:
      // The summary shows everybody their own account, the list not everybody.
      return isAboutOwnAccount(kind, isOwner)
        ? ''
        : `/accounts?check=${kind}&status=failing`;
  }
}

/** People are asked about their own MFA, and the owner where nobody knows whose the account is. */
function isAboutOwnAccount(kind: DutyKind, isOwner: boolean): boolean {
  return kind === 'mfa-enabled' && !isOwner;
}
