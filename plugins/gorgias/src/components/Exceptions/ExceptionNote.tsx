import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { AccessException } from 'backstage-plugin-gorgias-common';
import { Day } from '../Time';
import { useTexts } from '../../hooks/useTexts';

/** Until when a verdict is exempt and who approved that, or that somebody asked for it. */
export const ExceptionNote = (props: { exception: AccessException }) => {
  const { status, until, requestedBy, decidedBy, reason, reference } =
    props.exception;
  const { t } = useTexts();
  const why = [reason, reference].filter(Boolean).join(' · ');
  return status === 'approved' ? (
    <Text as="p">
      {t('exceptions.exemptUntil')} <Day at={until} />
      {decidedBy && (
        <>
          , {t('exceptions.approvedBy')} <EntityRefLink entityRef={decidedBy} />
        </>
      )}
      : {why}
    </Text>
  ) : (
    <Text as="p">
      {t('exceptions.requestedInfo')} <EntityRefLink entityRef={requestedBy} />,{' '}
      {t('common.until')} <Day at={until} /> ({why}); {t('exceptions.waits')}
    </Text>
  );
};
