/**
 * The tags of an XML part, one after the other, linear in its length whatever it holds.
 *
 * @module
 */

/** A tag as it stands in the part. */
export interface Tag {
  name: string;
  /** What stands between the name and the end. */
  attributes: string;
  isClosing: boolean;
  isEmpty: boolean;
  /** Of the tag itself, [start, end). */
  start: number;
  end: number;
}

const QUOTE = 0x22, APOSTROPHE = 0x27, CLOSE = 0x3e;

/** Walks over the tags; comments, declarations and CDATA are none. */
export function* tagsOf(xml: string): Generator<Tag> {
  for (let start = xml.indexOf("<"); start >= 0;) {
    const other = [["<!--", "-->"], ["<![CDATA[", "]]>"], ["<?", "?>"], ["<!", ">"]].find(([open]) =>
      xml.startsWith(open!, start)
    );
    const end = other ? after(xml, other[1]!, start) : endOf(xml, start);
    if (end < 0) return;
    if (!other) {
      const body = xml.slice(start + 1, end - 1);
      const isClosing = body.startsWith("/");
      const isEmpty = body.endsWith("/");
      const inner = body.slice(isClosing ? 1 : 0, isEmpty ? -1 : undefined);
      const name = /^[^\s/]*/.exec(inner)![0];
      yield { name, attributes: inner.slice(name.length), isClosing, isEmpty, start, end };
    }
    start = xml.indexOf("<", end);
  }
}

function after(xml: string, close: string, from: number): number {
  const at = xml.indexOf(close, from);
  return at < 0 ? -1 : at + close.length;
}

/** Past the ">" that ends the tag; one in quotes does not. */
function endOf(xml: string, start: number): number {
  let quote = 0;
  for (let i = start + 1; i < xml.length; i++) {
    const code = xml.charCodeAt(i);
    if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === QUOTE || code === APOSTROPHE) quote = code;
    else if (code === CLOSE) return i + 1;
  }
  return -1;
}

/** The value of an attribute, entities and all; `null` where there is none. */
export function attribute({ attributes }: Tag, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match?.[1] ?? match?.[2] ?? null;
}

/** The five entities of XML, and characters by number. */
export function decode(text: string): string {
  return text.replace(/&(?:(lt|gt|quot|apos|amp)|#(\d{1,7})|#x([\da-fA-F]{1,6}));/g, (_, name, decimal, hex) => {
    if (name !== undefined) return { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" }[name as "lt"] ?? "";
    const code = decimal !== undefined ? Number(decimal) : parseInt(hex, 16);
    return code > 0x10ffff ? "" : String.fromCodePoint(code);
  });
}
