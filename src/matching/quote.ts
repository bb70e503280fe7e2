/**
 * What is shown of a place in the text: enough to judge it by, cut at words.
 *
 * @module
 */
import type { Span } from "./types.ts";

/** Characters of the quote of a mention at most. */
export const MENTION_QUOTE_MAX = 160;

/** Characters of the quote of a passage at most. */
export const PASSAGE_QUOTE_MAX = 200;

/** The line that a place begins on, as far as a quote could need it; a place on two lines takes both. */
export function lineAround(text: string, { start, end }: Span): Span {
  const before = text.slice(Math.max(0, start - MENTION_QUOTE_MAX), start);
  const after = text.slice(end, end + MENTION_QUOTE_MAX);
  const newline = after.indexOf("\n");
  return {
    start: start - before.length + before.lastIndexOf("\n") + 1,
    end: end + (newline < 0 ? after.length : newline),
  };
}

/**
 * A window on `place` within `around`, with as much to both sides as there is room for.
 *
 * @param charsMax A longer place is cut. @default {@link MENTION_QUOTE_MAX}
 */
export function windowOn(text: string, place: Span, around: Span, charsMax = MENTION_QUOTE_MAX): Span {
  if (around.end - around.start <= charsMax) return trimmed(text, around);
  const room = Math.max(0, charsMax - (place.end - place.start));
  const toRight = Math.min(around.end - place.end, Math.ceil(room / 2));
  let start = Math.max(around.start, place.start - (room - toRight));
  let end = Math.min(around.end, start + charsMax);
  while (start > around.start && start < place.start && isInWord(text, start)) start++;
  if (end < around.end) end = cutAfterWord(text, place.end <= end ? place.end : start, end);
  return trimmed(text, { start, end });
}

/**
 * The part of a passage that shows most of what is looked for: its beginning, or where the words stand.
 *
 * @param words Places inside the passage, in order.
 */
export function clipped(text: string, passage: Span, words: readonly Span[]): Span {
  const whole = trimmed(text, passage);
  if (whole.end - whole.start <= PASSAGE_QUOTE_MAX || words.length === 0) {
    return windowOn(text, { start: whole.start, end: whole.start }, whole, PASSAGE_QUOTE_MAX);
  }
  let best: Span = words[0]!;
  let bestCount = 0;
  for (const [first, { start }] of words.entries()) {
    let last = first;
    while (last + 1 < words.length && words[last + 1]!.end - start <= PASSAGE_QUOTE_MAX) last++;
    if (last - first + 1 > bestCount) [best, bestCount] = [{ start, end: words[last]!.end }, last - first + 1];
  }
  return windowOn(text, best, whole, PASSAGE_QUOTE_MAX);
}

const isInWord = (text: string, at: number) => /\S/u.test(text.charAt(at - 1)) && /\S/u.test(text.charAt(at));

/** The last end of a word in [least, end]; where the text has no blank, an `end` that is inside no character. */
function cutAfterWord(text: string, least: number, end: number): number {
  if (!isInWord(text, end)) return end;
  const blank = text.slice(least, end).search(/\s\S*$/u);
  if (blank >= 0) return least + blank;
  return /[\uDC00-\uDFFF]/.test(text.charAt(end)) ? end - 1 : end;
}

function trimmed(text: string, { start, end }: Span): Span {
  const raw = text.slice(start, end);
  return raw.trim() === ""
    ? { start, end: start }
    : { start: start + raw.length - raw.trimStart().length, end: start + raw.trimEnd().length };
}
