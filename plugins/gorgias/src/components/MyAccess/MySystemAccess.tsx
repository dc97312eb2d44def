import { Link, Text } from '@backstage/ui';
import { AccountRow } from 'backstage-plugin-gorgias-common';
import { useSystemLinks } from '../../hooks/useSystemLinks';
import { useTexts } from '../../hooks/useTexts';
import { OwnAccount } from '../SystemOverview';
import { MySystem } from './useMyAccess';

/** Gorgias' own help: only the person can turn it on, in the own profile. */
const HELP_ON_2FA =
  'https://docs.gorgias.com/en-US/add-two-factor-authentication-(2fa)-to-your-gorgias-account-2559246';

function passes({ verdicts }: AccountRow): boolean {
  return verdicts.every(
    ({ status }) => status === 'passing' || status === 'not-applicable',
  );
}

/** Whether the person could mend the check on MFA alone. */
function could2fa({ ownTwoFactor, verdicts }: AccountRow): boolean {
  return (
    ownTwoFactor === false &&
    verdicts.some(
      ({ checkId, status }) =>
        checkId === 'mfa-enabled' && status === 'failing',
    )
  );
}

/** The own accounts in one critical system, under its name. */
export const MySystemAccess = ({ system }: { system: MySystem }) => {
  const { entityRef, title, accounts } = system;
  const { t } = useTexts();
  const linksOf = useSystemLinks();
  return (
    <section aria-label={title}>
      <Text as="h3" variant="body-large" weight="bold">
        <Link href={linksOf(entityRef).summary}>{title}</Link>
      </Text>
      {accounts.map(account => (
        <OwnAccount key={account.id} account={account} />
      ))}
      {accounts.every(passes) && <Text as="p">{t('myAccess.allPassing')}</Text>}
      {accounts.some(could2fa) && (
        <Link href={HELP_ON_2FA} target="_blank" rel="noopener noreferrer">
          {t('myAccess.howToTurnOn2fa')}
        </Link>
      )}
    </section>
  );
};
