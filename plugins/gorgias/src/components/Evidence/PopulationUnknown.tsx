import { Alert } from '@backstage/ui';
import { useFormats } from '../../hooks/useFormats';
import { useTexts } from '../../hooks/useTexts';

/** Why the ledger does not tell who had access at a time. */
export const PopulationUnknown = (props: {
  at: string;
  knownSince: string | null;
}) => {
  const { at, knownSince } = props;
  const { t } = useTexts();
  const { moment } = useFormats();
  const why = () => {
    if (knownSince === null) {
      return t('evidence.population.neverKnown');
    }
    return Date.parse(at) < Date.parse(knownSince)
      ? t('evidence.population.beforeKnown', { since: moment(knownSince) })
      : t('evidence.population.removed');
  };
  return (
    <Alert
      role="status"
      status="info"
      icon
      title={t('evidence.population.unknown')}
      description={why()}
    />
  );
};
