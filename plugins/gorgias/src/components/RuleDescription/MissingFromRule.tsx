import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { AccessRule } from 'backstage-plugin-gorgias-common';
import { gorgiasTranslationRef } from '../../translation';

/** Says whom a rule names that is not there (any more), so that it is not silently narrower. */
export const MissingFromRule = (
  props: Pick<AccessRule, 'missingOrgRoles' | 'missingPeople'>,
) => {
  const { missingOrgRoles, missingPeople } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return (
    <>
      {missingOrgRoles.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('manage.missingOrgRoles', {
            refs: missingOrgRoles.join(', '),
          })}
        />
      )}
      {missingPeople.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('manage.missingPeople', { refs: missingPeople.join(', ') })}
        />
      )}
    </>
  );
};
