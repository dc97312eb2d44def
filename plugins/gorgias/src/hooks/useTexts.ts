import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { gorgiasTranslationRef } from '../translation';

type Texts = typeof gorgiasTranslationRef.T;

/** A key of a text; those that depend on a `count` go by what their forms have in common. */
type TextKey = keyof Texts extends infer Key
  ? Key extends `${infer Base}_one` | `${infer Base}_other`
    ? Base
    : Key
  : never;

type TextOf<Key extends string> = Key extends keyof Texts
  ? Texts[Key]
  : `${Key}_other` extends keyof Texts
  ? Texts[`${Key}_other`]
  : never;

/** The names in `{{name}}` and `{{name, number}}`. */
type ParamsOf<Text> = Text extends `${string}{{${infer Param}}}${infer Rest}`
  ? (Param extends `${infer Name},${string}` ? Name : Param) | ParamsOf<Rest>
  : never;

type Params<Key extends string> = Record<
  ParamsOf<TextOf<Key>>,
  string | number
>;

/**
 * Gives the plugin's texts. The types of Backstage's own function say the
 * same, but look through all texts for each use, which takes the compiler
 * minutes with as many texts as these.
 */
export type Translate = <Key extends TextKey & string>(
  key: Key,
  ...params: keyof Params<Key> extends never ? [] : [params: Params<Key>]
) => string;

/** The plugin's texts in the language of the app. */
export function useTexts(): { t: Translate } {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return { t: t as unknown as Translate };
}
