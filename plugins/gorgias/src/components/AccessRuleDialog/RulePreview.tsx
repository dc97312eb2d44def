import { Flex, Text } from '@backstage/ui';
import { AccessRulePreview } from 'backstage-plugin-gorgias-common';
import { LoadError, LoadingLines } from '../LoadState';
import { MissingFromRule } from '../RuleDescription';
import { StatusLabel } from '../StatusLabel';
import { RulePreviewState } from './useRulePreview';
import { useTexts } from '../../hooks/useTexts';

const EXPECTED_LINES = 3;
const MAX_CHANGES_SHOWN = 50;

const Outcome = ({ preview }: { preview: AccessRulePreview }) => {
  const { t } = useTexts();
  const { changes, exempt } = preview;
  const hidden = changes.length - MAX_CHANGES_SHOWN;
  return (
    <Flex direction="column" gap="2" role="status">
      <MissingFromRule {...preview} />
      <Text as="p">{t('rule.covered', { count: preview.coveredStaff })}</Text>
      <Text as="p">
        {t('rule.outcome', {
          passing: preview.passing,
          failing: preview.failing,
          unknown: preview.unknown,
        })}
        {exempt > 0 && ` ${t('rule.exempt', { count: exempt })}`}
      </Text>
      <Text as="p">
        {changes.length > 0
          ? t('rule.changes', { count: changes.length })
          : t('rule.noChanges')}
      </Text>
      <ul aria-label={t('rule.preview')}>
        {changes.slice(0, MAX_CHANGES_SHOWN).map(change => (
          <li key={change.accountId}>
            <Text>{change.name ?? change.email ?? change.accountId}: </Text>
            <StatusLabel status={change.from} /> →{' '}
            <StatusLabel status={change.to} />
          </li>
        ))}
      </ul>
      {hidden > 0 && <Text as="p">{t('rule.moreChanges', { n: hidden })}</Text>}
    </Flex>
  );
};

/** What a rule would do if it were saved now. */
export const RulePreview = ({ state }: { state: RulePreviewState }) => {
  const { isPending, preview, error, retry } = state;
  const { t } = useTexts();
  return (
    <section aria-label={t('rule.preview')}>
      <Text as="h3" weight="bold">
        {t('rule.preview')}
      </Text>
      {isPending && <LoadingLines lines={EXPECTED_LINES} />}
      {error && (
        <LoadError
          error={error}
          title={t('rule.previewFailed')}
          onRetry={retry}
        />
      )}
      {preview && <Outcome preview={preview} />}
    </section>
  );
};
