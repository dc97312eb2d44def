import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import { gorgiasTranslationRef } from '../../translation';
import { DateField } from '../DateField';
import { EntityPicker } from '../EntityPicker';
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
      <EntityPicker
        label={t('identity.staffRef')}
        kinds={['User']}
        value={draft.staffRef}
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
      <EntityPicker
        label={t('identity.ownerRef')}
        kinds={['Group', 'User']}
        value={draft.owner}
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
