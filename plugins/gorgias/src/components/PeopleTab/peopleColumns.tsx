import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button, Cell, ColumnConfig, Text } from '@backstage/ui';
import { OffboardedPerson } from 'backstage-plugin-gorgias-common';
import { Translate } from '../../accountName';
import { lengthOf } from '../../dates';
import { Day, Time } from '../Time';
import { PersonAccounts, PersonStatus } from './PersonAccess';

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
}): ColumnConfig<PersonRow>[] {
  const { t, accountHref, onRemoved, onTakeBack } = options;
  const actions: ColumnConfig<PersonRow> = {
    id: 'actions',
    minWidth: 170,
    label: t('people.column.actions'),
    cell: person => (
      <Cell>
        {person.override ? (
          <Button variant="secondary" onPress={() => onTakeBack?.(person)}>
            {t('common.undo')}
          </Button>
        ) : (
          person.status === 'active' && (
            <Button variant="secondary" onPress={() => onRemoved?.(person)}>
              {t('people.removed')}
            </Button>
          )
        )}
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
            {tookSeconds !== null &&
              (lengthOf(tookSeconds) || t('common.atOnce'))}
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
