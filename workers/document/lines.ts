/**
 * What all formats do to lines: bullets, words cut at a line's end, and the letters that are not what they look like.
 *
 * @module
 */
import type { DocumentLine, DocumentRefusal, DocumentReply } from "../protocol.ts";
import { clean, type Hidden } from "../../src/matching/hidden.ts";
import { withoutTricks } from "../../src/matching/tricks.ts";

/** A refusal as the reader answers it. */
export function refuse(code: DocumentRefusal, detail: string): DocumentReply {
  return { ok: false, code, detail };
}

const bulletGlyph = /^\s*(?:[•●▪■◦○‣⁃∙·►▸▶➢➤✓✔❖◆◇★☆❑❒»›]|[\ue000-\uf8ff])\s*(?=\S)/u;
/** Not before the second half of a range that a narrow column breaks: "– June 2021". */
const bulletDash = /^\s*[-–—*o]\s+(?!(?:\p{L}{3,10}\.?\s+|\d{1,2}[./])?(?:19|20)\d\d(?!\d))(?=\S)/u;

/** Whether a text as drawn begins with a bullet. */
export function startsWithBullet(text: string): boolean {
  return bulletGlyph.test(text) || bulletDash.test(text);
}

/** Cleans a line of what its letters hide, and takes the bullet off its beginning. */
export function takeBullet(printed: string, hidden: Hidden): { text: string; bullet: boolean } {
  const text = withoutTricks(printed, (reason, quote) => hidden.add(reason, { text: quote, y: NaN }));
  const glyph = bulletGlyph.exec(text) ?? bulletDash.exec(text);
  // An icon of an icon font stands before contact details as well; only private-use bullets of a list are at the start.
  const isIcon = glyph !== null && /[\ue000-\uf8ff]/.test(glyph[0]) &&
    !/[\uf0a7\uf0b7\uf0d8\uf0fc\uf076\uf06e]/.test(glyph[0]);
  return { text: clean(glyph ? text.slice(glyph[0].length) : text), bullet: glyph !== null && !isIcon };
}

/** First parts that keep their hyphen when a line ends after it. */
const keepsHyphen =
  /(?:^|[^\p{L}])(?:full|part|self|well|cross|multi|non|high|low|long|short|real|end|open|data|user|front|back|on|off|in|hands|client|customer|test|third|first|cost|time|on|up|re|co|pre|post|event|micro|server|decision|problem|team|fast|large|small|award|world|state|results?|detail|goal|cloud|machine|community|business|mission|market|domain|production|metric|quality|object|service)$/iu;

/** Drops empty lines, repairs words cut at a line's end, and stops at `charsMax`. */
export function linesToText(lines: DocumentLine[], charsMax: number): DocumentLine[] {
  const kept: DocumentLine[] = [];
  let chars = 0;
  for (const line of lines) {
    if (line.text === "") continue;
    const last = kept.at(-1);
    const cut = last && !line.bullet && /\p{Ll}{2}[-\u2010]$/u.exec(last.text) && /^\p{Ll}/u.test(line.text);
    if (last && cut) {
      const [head = "", ...rest] = line.text.split(" ");
      const stem = last.text.slice(0, -1);
      last.text = keepsHyphen.test(stem) ? `${stem}-${head}` : stem + head;
      if (rest.length === 0) continue;
      line.text = rest.join(" ");
    }
    chars += line.text.length + 1;
    if (chars > charsMax) break;
    kept.push(line);
  }
  return kept;
}
