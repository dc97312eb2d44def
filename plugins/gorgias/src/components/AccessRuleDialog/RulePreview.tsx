import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex, Text } from '@backstage/ui';
import {
  AccessRulePreview,
  AccessRuleSpec,
} from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import useAsyncRetry from 'react-use/lib/useAsyncRetry';
import useDebounce from 'react-use/lib/useDebounce';
import { gorgiasApiRef } from '../../api';
import { gorgiasTranslationRef } from '../../translation';
import { LoadError, LoadingLines } from '../LoadState';
import { StatusLabel } from '../StatusLabel';

const DEBOUNCE_MS = 400;
const EXPECTED_LINES = 3;
const MAX_CHANGES_SHOWN = 50;

const Outcome = ({ preview }: { preview: AccessRulePreview }) => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const { changes, missingOrgRoles } = preview;
  const hidden = changes.length - MAX_CHANGES_SHOWN;
  return (
    <Flex direction="column" gap="2" role="status">
      {missingOrgRoles.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('manage.missingOrgRoles', {
            refs: missingOrgRoles.join(', '),
          })}
        />
      )}
      <Text as="p">{t('rule.covered', { count: preview.coveredStaff })}</Text>
      <Text as="p">
        {t('rule.outcome', {
          passing: preview.passing,
          failing: preview.failing,
          unknown: preview.unknown,
        })}
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
export const RulePreview = (props: {
  entityRef: string;
  spec: AccessRuleSpec;
}) => {
  const { entityRef } = props;
  const api = useApi(gorgiasApiRef);
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const wanted = JSON.stringify(props.spec);
  const [settled, setSettled] = useState(wanted);
  useDebounce(() => setSettled(wanted), DEBOUNCE_MS, [wanted]);
  const { value, error, loading, retry } = useAsyncRetry(
    () => api.previewAccessRule(entityRef, JSON.parse(settled)),
    [api, entityRef, settled],
  );
  // The outcome of another rule than the chosen one must not be shown.
  const isCurrent = settled === wanted && !loading;

  return (
    <section aria-label={t('rule.preview')}>
      <Text as="h3" weight="bold">
        {t('rule.preview')}
      </Text>
      {!isCurrent && <LoadingLines lines={EXPECTED_LINES} />}
      {isCurrent && error && (
        <LoadError
          error={error}
          title={t('rule.previewFailed')}
          onRetry={retry}
        />
      )}
      {isCurrent && value && <Outcome preview={value} />}
    </section>
  );
};
