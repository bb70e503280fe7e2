/**
 * The sentences of a line.
 *
 * @module
 */
import type { Span } from "./types.ts";

/** What ends in a full stop and no sentence: words that are cut short, and letters with a stop each ("e.g.", "B.Sc."). */
const cutShort =
  /(?<![\p{L}\p{N}])(?:approx|exp|incl|excl|esp|resp|min|max|vs|equiv|cert|dept|univ|mgmt|mr|mrs|ms|dr|prof|st|ca|bzw|inkl|exkl|evtl|ggf|mind|sog|usw|abgeschl|(?:\p{L}{1,2}\.\s?)+\p{L}{1,2})\.\s*$/iu;
/** The first half of "z. B."; a capital is more often a name: "Writes C." */
const loneLetter = /(?<![\p{L}\p{N}])\p{Ll}\.\s*$/u;

/** Longer than the longest of {@link cutShort}, so that only the end of a sentence is looked at. */
const endChars = 16;

/** In order and apart, blanks left as they are. A stop inside a word ("Node.js", "8.0") or of an abbreviation ends none. */
export function sentencesOf(line: string): (Span & { text: string })[] {
  const sentences: Span[] = [];
  for (const { index, 0: { length } } of line.matchAll(/[^.!?]+(?:[.!?]+(?=[^\s.!?])[^.!?]*)*[.!?]*/gu)) {
    const last = sentences.at(-1);
    const ending = last ? line.slice(Math.max(last.start, last.end - endChars), last.end) : "";
    if (last && (cutShort.test(ending) || loneLetter.test(ending))) {
      last.end = index + length;
    } else sentences.push({ start: index, end: index + length });
  }
  return sentences.map(({ start, end }) => ({ start, end, text: line.slice(start, end) }));
}
