/**
 * Text in the form skills are compared in: lower case, without accents, one space between words.
 * Every folded unit knows where it stands in the text.
 *
 * @module
 */

/** A folded text and the way back. */
export interface Folded {
  /** UTF-16 units of the folded text. */
  codes: Uint16Array;
  /** Offset in the text of each folded unit, and of the text's end after the last. */
  at: Int32Array;
  length: number;
}

const space = 0x20, newline = 0x0a, hyphen = 0x2d, slash = 0x2f, underscore = 0x5f;

/** One entry per UTF-16 unit, filled as units are met: what it folds to; 0 = leave out, 0xffff = not looked at yet. */
const table = new Uint16Array(0x10000).fill(0xffff);

/** What each ASCII unit becomes wherever it stands: a letter or digit in lower case, a sign as it is; 0 = that depends. */
const plain = Uint16Array.from({ length: 0x80 }, (_, unit) => {
  if (unit >= 0x41 && unit <= 0x5a) return unit + 0x20;
  return unit <= space || unit === hyphen || unit === slash || unit === underscore || unit === 0x7f ? 0 : unit;
});

/** Room for the folded form of texts of so many characters, to be used again and again. */
export function foldBuffers(chars: number): Pick<Folded, "codes" | "at"> {
  return { codes: new Uint16Array(chars), at: new Int32Array(chars + 1) };
}

/**
 * Folds a text. A hyphen or underscore inside a word becomes a space ("front-end" is "front end"), white space around a
 * slash goes, an empty line stays as one line break so that no skill reaches across paragraphs.
 *
 * @param buffers At least as long as the text; what is answered lies in them until they are used again.
 */
export function fold(text: string, { codes, at } = foldBuffers(text.length)): Folded {
  let length = 0;
  let last = newline;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Nineteen characters of twenty.
    if (unit < 0x80) {
      const same = unit === space && last > slash ? space : plain[unit]!;
      if (same !== 0) {
        codes[length] = last = same;
        at[length++] = i;
        continue;
      }
    }
    let code = foldUnit(unit);
    if (code === 0) continue;
    if (code === newline) {
      const blank = last === newline || (last === space && text.charCodeAt(at[length - 1]!) === newline);
      if (blank) {
        codes[length - 1] = last = newline;
        continue;
      }
      code = space;
    } else if (code === hyphen || code === underscore) {
      const next = i + 1 < text.length ? foldUnit(text.charCodeAt(i + 1)) : 0;
      if (isWordCode(last) && isWordCode(next)) code = space;
    }
    if (code === space && (last === space || last === newline || last === slash)) {
      // The line break is what `blank` looks for: keep its place rather than that of a space before it.
      if (last === space && text.charCodeAt(i) === newline) at[length - 1] = i;
      continue;
    }
    if (code === slash && last === space && text.charCodeAt(at[length - 1]!) !== newline) length--;
    codes[length] = last = code;
    at[length++] = i;
  }
  at[length] = text.length;
  return { codes: codes.subarray(0, length), at: at.subarray(0, length + 1), length };
}

/** The folded text as a string, without white space at its ends. */
export function foldString(text: string): string {
  // Most names are ASCII, and a taxonomy has thousands: the same, without a walk over every character.
  if (/^[\x20-\x7e]*$/.test(text)) {
    const lower = text.toLowerCase();
    if (/^[a-z0-9 .+#&]*$/.test(lower) && !lower.includes("  ")) return lower.trim();
    return lower.replace(/([a-z0-9])[-_](?=[a-z0-9])/g, "$1 ").replace(/ +/g, " ").replace(/ ?\/ ?/g, "/").trim();
  }
  const { codes } = fold(text);
  let folded = "";
  for (const code of codes) folded += String.fromCharCode(code);
  return folded.trim();
}

/** Letters and digits of any script (surrogates, too, so that no match ends inside a character). */
export function isWordCode(code: number): boolean {
  if (code < 0x80) {
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a);
  }
  if (code >= 0xd800 && code <= 0xdfff) return true;
  return wordUnit(code);
}

const words = new Uint8Array(0x10000);

function wordUnit(code: number): boolean {
  if (words[code] === 0) words[code] = /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code)) ? 1 : 2;
  return words[code] === 1;
}

function foldUnit(code: number): number {
  const known = table[code]!;
  if (known !== 0xffff) return known;
  const folded = computeUnit(code);
  table[code] = folded;
  return folded;
}

function computeUnit(code: number): number {
  const printed = String.fromCharCode(code);
  // Full-width and other forms of one letter, as the reader has them in a text.
  const compatible = printed.normalize("NFKC");
  const char = compatible.length === 1 ? compatible : printed;
  if (code === newline || code === 0x2028 || code === 0x2029) return newline;
  if (/[\u00ad\u200b-\u200f\u2060\ufeff\u0300-\u036f]/.test(char)) return 0;
  if (/\s/.test(char)) return space;
  if (/[\u2010-\u2015\u2212]/.test(char)) return hyphen;
  if (/[\u2018\u2019\u02bc]/.test(char)) return 0x27;
  const base = /^[^\u0300-\u036f][\u0300-\u036f]+$/.test(char.normalize("NFD"))
    ? char.normalize("NFD").charAt(0)
    : char;
  const lower = base.toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : char.charCodeAt(0);
}
