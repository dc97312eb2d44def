import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { gorgiasApiRef } from '../../api';
import { useTell } from '../../hooks/useTell';
import { saveFile } from '../../saveFile';
import { gorgiasTranslationRef } from '../../translation';
import { AccountQuery } from './accountQuery';

/** The name of a file with the accounts of a system as they are today. */
function fileName(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return `${words}-accounts-${DateTime.local().toISODate()}.csv`;
}

/** Saves all accounts that the filter lets through, in the order they are shown, as CSV. */
export const ExportButton = (
  props: { summary: SystemSummary } & Pick<AccountQuery, 'filter' | 'order'>,
) => {
  const { summary, filter, order } = props;
  const api = useApi(gorgiasApiRef);
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const tell = useTell();
  const [isExporting, setExporting] = useState(false);

  const save = async () => {
    setExporting(true);
    try {
      const csv = await api.exportAccounts(summary.entityRef, {
        ...filter,
        ...order,
      });
      const name = fileName(summary.title);
      // By the mark at its beginning, which reading it has taken off, spreadsheets tell that it is UTF-8.
      saveFile(name, `\uFEFF${csv}`, 'text/csv;charset=utf-8');
      tell.done(t('accounts.exported', { name }));
    } catch (error) {
      tell.failed(t('accounts.exportFailed'), error);
    } finally {
      setExporting(false);
    }
  };

  return (
    <Button variant="secondary" isPending={isExporting} onPress={save}>
      {t('accounts.export')}
    </Button>
  );
};
