import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { fieldName } from '../fieldName';
import { gorgiasTranslationRef } from '../translation';
import { en } from '../translation/en';
import { useFormats } from './useFormats';

/** The fields whose values are words of a fixed list; others hold what somebody wrote. */
const WORDED = [
  'accountState',
  'class',
  'identity',
  'kind',
  'offboardedGround',
  'offboardedKnownBy',
  'staffState',
  'state',
  'status',
];
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*Z$/;

/** Says names and values of facts, and of what has changed, in the language of the app. */
export function useFieldText() {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const { moment, number } = useFormats();
  return {
    /** Newer versions know more fields; these are named as they are called. */
    name: (field: string): string =>
      field in en.fields
        ? t(`fields.${field as keyof typeof en.fields}`)
        : fieldName(field),
    value: (field: string, value: unknown): string => {
      const isWord =
        typeof value === 'boolean' ||
        (WORDED.includes(field) && String(value) in en.values);
      if (isWord) {
        return t(`values.${String(value) as keyof typeof en.values}`);
      }
      if (typeof value === 'number') {
        return number(value);
      }
      if (typeof value === 'object' && value !== null) {
        return JSON.stringify(value);
      }
      const text = String(value);
      return MOMENT.test(text) ? moment(text) : text;
    },
  };
}
