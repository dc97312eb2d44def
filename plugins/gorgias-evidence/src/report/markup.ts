/** A piece of HTML. Only {@link markup} makes one, so that all text in it is escaped. */
export class Markup {
  readonly #html: string;

  constructor(strings: readonly string[], values: readonly Content[]) {
    this.#html = strings.reduce(
      (before, string, index) =>
        `${before}${toHtml(values[index - 1])}${string}`,
    );
  }

  toString(): string {
    return this.#html;
  }
}

/** What can be put into HTML; nothing, for what is not there. */
export type Content =
  | Markup
  | string
  | number
  | null
  | undefined
  | readonly Content[];

/**
 * HTML from a template. What is put in is escaped, unless it is HTML made like
 * this. Attributes have to be quoted in the template.
 */
export function markup(
  strings: TemplateStringsArray,
  ...values: Content[]
): Markup {
  return new Markup(strings, values);
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function toHtml(value: Content): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (value instanceof Markup) {
    return value.toString();
  }
  if (typeof value === 'object') {
    return value.map(toHtml).join('');
  }
  return String(value).replace(/[&<>"']/g, character => ESCAPES[character]);
}
