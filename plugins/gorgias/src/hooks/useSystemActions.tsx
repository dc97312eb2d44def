import { useApi } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { ReactNode, useState } from 'react';
import { gorgiasApiRef } from '../api';
import { errorMessage } from '../errorMessage';
import { useEnglish } from './useEnglish';
import { useTexts } from './useTexts';

const TOAST_TIMEOUT_MS = 8_000;
const UNDO_TIMEOUT_MS = 15_000;

/** What an admin can do to a system with one click. */
export interface SystemActions {
  /** The action that is under way. */
  busy?: 'sync' | 'add' | 'remove' | 'disconnect';
  syncNow(): Promise<void>;
  add(): Promise<void>;
  remove(): Promise<void>;
  disconnect(): Promise<void>;
  /** Tells that connecting has worked, and shows it. */
  connected(): Promise<void>;
}

/**
 * The actions on a system. Each tells how it went in a toast, and refreshes
 * what is shown before it is over.
 */
export function useSystemActions(options: {
  system: Pick<SystemSummary, 'entityRef' | 'title'>;
  refresh(): Promise<void>;
}): SystemActions {
  const { entityRef, title } = options.system;
  const { refresh } = options;
  const api = useApi(gorgiasApiRef);
  const toastApi = useApi(toastApiRef);
  const { t } = useTexts();
  const english = useEnglish();
  const [busy, setBusy] = useState<SystemActions['busy']>();

  const tell = (message: ReactNode) =>
    toastApi.post({
      title: message,
      status: 'success',
      timeout: TOAST_TIMEOUT_MS,
    });

  const run = async (
    action: NonNullable<SystemActions['busy']>,
    work: () => Promise<unknown>,
    onDone: () => void,
  ) => {
    setBusy(action);
    try {
      await work();
      onDone();
    } catch (error) {
      toastApi.post({
        title: t(`actions.${action}.failed`, { title }),
        description: english(errorMessage(error)),
        status: 'danger',
      });
    } finally {
      await refresh();
      setBusy(undefined);
    }
  };

  const add = () =>
    run(
      'add',
      () => api.addCriticalSystem(entityRef),
      () => tell(t('actions.add.done', { title })),
    );

  const offerUndo = () => {
    const toast = toastApi.post({
      title: t('actions.remove.done', { title }),
      description: (
        <Button
          variant="secondary"
          onPress={() => {
            toast.close();
            add();
          }}
        >
          {t('actions.remove.undo')}
        </Button>
      ),
      status: 'success',
      timeout: UNDO_TIMEOUT_MS,
    });
  };

  return {
    busy,
    add,
    syncNow: () =>
      run(
        'sync',
        () => api.syncNow(entityRef),
        () => tell(t('actions.sync.done', { title })),
      ),
    remove: () =>
      run('remove', () => api.removeCriticalSystem(entityRef), offerUndo),
    disconnect: () =>
      run(
        'disconnect',
        () => api.disconnect(entityRef),
        () => tell(t('actions.disconnect.done', { title })),
      ),
    connected: async () => {
      tell(t('actions.connect.done', { title }));
      await refresh();
    },
  };
}
