import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Combobox, ComboboxItemText } from '@backstage/ui';
import { useState } from 'react';
import { errorMessage } from '../../errorMessage';
import { gorgiasTranslationRef } from '../../translation';
import { PickedKind } from './entityOptions';
import { useEntityOptions } from './useEntityOptions';

const NONE = 'none';
const EXAMPLES = {
  User: 'user:default/jane.doe',
  Group: 'group:default/support',
};

/** What the list shows. */
interface Item {
  id: string;
  name: string;
  ref?: string;
}

/**
 * Finds a person or a group of the catalog by name. What counts is the entity
 * ref that is in the field in the end, picked or typed: who knows it need not
 * search, and what the catalog lacks can still be named.
 */
export const EntityPicker = (props: {
  label: string;
  kinds: readonly [PickedKind, ...PickedKind[]];
  /** An entity ref, or what was typed so far. */
  value: string;
  onChange(value: string): void;
  /** How else than by an entity ref it can be filled in. */
  description?: string;
}) => {
  const { label, kinds, value, onChange } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const [isFocused, setFocused] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const { options, isLoading, error } = useEntityOptions({
    kinds,
    text: value,
    isWanted: isFocused || value !== '',
  });
  const picked = options.find(({ ref }) => ref === value.trim().toLowerCase());
  const found: Item[] = options.map(({ ref, name }) => ({
    id: ref,
    name,
    ref,
  }));
  const nothing: Item = {
    id: NONE,
    name: error
      ? t('picker.failed', { message: errorMessage(error) })
      : t('picker.noMatch'),
  };

  return (
    <div
      // Escape closes an open list, and not the dialog around it as well.
      onKeyDown={event =>
        isOpen && event.key === 'Escape' && event.stopPropagation()
      }
      role="presentation"
    >
      <Combobox
        label={label}
        description={
          picked?.name ??
          props.description ??
          t('picker.help', { example: EXAMPLES[kinds[0]] })
        }
        allowsCustomValue
        value={picked?.ref ?? null}
        onChange={key => key !== null && onChange(String(key))}
        search={{ mode: 'server', inputValue: value, onInputChange: onChange }}
        onFocusChange={setFocused}
        onOpenChange={setOpen}
        items={found.length > 0 || isLoading ? found : [nothing]}
        loading={{ state: isLoading ? 'filtering' : 'idle' }}
      >
        {({ id, name, ref }) => (
          <ComboboxItemText
            id={id}
            textValue={id}
            title={name}
            description={ref}
            isDisabled={id === NONE}
          />
        )}
      </Combobox>
    </div>
  );
};
