import { Text } from '@backstage/ui';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { ProgressBar } from '../ProgressBar';
import { useTexts } from '../../hooks/useTexts';

/**
 * How many accounts a read is likely to find: as many as the last complete
 * one did. Gorgias itself does not say how many there are.
 */
function expectedAccounts({ freshness, accounts }: SystemSummary) {
  const known = accounts.active + accounts.deactivated;
  return freshness.factsAt && known > 0 ? known : undefined;
}

/** How far a running sync has come, by what the last complete one read. */
export const SyncProgress = ({ summary }: { summary: SystemSummary }) => {
  const { t } = useTexts();
  const run = summary.sync.current;
  if (!run) {
    return null;
  }
  const { pages: count, accounts } = run;
  const expected = expectedAccounts(summary);
  const soFar =
    expected === undefined
      ? t('connection.progress', { count, accounts })
      : t('connection.progressOf', { count, accounts, expected });
  return (
    <div>
      <Text as="p">
        {t('connection.syncing')}: {soFar}
      </Text>
      <ProgressBar
        label={t('connection.syncing')}
        text={soFar}
        share={expected && accounts / expected}
      />
      {!summary.freshness.factsAt && (
        <Text as="p" variant="body-small" color="secondary">
          {t('connection.firstRead')}
        </Text>
      )}
    </div>
  );
};
