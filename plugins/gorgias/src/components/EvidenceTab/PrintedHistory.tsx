import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { HistoryEntry, SystemSummary } from 'backstage-plugin-gorgias-common';
import { DateTime } from 'luxon';
import { gorgiasTranslationRef } from '../../translation';
import { HistoryChange } from '../History/HistoryChange';
import { useTableStyles } from '../Plot';
import { EvidenceQuery } from './useEvidenceFilter';
import { Printout } from './usePrintout';

const momentText = (at: DateTime) =>
  at.toLocaleString(DateTime.DATETIME_FULL_WITH_SECONDS);

const Entry = ({ entry }: { entry: HistoryEntry }) => {
  const { at, kind, checkId, accountId, accountName, staffRef, by } = entry;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return (
    <tr>
      <th scope="row">{momentText(DateTime.fromISO(at))}</th>
      <td>
        {t(`changes.kindOf.${kind}`)}
        {checkId && `: ${t(`messages.checkTitles.${checkId}`)}`}
      </td>
      <td>
        {[
          accountName,
          accountId && t('exceptions.account', { id: accountId }),
          staffRef,
        ]
          .filter(Boolean)
          .join(', ')}
      </td>
      <td>{by ?? t('changes.read')}</td>
      <td>
        <HistoryChange entry={entry} />
      </td>
    </tr>
  );
};

/** What was recorded, on paper: said of what, when it was printed and what it was narrowed to. */
export const PrintedHistory = (props: {
  summary: SystemSummary;
  query: EvidenceQuery;
  printout: Printout;
}) => {
  const { summary, query, printout } = props;
  const { entries, all } = printout;
  const classes = useTableStyles();
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const narrowed = Object.values(query).filter(Boolean).join(', ');
  return (
    <>
      <h1>{t('evidence.printTitle', { title: summary.title })}</h1>
      <p>{t('evidence.help')}</p>
      <p>
        {summary.entityRef}
        <br />
        {t('evidence.printedAt')}: {momentText(DateTime.now())}
        <br />
        {t('evidence.printFilter')}: {narrowed || t('evidence.printAll')}
      </p>
      {entries.length < all && (
        <p>{t('evidence.printCut', { shown: entries.length, all })}</p>
      )}
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('changes.column.at')}</th>
            <th scope="col">{t('changes.column.what')}</th>
            <th scope="col">{t('changes.column.about')}</th>
            <th scope="col">{t('changes.column.by')}</th>
            <th scope="col">{t('changes.column.change')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(entry => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </>
  );
};
