import { SearchField } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';

const DEBOUNCE_MS = 250;

/**
 * A search that is made once typing has stopped. What is typed is kept here
 * until then, so that no key waits for a list to be shown again.
 */
export const SearchBox = (props: {
  label: string;
  value: string;
  onChange(value: string): void;
}) => {
  const { label, value } = props;
  const [text, setText] = useState(value);
  const latest = useRef(props);
  latest.current = props;

  // Somebody went back, or cleared the filters.
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === latest.current.value) {
      return undefined;
    }
    const timer = setTimeout(() => latest.current.onChange(text), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <SearchField label={label} placeholder="" value={text} onChange={setText} />
  );
};
