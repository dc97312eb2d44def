import { Alert } from '@backstage/ui';
import { AccessRule } from 'backstage-plugin-gorgias-common';
import { useTexts } from '../../hooks/useTexts';

/** Says whom a rule names that is not there (any more), so that it is not silently narrower. */
export const MissingFromRule = (
  props: Pick<AccessRule, 'missingOrgRoles' | 'missingPeople'>,
) => {
  const { missingOrgRoles, missingPeople } = props;
  const { t } = useTexts();
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
