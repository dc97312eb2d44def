import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { AccessException } from 'backstage-plugin-gorgias-common';
import { gorgiasTranslationRef } from '../../translation';
import { Said } from '../Said';
import { Time } from '../Time';

/** Where an exception stands, who decided so, and why. */
export const ExceptionStatusText = (props: { exception: AccessException }) => {
  const { exception } = props;
  const { status, decidedBy, decidedAt, lapsedAt, twoPersonRule } = exception;
  const { lapsedBecause, lapsedBecauseParts, decisionReason } = exception;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return (
    <>
      <Text as="p" weight="bold">
        {t(`exceptions.statusOf.${status}`)}
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        {decidedBy && <EntityRefLink entityRef={decidedBy} />}{' '}
        {decidedAt && <Time at={decidedAt} />}{' '}
        {lapsedAt && <Time at={lapsedAt} />}
        {status === 'lapsed'
          ? lapsedBecause && (
              <>
                {' '}
                <Said parts={lapsedBecauseParts} english={lapsedBecause} />
              </>
            )
          : decisionReason && <> {decisionReason}</>}
        {decidedBy && !twoPersonRule && <> ({t('exceptions.noTwoPerson')})</>}
      </Text>
    </>
  );
};
