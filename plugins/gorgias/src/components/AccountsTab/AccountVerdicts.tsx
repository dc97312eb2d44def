import { Link } from '@backstage/ui';
import {
  AccessException,
  AccountRow,
  SystemSummary,
  Verdict,
} from 'backstage-plugin-gorgias-common';
import { useSystemLinks } from '../../hooks/useSystemLinks';
import { may } from '../../may';
import { VerdictException } from '../Exceptions';
import { VerdictDetails } from './VerdictDetails';
import { useTexts } from '../../hooks/useTexts';

/** Where a verdict can be mended in Backstage, when not on this very page. */
const FixLink = (props: {
  summary: SystemSummary;
  account: Pick<AccountRow, 'identity'>;
  verdict: Verdict;
}) => {
  const { summary, verdict } = props;
  const { identity } = props.account;
  const { t } = useTexts();
  const links = useSystemLinks()(summary.entityRef);
  if (!['failing', 'not-configured'].includes(verdict.status)) {
    return null;
  }
  if (
    verdict.checkId === 'access-valid' &&
    may(summary, 'manage-access-rule')
  ) {
    return <Link href={links.manage}>{t('account.changeRule')}</Link>;
  }
  if (
    verdict.checkId === 'offboarded-access-removed' &&
    identity.type === 'staff-member' &&
    may(summary, 'classify')
  ) {
    const search = new URLSearchParams({ search: identity.displayName });
    return (
      <Link href={`${links.people}?${search}`}>{t('account.toPerson')}</Link>
    );
  }
  return null;
};

/** Every verdict of an account, with what can be done about it. */
export const AccountVerdicts = (props: {
  summary: SystemSummary;
  account: Pick<AccountRow, 'id' | 'identity' | 'verdicts'>;
  exceptions: AccessException[];
  onChanged(): void;
}) => {
  const { summary, account, exceptions, onChanged } = props;
  return (
    <>
      {account.verdicts.map(verdict => (
        <VerdictDetails key={verdict.checkId} verdict={verdict}>
          <FixLink summary={summary} account={account} verdict={verdict} />
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
