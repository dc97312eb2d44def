import fc from 'fast-check';
import { filesSaying, hostileTexts } from '../__testUtils__/hostile';
import { markup } from './markup';

const tagsOf = (html: string) => html.match(/<[^<>]*>/g);

const report = (about = {}) => filesSaying(text => text, about)['report.html'];

describe('report.html', () => {
  it('has the same tags and attributes whatever people call themselves and others', () => {
    const tags = tagsOf(report());
    fc.assert(
      fc.property(hostileTexts, hostile => {
        const html = filesSaying(text => hostile + text + hostile)[
          'report.html'
        ];
        expect(tagsOf(html)).toEqual(tags);
        expect(html.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]/);
      }),
    );
  });

  it('escapes what stands in a text or in an attribute', () => {
    fc.assert(
      fc.property(hostileTexts, text => {
        const html = markup`<a title="${text}">${[text]}</a>`.toString();
        expect(html).toMatch(/^<a title="[^"<>]*">[^<>]*<\/a>$/);
        const shown = /^<a title="([^]*)">\1<\/a>$/.exec(html)![1];
        const characters: Record<string, string> = {
          '&lt;': '<',
          '&gt;': '>',
          '&quot;': '"',
          '&#39;': "'",
          '&amp;': '&',
        };
        expect(shown.replace(/&[^;]*;/g, name => characters[name])).toBe(text);
      }),
    );
  });

  it('loads and runs nothing', () => {
    const html = report();
    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    );
    expect(tagsOf(html)!.join('')).not.toMatch(
      /<(script|link|img|iframe|object|a)\b|https?:|\bon\w+=/,
    );
    expect(html).not.toMatch(/url\(|@import/);
    expect(html).toMatch(/<style>[^<>"'&]*<\/style>/);
    expect(html).toContain('<html lang="en">');
  });

  it('tells the whole story', () => {
    const text = report()
      .replace(/<style>[^]*<\/style>/, '')
      .replace(/<[^<>]*>/g, ' ')
      .replace(/\s+/g, ' ');
    for (const part of [
      'Period 2026-12-01 12:00 to 2026-12-03 10:00',
      'Signed with k1',
      'User should have MFA enabled 3',
      'Critical system access control should be configured Failing , since 2026-12-03 08:00',
      'At 2026-12-01 12:00: 3 stale. At 2026-12-03 10:00: 3 failing.',
      'Version 2, in force since 2026-12-03 08:00',
      'It allows: All current staff',
      'Signed off by user:default/ivy, 2026-12-03 09:50',
      '1 of 1 0 to keep, 1 to revoke, 0 to get another role 1 of 1',
      '1 run ended in the period: 1 complete',
      '&quot;key&quot;, still user:default/sam.rivers, 2026-12-02 09:01',
      'last read completely at 2026-12-03 09:00',
    ]) {
      expect(text).toContain(part);
    }
    expect(report({ keyId: null })).toContain('Nothing of this is signed');
  });
});
