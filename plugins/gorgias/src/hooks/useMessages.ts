import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Message,
  MessageId,
  MessageParam,
} from 'backstage-plugin-gorgias-common';
import { Formats } from '../formats';
import { gorgiasTranslationRef } from '../translation';
import { useFormats } from './useFormats';

/** The backend's texts as the translations know them; which params each has is checked where it is made. */
type Translate = (
  key: `messages.${MessageId}`,
  params: Record<string, string | number>,
) => string;

/** That a text is not among the translations, since a newer backend tells it. */
class UnknownMessage extends Error {}

/** Says what the backend tells in the language of the app. */
export function useMessages(): {
  /** Undefined for what has no parts, or parts that only a newer version knows. */
  say(parts: readonly Message[] | undefined): string | undefined;
} {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const formats = useFormats();
  return {
    say: parts => {
      try {
        return parts
          ?.map(part => sayOne(part, t as unknown as Translate, formats))
          .join(' ');
      } catch (error) {
        if (error instanceof UnknownMessage) {
          return undefined;
        }
        throw error;
      }
    },
  };
}

function sayOne(
  { id, params = {} }: Message,
  translate: Translate,
  formats: Formats,
): string {
  const sayParam = (param: MessageParam): string | number => {
    if (typeof param !== 'object') {
      return param;
    }
    if ('id' in param) {
      return sayOne(param, translate, formats);
    }
    if ('list' in param) {
      const texts = param.list.map(sayParam).map(String);
      return param.join === 'comma'
        ? texts.join(', ')
        : formats.list(texts, param.join);
    }
    return 'day' in param
      ? formats.utcDay(param.day)
      : formats.moment(param.time);
  };
  const key = `messages.${id}` as const;
  const said = translate(
    key,
    Object.fromEntries(
      Object.entries(params).map(([name, param]) => [name, sayParam(param)]),
    ),
  );
  if (said === key) {
    throw new UnknownMessage(id);
  }
  return said;
}
