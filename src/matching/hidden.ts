/**
 * What a text says to those who read it, and the list of what it says to nobody.
 *
 * @module
 */

const invisible = /[\p{Cc}\p{Cf}\u2028\u2029\ufffc\ufffd]/gu;
const privateUse = /[\ue000-\uf8ff]|[\u{f0000}-\u{10ffff}]/gu;

/** NFKC without control, zero-width and private-use characters; runs of spaces are one, wide gaps two. */
export function clean(text: string): string {
  // Nearly every line.
  if (/^[\x20-\x7e]*$/.test(text)) return text.replace(/ {2,}/g, "  ").trim();
  return text.toWellFormed().normalize("NFKC").replace(/\t/g, "  ").replace(invisible, "").replace(privateUse, " ")
    .replace(/[\u00a0\u2000-\u200a\u3000]/g, " ").replace(/[\u2010\u2011]/g, "-").replace(/ {2,}/g, "  ").trim();
}

/** Most hidden passages that are told. */
const HIDDEN_MAX = 20;
const QUOTE_CHARS = 80;

/** Collects hidden text, joining words that follow one another. */
export class Hidden {
  readonly #parts: { reason: string; quote: string }[] = [];
  #y = NaN;

  /** What was hidden and says something; a stray page number does not. */
  get parts(): { reason: string; quote: string }[] {
    return this.#parts.filter(({ quote }) => /\p{L}{2}/u.test(quote));
  }

  /** @param word What nobody sees; words of the same `y` stand on one line, and `NaN` on none. */
  add(reason: string, word: { text: string; y: number }): void {
    const last = this.#parts.at(-1);
    if (last?.reason === reason && (this.#y === word.y || last.quote.length < QUOTE_CHARS / 2)) {
      last.quote = clean(`${last.quote} ${word.text}`).slice(0, QUOTE_CHARS);
    } else if (this.#parts.length < HIDDEN_MAX) {
      this.#parts.push({ reason, quote: clean(word.text).slice(0, QUOTE_CHARS) });
    }
    this.#y = word.y;
  }
}
