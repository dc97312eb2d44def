import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Cell, ColumnConfig, Text } from '@backstage/ui';
import { OffboardedPerson } from 'backstage-plugin-gorgias-common';
import { Translate } from '../../accountName';
import { Day, Length, Time } from '../Time';
import { PersonAccounts, PersonStatus } from './PersonAccess';
import { PersonActions } from './PersonActions';

/** Somebody who left, as a row of a table needs it. */
export type PersonRow = OffboardedPerson & { id: string };

const When = ({ at }: { at: string | null }) => (
  <Cell>
    {at && (
      <Text>
        <Day at={at} />
      </Text>
    )}
  </Cell>
);

/** What the list of people who left shows of one. */
export function peopleColumns(options: {
  t: Translate;
  accountHref(accountId: string): string;
  /** Not given to those who may not say that access was removed. */
  onRemoved?(person: PersonRow): void;
  onTakeBack?(person: PersonRow): void;
  /** Takes back that the person has left, where an admin said so. */
  onNotLeft?(person: PersonRow): void;
}): ColumnConfig<PersonRow>[] {
  const { t, accountHref, onRemoved } = options;
  const actions: ColumnConfig<PersonRow> = {
    id: 'actions',
    minWidth: 170,
    label: t('people.column.actions'),
    cell: person => (
      <Cell>
        <PersonActions person={person} {...options} />
      </Cell>
    ),
  };
  return [
    {
      id: 'person',
      minWidth: 130,
      label: t('people.column.person'),
      isRowHeader: true,
      cell: ({ staffRef, displayName }) => (
        <Cell>
          <Text>
            <EntityRefLink entityRef={staffRef}>{displayName}</EntityRefLink>
          </Text>
        </Cell>
      ),
    },
    {
      id: 'left',
      minWidth: 130,
      label: t('people.column.left'),
      cell: ({ offboardedAt, offboardedGround, offboardedProof }) => (
        <Cell>
          <Text as="p">
            {offboardedAt ? <Day at={offboardedAt} /> : t('common.notKnown')}
          </Text>
          <Text as="p" variant="body-small" color="secondary">
            {t(`people.ground.${offboardedGround}`)}
            {offboardedProof && `: ${offboardedProof.proof}`}
          </Text>
        </Cell>
      ),
    },
    {
      id: 'status',
      minWidth: 150,
      label: t('people.column.status'),
      cell: person => (
        <Cell>
          <PersonStatus person={person} />
        </Cell>
      ),
    },
    {
      id: 'due',
      minWidth: 110,
      label: t('people.column.due'),
      cell: ({ dueAt }) => <When at={dueAt} />,
    },
    {
      id: 'took',
      minWidth: 120,
      label: t('people.column.took'),
      cell: ({ tookSeconds, removedAt }) => (
        <Cell>
          <Text as="p">
            {tookSeconds !== null && <Length seconds={tookSeconds} />}
          </Text>
          {removedAt && (
            <Text as="p" variant="body-small" color="secondary">
              <Time at={removedAt} />
            </Text>
          )}
        </Cell>
      ),
    },
    {
      id: 'accounts',
      minWidth: 170,
      defaultWidth: '2fr',
      label: t('people.column.accounts'),
      cell: ({ accounts }) => (
        <Cell>
          <PersonAccounts accounts={accounts} hrefOf={accountHref} />
        </Cell>
      ),
    },
    ...(onRemoved ? [actions] : []),
  ];
}
