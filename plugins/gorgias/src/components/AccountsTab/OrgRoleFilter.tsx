import { parseEntityRef } from '@backstage/catalog-model';
import { useEffect, useRef, useState } from 'react';
import useDebounce from 'react-use/lib/useDebounce';
import { EntityPicker } from '../EntityPicker';

const DEBOUNCE_MS = 400;

function isRef(text: string): boolean {
  try {
    return Boolean(parseEntityRef(text));
  } catch {
    return false;
  }
}

/** A choice of one group or any; what is typed counts once it is an entity ref. */
export const OrgRoleFilter = (props: {
  label: string;
  value?: string;
  onChange(value?: string): void;
}) => {
  const { label, value = '' } = props;
  const [text, setText] = useState(value);
  const latest = useRef(props);
  latest.current = props;

  // Somebody went back, or cleared the filters.
  useEffect(() => setText(value), [value]);
  useDebounce(
    () => {
      const chosen = text.trim().toLowerCase();
      if (
        chosen !== (latest.current.value ?? '') &&
        (chosen === '' || isRef(chosen))
      ) {
        latest.current.onChange(chosen || undefined);
      }
    },
    DEBOUNCE_MS,
    [text],
  );

  return (
    <EntityPicker
      label={label}
      kinds={['Group']}
      value={text}
      onChange={setText}
    />
  );
};
