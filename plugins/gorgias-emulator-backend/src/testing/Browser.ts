/**
 * A page as a test sees it.
 *
 * @public
 */
export interface Page {
  status: number;
  url: string;
  html: string;
  /** Where the browser was sent outside of the emulator, if it was. */
  leftFor?: URL;
}

/**
 * As much of a browser as the log-in pages need: cookies with their paths,
 * redirects followed by hand, and forms sent by pressing a button. It goes
 * nowhere else than to the emulator; see `leftFor` of the page instead.
 *
 * @public
 */
export class Browser {
  readonly #baseUrl: string;
  readonly #cookies = new Map<string, { value: string; path: string }>();

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  /** Opens an address and follows redirects, as long as they stay in the emulator. */
  async open(url: string, init: RequestInit = {}): Promise<Page> {
    if (!url.startsWith(this.#baseUrl)) {
      return { status: 0, url, html: '', leftFor: new URL(url) };
    }
    const { pathname } = new URL(url);
    const cookie = [...this.#cookies]
      .filter(([, { path }]) => `${pathname}/`.startsWith(`${path}/`))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie },
    });
    for (const line of response.headers.getSetCookie()) {
      this.#keep(line);
    }
    const location = response.headers.get('location');
    return location
      ? this.open(new URL(location, url).toString())
      : { status: response.status, url, html: await response.text() };
  }

  /** Fills in the form of a page and presses the button with this text. */
  async press(
    page: Page,
    button: string,
    fields: Record<string, string> = {},
  ): Promise<Page> {
    const forms = page.html.match(/<form[\s\S]*?<\/form>/g) ?? [];
    const form = forms.find(html => html.includes(`>${button}</button>`));
    const tag = form?.match(new RegExp(`<button([^>]*)>${button}</button>`));
    if (!form || !tag) {
      throw new Error(`There is no button "${button}" on ${page.html}`);
    }
    const body = new URLSearchParams(fields);
    for (const [hidden] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      body.set(attribute(hidden, 'name'), attribute(hidden, 'value'));
    }
    if (attribute(tag[1], 'name')) {
      body.set(attribute(tag[1], 'name'), attribute(tag[1], 'value'));
    }
    const action = new URL(attribute(form, 'action'), page.url).toString();
    return this.open(action, { method: 'POST', body });
  }

  /** Follows the link with this text. */
  follow(page: Page, link: string): Promise<Page> {
    const tag = page.html.match(new RegExp(`<a([^>]*)>${link}</a>`));
    if (!tag) {
      throw new Error(`There is no link "${link}" on ${page.html}`);
    }
    return this.open(new URL(attribute(tag[1], 'href'), page.url).toString());
  }

  #keep(line: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
    const path = /; Path=([^;]*)/i.exec(line)?.[1] ?? '/';
    if (/; Max-Age=0/i.test(line)) {
      this.#cookies.delete(name);
    } else {
      this.#cookies.set(name, { value, path });
    }
  }
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value.replace(/&amp;/g, '&');
}
