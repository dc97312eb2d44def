import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Identity } from 'backstage-plugin-gorgias-common';
import { gorgiasTranslationRef } from '../../translation';
import { Said } from '../Said';

const useStyles = makeStyles(
  { ground: { overflowWrap: 'anywhere' } },
  { name: 'GorgiasAccountIdentity' },
);

/**
 * Who an account is, or why that is not known. The link is one of
 * `@backstage/ui`, since a click on it must not also open the row around it.
 */
export const AccountIdentity = ({ identity }: { identity: Identity }) => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const classes = useStyles();
  const entityLink = useEntityRefLink();
  if (identity.type === 'staff-member') {
    return (
      <>
        <Link href={entityLink(identity.staffRef)}>{identity.displayName}</Link>
        {identity.staffState === 'offboarded' && (
          <Text color="secondary"> ({t('accounts.offboarded')})</Text>
        )}
      </>
    );
  }
  const isUnidentified = identity.type === 'unidentified';
  return (
    <>
      <Text as="p">
        {isUnidentified
          ? t('accounts.unidentified')
          : t(`identity.${identity.type}`)}
      </Text>
      <Text
        as="p"
        variant="body-small"
        color="secondary"
        className={classes.ground}
      >
        {isUnidentified ? (
          <Said parts={identity.groundParts} english={identity.ground} />
        ) : (
          identity.purpose
        )}
      </Text>
    </>
  );
};
