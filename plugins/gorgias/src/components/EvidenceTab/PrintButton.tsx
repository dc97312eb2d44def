import { Button, Text } from '@backstage/ui';
import { HistoryFilter, SystemSummary } from 'backstage-plugin-gorgias-common';
import { useTell } from '../../hooks/useTell';
import { Printable } from '../Printable';
import { PrintedHistory } from './PrintedHistory';
import { EvidenceQuery } from './useEvidenceFilter';
import { usePrintout } from './usePrintout';
import { useTexts } from '../../hooks/useTexts';

/** Prints all that the filter lets through. */
export const PrintButton = (props: {
  summary: SystemSummary;
  query: EvidenceQuery;
  filter: HistoryFilter;
}) => {
  const { summary, query, filter } = props;
  const { t } = useTexts();
  const tell = useTell();
  const { collected, printout, collect, forget } = usePrintout(
    summary.entityRef,
    filter,
  );
  const isCollecting = collected !== undefined;
  return (
    <>
      <Button
        variant="secondary"
        isPending={isCollecting}
        onPress={() =>
          collect().catch(error =>
            tell.failed(t('evidence.printFailed'), error),
          )
        }
      >
        {t('evidence.print')}
      </Button>
      {isCollecting && (
        <Text role="status" variant="body-small" color="secondary">
          {t('evidence.printing', { n: collected })}
        </Text>
      )}
      {printout && (
        <Printable onPrinted={forget}>
          <PrintedHistory summary={summary} query={query} printout={printout} />
        </Printable>
      )}
    </>
  );
};
