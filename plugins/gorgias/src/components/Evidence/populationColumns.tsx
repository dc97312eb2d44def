import { Cell, CellText, ColumnConfig, Text } from '@backstage/ui';
import { accountName } from '../../accountName';
import { roleTitle } from '../../gorgiasRoles';
import { Translate } from '../../hooks/useTexts';
import { ACCOUNT_CHECK_IDS } from '../AccountsTab/accountQuery';
import { RecordedIdentity } from '../Identity';
import { RecordedVerdict } from './RecordedVerdict';
import { PopulationRow } from './usePopulation';

/** What is shown of an account as it was known at a time. */
export function populationColumns(t: Translate): ColumnConfig<PopulationRow>[] {
  return [
    {
      id: 'account',
      minWidth: 160,
      defaultWidth: '2fr',
      label: t('accounts.column.account'),
      isRowHeader: true,
      cell: account => (
        <CellText
          title={accountName(account, t)}
          description={account.email ?? undefined}
        />
      ),
    },
    {
      id: 'gorgiasRole',
      minWidth: 100,
      label: t('accounts.gorgiasRole'),
      cell: ({ gorgiasRole }) => <CellText title={roleTitle(gorgiasRole, t)} />,
    },
    {
      id: 'state',
      minWidth: 110,
      label: t('accounts.column.state'),
      cell: ({ state }) => <CellText title={t(`accounts.stateOf.${state}`)} />,
    },
    {
      id: 'identity',
      minWidth: 150,
      defaultWidth: '2fr',
      label: t('accounts.column.identity'),
      cell: ({ identity }) => (
        <Cell>
          <RecordedIdentity identity={identity} />
        </Cell>
      ),
    },
    ...ACCOUNT_CHECK_IDS.map(checkId => ({
      id: checkId,
      minWidth: 140,
      label: t(`checkShort.${checkId}`),
      cell: ({ verdicts }: PopulationRow) => (
        <Cell>
          {verdicts[checkId] ? (
            <RecordedVerdict verdict={verdicts[checkId]!} />
          ) : (
            <Text>–</Text>
          )}
        </Cell>
      ),
    })),
  ];
}
