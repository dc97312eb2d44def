import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex } from '@backstage/ui';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { useReloadOnChange } from '../../hooks/useReloadOnChange';
import { may } from '../../may';
import { gorgiasTranslationRef } from '../../translation';
import { LoadError } from '../LoadState';
import { AccountDrawer } from './AccountDrawer';
import { AccountFilters } from './AccountFilters';
import { AccountTable } from './AccountTable';
import { ExportButton } from './ExportButton';
import { SelectionBar } from './SelectionBar';
import { useAccountPage } from './useAccountPage';
import { useAccountQuery } from './useAccountQuery';
import { useSelection } from './useSelection';

/** Every account of a system with its verdicts, a page at a time; only the own ones for those who may see no others. */
export const AccountsTab = (props: {
  summary: SystemSummary;
  refresh(): Promise<void>;
}) => {
  const { summary, refresh } = props;
  const { entityRef, freshness, accessRule } = summary;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const mayRead = may(summary, 'read-accounts');
  const query = useAccountQuery();
  const { filter, order, account, isFiltered } = query;
  const { page, isLoading, error, reload } = useAccountPage(entityRef, query);
  // What the verdicts rest on; when it changes, so may they.
  useReloadOnChange(reload, `${freshness.factsAt} ${accessRule?.revision}`);
  const { selected, clear, selection } = useSelection(page?.items);
  const nothing = mayRead ? 'accounts.empty' : 'accounts.noneOwn';
  const onChanged = () => {
    reload();
    refresh();
  };

  return (
    <Flex direction="column" gap="4" py="4">
      {!mayRead && <Alert status="info" icon title={t('accounts.onlyOwn')} />}
      <AccountFilters {...query} />
      <Flex justify="between" align="center" gap="3">
        <div>
          <SelectionBar
            entityRef={entityRef}
            selected={selected}
            onClear={clear}
            onChanged={onChanged}
          />
        </div>
        {may(summary, 'export') && (
          <ExportButton summary={summary} filter={filter} order={order} />
        )}
      </Flex>
      {error ? (
        <LoadError error={error} onRetry={reload} />
      ) : (
        <AccountTable
          page={page}
          isLoading={isLoading}
          order={order}
          hasPrevious={query.cursor !== undefined}
          empty={t(isFiltered ? 'accounts.noMatch' : nothing)}
          selection={may(summary, 'classify') ? selection : undefined}
          onSort={query.sortBy}
          onNext={query.nextPage}
          onPrevious={query.previousPage}
          onOpen={({ id }) => query.open(id)}
        />
      )}
      {account && (
        <AccountDrawer
          summary={summary}
          accountId={account}
          rows={page?.items ?? []}
          onChanged={onChanged}
          onTurnTo={query.turnTo}
          onClose={query.close}
        />
      )}
    </Flex>
  );
};
