import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  Button,
  Cell,
  CellText,
  ColumnConfig,
  Flex,
  Text,
} from '@backstage/ui';
import { CHECK_IDS } from 'backstage-plugin-gorgias-common';
import { accountName } from '../../accountName';
import { roleTitle } from '../../gorgiasRoles';
import { Translate } from '../../hooks/useTexts';
import { RecordedIdentity } from '../Identity';
import { StatusLabel } from '../StatusLabel';
import { Day, Time } from '../Time';
import { ItemAction } from './DecisionDialog';
import { decisionText } from './decisionText';
import { ItemDecision } from './ItemDecision';
import { ItemRow } from './useReviewItems';

const WRAP = { whiteSpace: 'normal', overflowWrap: 'anywhere' } as const;
const FINE = ['passing', 'not-applicable'];

/** What the list of accounts in a review shows of one. */
export function itemColumns(
  t: Translate,
  options: { isOpen: boolean; onAct(action: ItemAction, item: ItemRow): void },
): ColumnConfig<ItemRow>[] {
  return [
    {
      id: 'account',
      minWidth: 160,
      defaultWidth: '2fr',
      label: t('reviews.column.account'),
      isRowHeader: true,
      cell: item => (
        <CellText
          title={accountName({ ...item, id: item.accountId }, t)}
          description={item.email ?? undefined}
        />
      ),
    },
    {
      id: 'role',
      minWidth: 110,
      label: t('reviews.column.role'),
      cell: ({ gorgiasRole }) => <CellText title={roleTitle(gorgiasRole, t)} />,
    },
    {
      id: 'identity',
      minWidth: 140,
      label: t('reviews.column.identity'),
      cell: ({ identity }) => (
        <Cell>
          <RecordedIdentity identity={identity} />
        </Cell>
      ),
    },
    {
      id: 'verdicts',
      minWidth: 170,
      label: t('reviews.column.verdicts'),
      cell: ({ verdicts }) => {
        const shown = CHECK_IDS.filter(
          id => verdicts[id] && !FINE.includes(verdicts[id]!),
        );
        return (
          <Cell>
            {shown.map(id => (
              <Text as="p" key={id} variant="body-small" style={WRAP}>
                {t(`checkShort.${id}`)} <StatusLabel status={verdicts[id]!} />
              </Text>
            ))}
            {shown.length === 0 && <Text>{t('reviews.allPassing')}</Text>}
          </Cell>
        );
      },
    },
    {
      id: 'decision',
      minWidth: 200,
      defaultWidth: '2fr',
      label: t('reviews.column.decision'),
      cell: item => (
        <Cell>
          <ItemDecision item={item} />
          {options.isOpen &&
            item.isMine &&
            item.state === 'active' &&
            item.decision === null && (
              <Flex gap="2">
                {(['keep', 'revoke'] as const).map(action => (
                  <Button
                    key={action}
                    variant="secondary"
                    size="small"
                    onPress={() => options.onAct(action, item)}
                  >
                    {t(`reviews.${action}.button`)}
                  </Button>
                ))}
              </Flex>
            )}
        </Cell>
      ),
    },
    {
      id: 'lastLogIn',
      minWidth: 110,
      label: t('reviews.column.lastLogIn'),
      cell: ({ lastLogInAt }) => (
        <Cell>
          <Text>
            {lastLogInAt ? <Time at={lastLogInAt} /> : t('common.notKnown')}
          </Text>
        </Cell>
      ),
    },
    {
      id: 'lastDecision',
      minWidth: 120,
      label: t('reviews.column.lastDecision'),
      cell: ({ lastDecision }) => (
        <Cell>
          {lastDecision ? (
            <>
              <Text as="p">{decisionText(lastDecision, t)}</Text>
              <Text as="p" variant="body-small" color="secondary">
                <Day at={lastDecision.at} />
              </Text>
            </>
          ) : (
            <Text>–</Text>
          )}
        </Cell>
      ),
    },
    {
      id: 'reviewer',
      minWidth: 120,
      label: t('reviews.column.reviewer'),
      cell: ({ reviewer }) => (
        <Cell>
          {reviewer ? (
            <EntityRefLink entityRef={reviewer} />
          ) : (
            <Text>{t('reviews.nobody')}</Text>
          )}
        </Cell>
      ),
    },
  ];
}
