import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  AccessException,
  AccountRow,
  SystemSummary,
  Verdict,
} from 'backstage-plugin-gorgias-common';
import { useSystemLinks } from '../../hooks/useSystemLinks';
import { may } from '../../may';
import { gorgiasTranslationRef } from '../../translation';
import { VerdictException } from '../Exceptions';
import { VerdictDetails } from './VerdictDetails';

/** Where a verdict can be mended in Backstage, when not on this very page. */
const FixLink = (props: { summary: SystemSummary; verdict: Verdict }) => {
  const { summary, verdict } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const links = useSystemLinks()(summary.entityRef);
  return verdict.checkId === 'access-valid' &&
    ['failing', 'not-configured'].includes(verdict.status) &&
    may(summary, 'manage-access-rule') ? (
    <Link href={links.manage}>{t('account.changeRule')}</Link>
  ) : null;
};

/** Every verdict of an account, with what can be done about it. */
export const AccountVerdicts = (props: {
  summary: SystemSummary;
  account: Pick<AccountRow, 'id' | 'verdicts'>;
  exceptions: AccessException[];
  onChanged(): void;
}) => {
  const { summary, account, exceptions, onChanged } = props;
  return (
    <>
      {account.verdicts.map(verdict => (
        <VerdictDetails key={verdict.checkId} verdict={verdict}>
          <FixLink summary={summary} verdict={verdict} />
          <VerdictException
            entityRef={summary.entityRef}
            accountId={account.id}
            verdict={verdict}
            exceptions={exceptions}
            mayAsk={may(summary, 'request-exception')}
            onAsked={onChanged}
          />
        </VerdictDetails>
      ))}
    </>
  );
};
