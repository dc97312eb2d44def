import { useApi } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { errorMessage } from '../errorMessage';
import { useEnglish } from './useEnglish';
import { useTexts } from './useTexts';

const TOAST_TIMEOUT_MS = 8_000;
const UNDO_TIMEOUT_MS = 15_000;

/** Tells in a toast how something went, and offers to take it back where that is possible. */
export function useTell() {
  const toastApi = useApi(toastApiRef);
  const { t } = useTexts();
  const english = useEnglish();

  return {
    done: (title: string, onUndo?: () => void) => {
      const toast = toastApi.post({
        title,
        ...(onUndo && {
          description: (
            <Button
              variant="secondary"
              onPress={() => {
                toast.close();
                onUndo();
              }}
            >
              {t('common.undo')}
            </Button>
          ),
        }),
        status: 'success',
        timeout: onUndo ? UNDO_TIMEOUT_MS : TOAST_TIMEOUT_MS,
      });
    },
    failed: (title: string, error: unknown) =>
      toastApi.post({
        title,
        description: english(errorMessage(error)),
        status: 'danger',
      }),
  };
}
