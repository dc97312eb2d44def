import { accountChanges } from '../accounts/accountChanges';
import { Evaluator } from '../checks/Evaluator';
import { Connection } from '../connections/ConnectionStore';
import { Stores } from '../database';
import { linkChanges } from '../identities/history';
import { newLinks } from '../identities/identity';
import { matchChanges, updateMatches } from '../identities/identityMatch';
import { syncRunEvent } from '../evidence/ledgerEvents';
import { readingEvidence } from '../evidence/readingEvidence';
import { everySystem } from '../staff/everySystem';
import { renameStaff } from '../staff/renameStaff';
import { isRegrouped, staffChanges } from '../staff/staffChanges';
import { updateStaff } from '../staff/staffMember';
import { warningOf } from './connectedUser';
import {
  changesToHold,
  leavingStaff,
  MassChangeLimits,
  missingAccounts,
} from './massChange';
import { Reading } from './Reader';
import { StoredSyncRun } from './SyncRunStore';

/** What decides whether a reading is believed, and the time. */
export interface WriteOptions {
  massChange: MassChangeLimits;
  evaluator: Evaluator;
  now: () => string;
}

/**
 * Writes what was read, judges it and ends the run, or holds the run when the
 * reading would mark more gone than can be believed. To be called in a
 * transaction: it is all written or nothing.
 *
 * @throws Error when the run was given up meanwhile, or the connection ended
 */
export async function writeReading(
  stores: Stores,
  connection: Connection,
  run: StoredSyncRun,
  reading: Reading,
  { massChange, evaluator, now }: WriteOptions,
): Promise<'complete' | 'held'> {
  // Also keeps others from giving the run up until all of this is written.
  if (!(await stores.syncRuns.progress(run.id, reading.progress))) {
    throw new Error('The run was given up, since it took too long');
  }
  // Whoever disconnects meanwhile waits until all of this is written, so that
  // nothing is after.
  const latest = await stores.connections.getLocked(connection.id);
  if (latest?.state !== 'connected') {
    throw new Error('Gorgias is not connected any more');
  }
  const { readAt } = reading;
  const { entityRef } = connection;
  const accountsBefore = await stores.accounts.list(connection.id);
  const staffBefore = await stores.staff.list();
  const { staff, renamed } = updateStaff(
    staffBefore,
    reading.staff,
    await stores.offboardings.list(),
    readAt,
  );
  const held = changesToHold(
    [
      missingAccounts(accountsBefore, reading.accounts),
      leavingStaff(staffBefore, staff, renamed),
    ],
    await stores.syncRuns.listAccepted(connection.id),
    massChange,
  );
  await stores.syncRuns.supersede(connection.id, run.id, now());
  if (held.length > 0) {
    await stores.syncRuns.hold(run.id, now(), held);
    await stores.ledger.enter([
      syncRunEvent(connection, run, now(), {
        outcome: 'held',
        ...readingEvidence(reading),
        held: held.map(({ source, before, gone }) => ({
          source,
          before,
          gone: gone.map(({ ref }) => ref),
        })),
      }),
    ]);
    return 'held';
  }

  // Staff is everybody's: what changed there may change any system's verdicts.
  // All take turns from here on, in the same order, so that nobody who
  // changes one of them waits for us while we wait for them.
  const changedStaff = staffChanges(staffBefore, staff, readAt, renamed);
  const systems = new Set([
    entityRef,
    ...(changedStaff.length > 0 || isRegrouped(staffBefore, staff)
      ? await everySystem(stores)
      : []),
  ]);
  const inOrder = [...systems].sort();
  for (const system of inOrder) {
    await stores.evaluations.begin(system, now());
  }

  await renameStaff(stores, renamed, readAt);
  const { accounts, changes } = await stores.accounts.replaceSnapshot(
    connection.id,
    accountsBefore,
    { facts: reading.accounts, readAt },
  );
  await stores.accessSettings.put(
    connection.id,
    reading.accessSettings,
    readAt,
  );
  await stores.staff.put(staff, reading.staff.orgRoles);
  const known = await stores.identityLinks.list(connection.id);
  const links = newLinks(
    accounts,
    new Map(known.map(link => [link.accountId, link])),
    evaluator.directory(staff),
    readAt,
  );
  await stores.identityLinks.add(connection.id, links);
  const matchesBefore = await stores.identityMatches.list(connection.id);
  const matches = updateMatches(
    matchesBefore,
    reading.matching,
    new Set(reading.staff.staff.map(({ entityRef: ref }) => ref)),
  );
  await stores.identityMatches.replace(connection.id, matches);
  await stores.history.add([
    ...accountChanges(accountsBefore, accounts, { entityRef, at: readAt }),
    ...linkChanges(entityRef, links),
    ...matchChanges(entityRef, matchesBefore, matches, readAt),
    ...changedStaff,
  ]);
  await stores.connections.warn(
    connection.id,
    warningOf(latest, reading.accounts),
  );
  // First, since it tells for how long what is judged will be fresh.
  await stores.syncRuns.complete(run.id, now(), changes);
  await stores.ledger.enter([
    syncRunEvent(connection, run, now(), {
      outcome: 'complete',
      ...readingEvidence(reading),
      factsAt: readAt,
      staleAfterSeconds: evaluator.staleAfterSeconds,
      changes,
    }),
  ]);
  for (const system of inOrder) {
    await evaluator.evaluate(stores, system, now());
  }
  return 'complete';
}
