import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { gorgiasTranslationRef } from '../../translation';

const ANY = 'any';
// An option cannot have an empty id, but an empty value can be asked for.
const ID = 'is:';

/** A choice of one value or any. */
export const FilterSelect = <T extends string>(props: {
  label: string;
  value?: T;
  options: Array<{ id: T; label: string }>;
  onChange(value?: T): void;
}) => {
  const { label, value, options, onChange } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return (
    <Select
      label={label}
      options={[
        { id: ANY, label: t('accounts.any') },
        ...options.map(option => ({ ...option, id: `${ID}${option.id}` })),
      ]}
      value={value === undefined ? ANY : `${ID}${value}`}
      onChange={chosen =>
        onChange(
          chosen === ANY ? undefined : (String(chosen).slice(ID.length) as T),
        )
      }
    />
  );
};
