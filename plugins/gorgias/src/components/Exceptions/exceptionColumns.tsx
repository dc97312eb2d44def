import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  Button,
  Cell,
  CellText,
  ColumnConfig,
  Flex,
  Text,
} from '@backstage/ui';
import {
  AccessException,
  CHECK_TITLES,
  GorgiasAction,
} from 'backstage-plugin-gorgias-common';
import { Translate } from '../../accountName';
import { Day, Time } from '../Time';
import { Decision, decisionsOn } from './decisions';
import { ExceptionStatusText } from './ExceptionStatusText';

/** What a list of exceptions shows of one. */
export function exceptionColumns(options: {
  t: Translate;
  actions: readonly GorgiasAction[];
  accountHref(accountId: string): string;
  onDecide(exception: AccessException, decision: Decision): void;
}): ColumnConfig<AccessException>[] {
  const { t, actions, accountHref, onDecide } = options;
  return [
    {
      id: 'account',
      minWidth: 120,
      label: t('exceptions.column.account'),
      isRowHeader: true,
      cell: ({ accountId, checkId }) => (
        <CellText
          title={t('exceptions.account', { id: accountId })}
          description={CHECK_TITLES[checkId]}
          href={accountHref(accountId)}
        />
      ),
    },
    {
      id: 'reason',
      minWidth: 140,
      defaultWidth: '2fr',
      label: t('exceptions.column.reason'),
      cell: ({ reason, reference }) => (
        <CellText title={reason} description={reference} />
      ),
    },
    {
      id: 'asked',
      minWidth: 120,
      label: t('exceptions.column.asked'),
      cell: ({ requestedBy, requestedAt }) => (
        <Cell>
          <Text as="p">
            <EntityRefLink entityRef={requestedBy} />
          </Text>
          <Text as="p" variant="body-small" color="secondary">
            <Time at={requestedAt} />
          </Text>
        </Cell>
      ),
    },
    {
      id: 'until',
      minWidth: 110,
      label: t('exceptions.column.until'),
      cell: ({ until }) => (
        <Cell>
          <Text>
            <Day at={until} />
          </Text>
        </Cell>
      ),
    },
    {
      id: 'status',
      minWidth: 140,
      label: t('exceptions.column.status'),
      cell: exception => (
        <Cell>
          <ExceptionStatusText exception={exception} />
        </Cell>
      ),
    },
    {
      id: 'actions',
      minWidth: 180,
      label: t('exceptions.column.actions'),
      cell: exception => (
        <Cell>
          <Flex gap="2">
            {decisionsOn(exception, actions).map(decision => (
              <Button
                key={decision}
                variant="secondary"
                onPress={() => onDecide(exception, decision)}
              >
                {t(`exceptions.${decision}.button`)}
              </Button>
            ))}
          </Flex>
        </Cell>
      ),
    },
  ];
}
