/**
 * The smallest parts that a text is cut into before it is embedded: lines, sentences of a long line, runs of words of a
 * long sentence. Never a part of a word.
 *
 * @module
 */
import { firstEndingAfter } from "./noise.ts";
import type { Span } from "./types.ts";

/** Word-pieces of a text; the count of two texts with a blank between them is the sum of their counts. */
export type CountTokens = (text: string) => number;

/** A line, a sentence or a part of one. */
export interface Piece extends Span {
  /** What stands between the offsets, blanks collapsed. */
  text: string;
  tokens: number;
  /** The sentence of the piece before goes on in this one. */
  continues: boolean;
}

/** A longer line or sentence is cut without counting it as a whole. */
const countedCharsMax = 1000;

/** Longer runs without a blank are no words. */
const wordCharsMax = 64;

/**
 * The pieces of [start, end) in order.
 *
 * @param skipped What is left out; in order and apart.
 * @param tokensMax Word-pieces of a piece at most.
 */
export function* piecesOf(
  text: string,
  { start, end }: Span,
  skipped: readonly Span[],
  countTokens: CountTokens,
  tokensMax: number,
): Generator<Piece> {
  let before = "";
  for (let at = start; at < end;) {
    const newline = text.indexOf("\n", at);
    const lineEnd = newline < 0 ? end : Math.min(newline, end);
    let first = true;
    for (const part of outside({ start: at, end: lineEnd }, skipped)) {
      for (const span of split(text, part, countTokens, tokensMax)) {
        const piece = pieceOf(text, span, countTokens);
        if (piece === null) continue;
        piece.continues = goesOn(before, piece.text) || (!first && !endOfSentence.test(before));
        yield piece;
        before = piece.text;
        first = false;
      }
    }
    if (first) before = "";
    at = lineEnd + 1;
  }
}

/** The beginning of a piece, cut after a word. */
export function clip(piece: Piece, countTokens: CountTokens, tokensMax: number): Piece {
  let text = "";
  let tokens = 0;
  for (const word of piece.text.split(" ")) {
    const more = countTokens(word);
    if (tokens + more > tokensMax) break;
    text += text === "" ? word : ` ${word}`;
    tokens += more;
  }
  return { ...piece, text, tokens };
}

const endOfSentence = /[.!?:;。！？]["'”’)\]]?$/u;

/** A wrapped line: the one before has no end, and this one begins like neither a sentence nor a bullet. */
function goesOn(before: string, text: string): boolean {
  return before !== "" && !endOfSentence.test(before) && /^(?:\p{Ll}|[(&])/u.test(text);
}

/** The parts of a span that no skipped one covers. */
function* outside({ start, end }: Span, skipped: readonly Span[]): Generator<Span> {
  let at = start;
  for (let i = firstEndingAfter(skipped, start); i < skipped.length && skipped[i]!.start < end; i++) {
    if (skipped[i]!.start > at) yield { start: at, end: skipped[i]!.start };
    at = skipped[i]!.end;
  }
  if (at < end) yield { start: at, end };
}

/** The span itself if it is short enough, else its sentences, else runs of its words. */
function* split(text: string, span: Span, countTokens: CountTokens, tokensMax: number): Generator<Span> {
  const fits = ({ start, end }: Span) =>
    end - start <= countedCharsMax && countTokens(text.slice(start, end)) <= tokensMax;
  if (fits(span)) {
    yield span;
    return;
  }
  for (const sentence of sentencesOf(text, span)) {
    if (fits(sentence)) yield sentence;
    else yield* runsOfWords(text, sentence, countTokens, tokensMax);
  }
}

function* sentencesOf(text: string, { start, end }: Span): Generator<Span> {
  let from = start;
  for (const match of text.slice(start, end).matchAll(/[.!?;:•|](?=\s)|[。！？]/gu)) {
    const stop = start + match.index + 1;
    yield { start: from, end: stop };
    from = stop;
  }
  yield { start: from, end };
}

function* runsOfWords(text: string, span: Span, countTokens: CountTokens, tokensMax: number): Generator<Span> {
  let open: Span | null = null;
  let used = 0;
  for (const word of wordsIn(text, span, countTokens, tokensMax)) {
    // Parts of one over-long word stay apart: joined, they would count otherwise than the sum of them.
    if (open !== null && open.end < word.start && used + word.tokens <= tokensMax) {
      open.end = word.end;
      used += word.tokens;
    } else {
      if (open !== null) yield open;
      open = { start: word.start, end: word.end };
      used = word.tokens;
    }
  }
  if (open !== null) yield open;
}

function* wordsIn(
  text: string,
  { start, end }: Span,
  countTokens: CountTokens,
  tokensMax: number,
): Generator<Span & { tokens: number }> {
  for (const match of text.slice(start, end).matchAll(new RegExp(`\\S{1,${wordCharsMax}}`, "gu"))) {
    let from = start + match.index;
    const stop = from + match[0].length;
    const tokens = countTokens(match[0]);
    if (tokens <= tokensMax) {
      yield { start: from, end: stop, tokens };
      continue;
    }
    // More word-pieces than letters: a script that the model takes apart. A letter of it is three at most.
    for (const letters of match[0].match(/.{1,16}/gsu) ?? []) {
      yield { start: from, end: from + letters.length, tokens: countTokens(letters) };
      from += letters.length;
    }
  }
}

/** What is left of a list where a name or an address was cut out of it. */
const leftover = /^[\s,;:|•·–—]+|[\s,;|•·–—]+$/gu;

/** The span without blanks and separators at its ends; `null` where no letter or digit is left. */
function pieceOf(text: string, { start, end }: Span, countTokens: CountTokens): Piece | null {
  const raw = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(raw)) return null;
  const bare = raw.replace(leftover, "");
  const from = start + raw.indexOf(bare);
  const printed = bare.replace(/\s+/g, " ");
  return {
    start: from,
    end: from + bare.length,
    text: printed,
    tokens: countTokens(printed),
    continues: false,
  };
}
