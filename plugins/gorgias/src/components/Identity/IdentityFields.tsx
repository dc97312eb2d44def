import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import { gorgiasTranslationRef } from '../../translation';
import { DateField } from '../DateField';
import { IdentityDraft } from './draft';

/** What has to be said of an account that is a staff member's, or of one that needs none. */
export const IdentityFields = (props: {
  draft: IdentityDraft;
  onChange(part: Partial<IdentityDraft>): void;
}) => {
  const { draft, onChange } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  if (!draft.type || draft.type === 'automatic') {
    return null;
  }
  return draft.type === 'staff-member' ? (
    <>
      <TextField
        label={t('identity.staffRef')}
        description={t('common.refHelp', { example: 'user:default/jane.doe' })}
        value={draft.staffRef}
        autoComplete="off"
        onChange={staffRef => onChange({ staffRef })}
      />
      <TextField
        label={t('identity.staffReason')}
        value={draft.reason}
        autoComplete="off"
        onChange={reason => onChange({ reason })}
      />
    </>
  ) : (
    <>
      <TextField
        label={t('identity.ownerRef')}
        description={t('common.refHelp', { example: 'group:default/support' })}
        value={draft.owner}
        autoComplete="off"
        onChange={owner => onChange({ owner })}
      />
      <TextField
        label={t('identity.purpose')}
        value={draft.purpose}
        autoComplete="off"
        onChange={purpose => onChange({ purpose })}
      />
      <DateField
        label={t('identity.reviewOn')}
        value={draft.reviewOn}
        onChange={reviewOn => onChange({ reviewOn })}
      />
    </>
  );
};
