import { evaluateSystem } from '../checks/evaluate';
import { Connection } from '../connections/ConnectionStore';
import { Stores } from '../database';
import { newLinks, StaffDirectory } from '../identities/identity';
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
  { massChange, now }: WriteOptions,
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
  const staffBefore = await stores.staff.list();
  const staff = updateStaff(staffBefore, reading.staff, readAt);
  const held = changesToHold(
    [
      missingAccounts(
        await stores.accounts.list(connection.id),
        reading.accounts,
      ),
      leavingStaff(staffBefore, staff),
    ],
    await stores.syncRuns.listAccepted(connection.id),
    massChange,
  );
  await stores.syncRuns.supersede(connection.id, run.id, now());
  if (held.length > 0) {
    await stores.syncRuns.hold(run.id, now(), held);
    return 'held';
  }

  const changes = await stores.accounts.replaceSnapshot(
    connection.id,
    reading.accounts,
    readAt,
  );
  await stores.accessSettings.put(
    connection.id,
    reading.accessSettings,
    readAt,
  );
  await stores.staff.put(staff, reading.staff.orgRoles);
  const links = await stores.identityLinks.list(connection.id);
  await stores.identityLinks.add(
    connection.id,
    newLinks(
      await stores.accounts.list(connection.id),
      new Map(links.map(link => [link.accountId, link])),
      new StaffDirectory(staff),
      readAt,
    ),
  );
  await stores.connections.warn(
    connection.id,
    warningOf(latest, reading.accounts),
  );
  await evaluateSystem(stores, connection.entityRef, now());
  await stores.syncRuns.complete(run.id, now(), changes);
  return 'complete';
}
