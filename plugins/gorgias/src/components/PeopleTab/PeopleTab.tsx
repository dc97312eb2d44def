import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex, Text } from '@backstage/ui';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { gorgiasApiRef } from '../../api';
import { useSystemLinks } from '../../hooks/useSystemLinks';
import { useTell } from '../../hooks/useTell';
import { may } from '../../may';
import { gorgiasTranslationRef } from '../../translation';
import { ConfirmDialog } from '../ConfirmDialog';
import { LoadError } from '../LoadState';
import { ScrollTable } from '../ScrollTable';
import { LeftDialog } from './LeftDialog';
import { peopleColumns, PersonRow } from './peopleColumns';
import { PeopleFilters } from './PeopleFilters';
import { PeopleNumbers } from './PeopleNumbers';
import { RevocationDialog } from './RevocationDialog';
import { usePeople } from './usePeople';
import { usePeopleFilter } from './usePeopleFilter';
import { useStateOffboarding } from './useStateOffboarding';

interface PeopleTabProps {
  summary: SystemSummary;
  refresh(): Promise<void>;
}

const People = ({ summary, refresh }: PeopleTabProps) => {
  const { entityRef } = summary;
  const api = useApi(gorgiasApiRef);
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const tell = useTell();
  const linksOf = useSystemLinks();
  const { filter, isFiltered } = usePeopleFilter();
  const { tableProps, reload, numbers } = usePeople(summary, filter);
  const [openedRef, setOpenedRef] = useState<string>();
  const [isStating, setStating] = useState(false);
  const [doubted, setDoubted] = useState<PersonRow>();
  const opened = tableProps.data?.find(({ id }) => id === openedRef);
  const onChanged = () => {
    reload();
    refresh();
  };

  const offboarding = useStateOffboarding({ onChanged });
  const mayClassify = may(summary, 'classify');

  const takeBack = async (person: PersonRow) => {
    const name = person.displayName;
    try {
      await api.deleteRevocation(entityRef, person.staffRef, person.etag);
      tell.done(t('people.takenBack', { name }));
    } catch (error) {
      tell.failed(t('people.takeBackFailed'), error);
    }
    onChanged();
  };
  const columns = peopleColumns({
    t,
    accountHref: account => linksOf(entityRef).accounts({ account }),
    ...(mayClassify && {
      onRemoved: person => setOpenedRef(person.id),
      onTakeBack: takeBack,
      onNotLeft: setDoubted,
    }),
  });

  return (
    <>
      {numbers && <PeopleNumbers {...numbers} />}
      <PeopleFilters />
      {mayClassify && (
        <div>
          <Button variant="secondary" onPress={() => setStating(true)}>
            {t('people.left')}
          </Button>
        </div>
      )}
      {tableProps.error ? (
        <LoadError error={tableProps.error} onRetry={reload} />
      ) : (
        <ScrollTable
          {...tableProps}
          label={t('people.table')}
          columnConfig={columns}
          emptyState={
            <Text>{t(isFiltered ? 'people.noMatch' : 'people.empty')}</Text>
          }
        />
      )}
      {opened && (
        <RevocationDialog
          entityRef={entityRef}
          person={opened}
          onChanged={onChanged}
          onClose={() => setOpenedRef(undefined)}
        />
      )}
      {isStating && (
        <LeftDialog onChanged={onChanged} onClose={() => setStating(false)} />
      )}
      {doubted && (
        <ConfirmDialog
          title={t('people.notLeftTitle', { name: doubted.displayName })}
          consequence={t('people.notLeftHelp')}
          confirm={t('people.notLeft')}
          onConfirm={() => offboarding.takeBack(doubted.staffRef)}
          onClose={() => setDoubted(undefined)}
        />
      )}
    </>
  );
};

/** Those who left, and what became of their access. */
export const PeopleTab = (props: PeopleTabProps) => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return (
    <Flex direction="column" gap="4" py="4">
      {may(props.summary, 'read-accounts') ? (
        <People {...props} />
      ) : (
        <Alert status="info" icon title={t('people.needs')} />
      )}
    </Flex>
  );
};
