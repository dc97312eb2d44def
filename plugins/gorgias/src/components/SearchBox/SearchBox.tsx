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
  const sent = useRef(value);

  useEffect(() => {
    // Somebody went back, or cleared the filters. What was sent from here
    // comes back too, and must not undo what was typed since.
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => {
    if (text === sent.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      sent.current = text;
      latest.current.onChange(text);
    }, DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <SearchField label={label} placeholder="" value={text} onChange={setText} />
  );
};
