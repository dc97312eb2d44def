import german from './de';
import { en } from './en';
import { flat } from './flat';

const english: Record<string, string> = flat(en);
const translated: Record<string, string> = german;

/** The names in `{{name}}` and `{{name, format}}`, with their formats. */
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*([^}]+?)\s*\}\}/g)].map(([, name]) => name).sort();

/** Texts that are the same in both languages. */
const SAME = new Set([
  'Bot',
  'Name',
  'OAuth',
  'Person',
  'Scopes',
  'Status',
  'System',
  'Ticket',
  'Version {{n, number}}',
]);
const isWord = (text: string) => /[a-z]/.test(text.replace(/\{\{.*?\}\}/g, ''));

describe('the German texts', () => {
  it('have the keys of the English ones, and no others', () => {
    expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort());
  });

  it('have the placeholders of the English ones', () => {
    const differing = Object.keys(english).filter(
      key =>
        placeholders(english[key]).join() !==
        placeholders(translated[key]).join(),
    );
    expect(differing).toEqual([]);
  });

  it('are translated', () => {
    const same = Object.keys(english).filter(
      key =>
        english[key] === translated[key] &&
        isWord(english[key]) &&
        !SAME.has(english[key]),
    );
    expect(same).toEqual([]);
  });

  it('say Sie, and are typed with German quotation marks', () => {
    const wrong = Object.entries(translated).filter(
      ([, text]) =>
        /\b(du|dein|deine|deinen|dir|dich)\b/i.test(text) ||
        /["“]/.test(text.replace(/„[^“]*“/g, '')),
    );
    expect(wrong).toEqual([]);
  });

  it('have both forms of everything that is counted', () => {
    const forms = Object.keys(translated).filter(key => key.endsWith('_one'));
    expect(forms.length).toBeGreaterThan(10);
    for (const key of forms) {
      expect(translated).toHaveProperty([key.replace(/_one$/, '_other')]);
    }
  });
});
