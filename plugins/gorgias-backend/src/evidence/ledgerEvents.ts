import { SyncRun } from 'backstage-plugin-gorgias-common';
import { Change } from '../history/HistoryStore';
import { Connection } from '../connections/ConnectionStore';
import { StoredSyncRun } from '../sync/SyncRunStore';
import { LedgerEvent } from './LedgerStore';

/**
 * What the ledger need not know of people for an auditor to judge: it is left
 * out of what the history notes.
 */
const LEFT_OUT: Partial<Record<Change['kind'], readonly string[]>> = {
  staff: ['emails'],
};

/** A change of the history, as the ledger has it. */
export function toLedgerEvent(change: Change): LedgerEvent {
  const { at, kind, entityRef, staffRef, accountId, checkId, by } = change;
  const leftOut = LEFT_OUT[kind] ?? [];
  const minimise = (state: Change['before']) =>
    state &&
    Object.fromEntries(
      Object.entries(state).filter(([field]) => !leftOut.includes(field)),
    );
  return {
    at,
    kind,
    entityRef,
    staffRef,
    body: {
      accountId,
      staffRef,
      checkId,
      by,
      before: minimise(change.before),
      after: minimise(change.after),
    },
  };
}

/** That a sync run has ended, and how. */
export function syncRunEvent(
  { id, entityRef, subdomain }: Connection,
  run: StoredSyncRun,
  at: string,
  end: { outcome: SyncRun['outcome']; [more: string]: unknown },
): LedgerEvent {
  const { id: runId, trigger, requestedBy, startedAt } = run;
  return {
    at,
    kind: 'sync-run',
    entityRef,
    body: {
      connectionId: id,
      subdomain,
      runId,
      trigger,
      requestedBy,
      startedAt,
      ...end,
    },
  };
}

/** That a connection was made or ended, or does not work any more. Never with its secrets. */
export function connectionEvent(
  connection: Pick<
    Connection,
    'id' | 'entityRef' | 'subdomain' | 'method' | 'scopes'
  >,
  change: {
    state: Connection['state'];
    at: string;
    by?: string;
    reason?: string;
  },
): LedgerEvent {
  const { id, entityRef, subdomain, method, scopes } = connection;
  const { at, ...rest } = change;
  return {
    at,
    kind: 'connection',
    entityRef,
    body: { connectionId: id, subdomain, method, scopes, ...rest },
  };
}

/** That somebody decided something about a system as a whole. */
export function decisionEvent(
  kind: 'critical-system' | 'held-run' | 'export',
  entityRef: string,
  at: string,
  body: { by: string; [more: string]: unknown },
): LedgerEvent {
  return { at, kind, entityRef, body };
}
