import { useEnglish } from '../../hooks/useEnglish';

/** A text that there is in English only, such as what a lower layer says of an error. */
export const English = ({ children }: { children: string }) => (
  <>{useEnglish()(children)}</>
);
