/**
 * Looks for a skill's name as it is written, in any inflection.
 *
 * @module
 */
import { overlapping } from "./noise.ts";
import type { SkillHit, Span } from "./types.ts";
import { type Word, wordsOf } from "./words.ts";

/** A text prepared once for many phrases. */
export interface PhraseIndex {
  text: string;
  /** In order and apart. */
  hits: readonly SkillHit[];
  words: readonly Word[];
  /** Positions in `words` by stem. */
  places: ReadonlyMap<string, readonly number[]>;
}

/** Occurrences of a phrase's rarest word that are looked at: a text of one word must not cost its square. */
const placesMax = 500;

/**
 * The place where the words of the name follow one another within a sentence.
 *
 * @param rankAt How little a mention at an offset proves; the first of the lowest rank is taken.
 * @returns `null` where there is none.
 */
export function findPhrase(index: PhraseIndex, name: string, rankAt: (at: number) => number): Span | null {
  const wanted = wordsOf(name);
  if (wanted.length === 0) return null;
  const anchor = rarest(index, wanted);
  if (anchor === null) return null;
  const accepts = rules(name, wanted);
  let best: Span | null = null;
  let bestRank = Infinity;
  for (const place of anchor.places.slice(0, placesMax)) {
    const span = phraseAt(index, name, wanted, place - anchor.offset);
    if (span === null || !accepts(index.text, span)) continue;
    // "React Native" says nothing of "React": it is a skill of its own.
    const hit = overlapping(index.hits, span.start, span.end);
    if (hit && hit.start <= span.start && hit.end >= span.end && hit.end - hit.start > span.end - span.start) continue;
    const rank = rankAt(span.start);
    if (rank < bestRank) [best, bestRank] = [span, rank];
  }
  return best;
}

function rarest(
  { places }: PhraseIndex,
  wanted: readonly Word[],
): { offset: number; places: readonly number[] } | null {
  let best: { offset: number; places: readonly number[] } | null = null;
  for (const [offset, { stem }] of wanted.entries()) {
    const known = places.get(stem);
    if (known === undefined) return null;
    if (best === null || known.length < best.places.length) best = { offset, places: known };
  }
  return best;
}

function phraseAt({ text, words }: PhraseIndex, name: string, wanted: readonly Word[], at: number): Span | null {
  for (const [k, { stem, start }] of wanted.entries()) {
    if (words[at + k]?.stem !== stem) return null;
    if (k === 0) continue;
    const own = name.slice(wanted[k - 1]!.end, start);
    if (!isGap(text.slice(words[at + k - 1]!.end, words[at + k]!.start), own)) return null;
  }
  return { start: words[at]!.start, end: words[at + wanted.length - 1]!.end };
}

/** What may stand between two words of a phrase: no end of a sentence, of an item or of a paragraph but the name's own. */
function isGap(between: string, own: string): boolean {
  if (between.length > 8 || /\n\s*\n/u.test(between)) return false;
  return [...between].every((sign) => !".!?;:|•,".includes(sign) || own.includes(sign));
}

/** What a name asks of the place beyond its words: an abbreviation and a letter count only in their case. */
function rules(name: string, wanted: readonly Word[]): (text: string, span: Span) => boolean {
  const printed = name.trim();
  const isShort = wanted.length === 1 && wanted[0]!.word.length <= 2 && /^\p{L}+$/u.test(printed);
  if (isShort) {
    // "IT" typed as "it" is still no pronoun, and a letter is no initial: "J. Doe", "plan Q-3".
    const upper = printed.toUpperCase();
    return (text, { start, end }) =>
      text.slice(start, end) === upper && !/[.'’-]/u.test(text.charAt(end)) &&
      !/[.'’-]/u.test(text.charAt(start - 1));
  }
  if (/^\p{Lu}[\p{Lu}\p{N}&]{1,3}$/u.test(printed)) {
    return (text, { start, end }) => text.slice(start, end).replace(/s$/u, "") === printed;
  }
  return () => true;
}
