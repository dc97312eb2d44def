import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button, Cell, ColumnConfig, Flex, Link, Text } from '@backstage/ui';
import {
  AccessException,
  GorgiasAction,
} from 'backstage-plugin-gorgias-common';
import { Translate } from '../../accountName';
import { Day, Time } from '../Time';
import { Decision, decisionsOn } from './decisions';
import { ExceptionStatusText } from './ExceptionStatusText';

// Everything that was said has to be readable before a decision.
const WRAP = { whiteSpace: 'normal', overflowWrap: 'anywhere' } as const;

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
      minWidth: 150,
      label: t('exceptions.column.account'),
      isRowHeader: true,
      cell: ({ accountId, accountName, checkId }) => (
        <Cell>
          <Link href={accountHref(accountId)}>
            {accountName ?? t('exceptions.account', { id: accountId })}
          </Link>
          <Text as="p" variant="body-small" color="secondary" style={WRAP}>
            {t(`messages.checkTitles.${checkId}`)}
          </Text>
        </Cell>
      ),
    },
    {
      id: 'reason',
      minWidth: 140,
      defaultWidth: '2fr',
      label: t('exceptions.column.reason'),
      cell: ({ reason, reference }) => (
        <Cell>
          <Text as="p" style={WRAP}>
            {reason}
          </Text>
          <Text as="p" variant="body-small" color="secondary" style={WRAP}>
            {reference}
          </Text>
        </Cell>
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
          <Flex gap="2" style={{ flexWrap: 'wrap' }}>
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
