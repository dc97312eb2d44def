import { localeOf } from './locale';

describe('localeOf', () => {
  it.each([
    ['en', ['en-GB', 'en-US', 'en'], 'en-GB'],
    ['de', ['en-GB', 'de-CH'], 'de-CH'],
    ['de', ['en-GB', 'deu'], 'de'],
    ['de', [], 'de'],
    ['en', ['en-US@posix', 'en-GB'], 'en-GB'],
    ['en', ['en-US@posix'], 'en'],
  ])(
    'of %s, for somebody who reads %j, is %s',
    (language, preferred, locale) => {
      expect(localeOf(language, preferred)).toBe(locale);
    },
  );
});
