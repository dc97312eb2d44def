import { Message } from 'backstage-plugin-gorgias-common';
import { useMessages } from '../../hooks/useMessages';
import { English } from './English';

/** What the backend says, in the user's language as far as that is known, else in its own. */
export const Said = (props: {
  /** What the sentence is made of. */
  parts: readonly Message[] | undefined;
  english: string;
}) => {
  const { parts, english } = props;
  const { say } = useMessages();
  const said = say(parts);
  return said === undefined ? <English>{english}</English> : <>{said}</>;
};
