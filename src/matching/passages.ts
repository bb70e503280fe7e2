/**
 * Cuts a text into the pieces that are embedded on their own and quoted as evidence, and picks out what says who a
 * résumé is. Names and contact details never get into either.
 *
 * @module
 */
import type { Passage, Section, Span } from "./types.ts";

/** Word-pieces of a passage at most; measured against 254 in docs/matching.md: as good for scores, better for quotes. */
export const PASSAGE_TOKENS_MAX = 64;

/** Word-pieces of a head at most. */
export const HEAD_TOKENS_MAX = 128;

/** Passages of a document at most, about forty pages; skills are still looked for in all of the text. */
const PASSAGES_MAX = 256;

/** Shares of the head that its first two parts may take; what they leave goes to the next. */
const INTRODUCTION_TOKENS_MAX = 64;
const SKILLS_TOKENS_MAX = 40;

type CountTokens = (text: string) => number;

/** What is left out. */
export interface PassageOptions {
  /** Names, contact details and the like. In any order. */
  skip?: readonly Span[];
}

/**
 * The passages of a text in reading order: whole lines or sentences of one section, as many as fit together.
 *
 * @param sections May be empty: then the text is one section without a name. References are left out, and headings.
 * @returns At most 64 word-pieces each. `text` is what stands between the offsets without what is skipped.
 */
export function passagesOf(
  text: string,
  sections: readonly Section[],
  countTokens: CountTokens,
  options: PassageOptions = {},
): Passage[] {
  const passages: Passage[] = [];
  for (const { section, pieces } of bodies(text, sections, countTokens, options.skip ?? [])) {
    let open: Passage | null = null;
    for (const piece of pieces) {
      if (open !== null && open.tokens + piece.tokens <= PASSAGE_TOKENS_MAX) {
        open.text += `\n${piece.text}`;
        open.end = piece.end;
        open.tokens += piece.tokens;
      } else {
        if (passages.length === PASSAGES_MAX) return passages;
        open = { ...piece, section: section?.name ?? null };
        passages.push(open);
      }
    }
  }
  return passages;
}

/**
 * The text that says who a résumé is about: headline and summary, skills, latest role. Empty for an empty text.
 *
 * @returns At most 128 word-pieces.
 */
export function headOf(
  text: string,
  sections: readonly Section[],
  countTokens: CountTokens,
  options: PassageOptions = {},
): string {
  const all = [...bodies(text, sections, countTokens, options.skip ?? [])];
  const pick = (...names: string[]) =>
    all.filter(({ section }) => section !== null && names.includes(section.name)).flatMap(({ pieces }) => pieces);
  const parts: [Piece[], number][] = [
    [pick("header", "summary"), INTRODUCTION_TOKENS_MAX],
    [pick("skills"), SKILLS_TOKENS_MAX],
    [pick("experience"), HEAD_TOKENS_MAX],
  ];
  if (parts.every(([pieces]) => pieces.length === 0)) {
    parts.push([all.flatMap(({ pieces }) => pieces), HEAD_TOKENS_MAX]);
  }
  const lines: string[] = [];
  let used = 0;
  let allowed = 0;
  for (const [pieces, share] of parts) {
    allowed = Math.min(HEAD_TOKENS_MAX, allowed + share);
    for (const piece of pieces) {
      if (used + piece.tokens > allowed) break;
      lines.push(piece.text);
      used += piece.tokens;
    }
  }
  return lines.join("\n");
}

/** A line, a sentence or a part of one. */
type Piece = Omit<Passage, "section">;

function* bodies(
  text: string,
  sections: readonly Section[],
  countTokens: CountTokens,
  skip: readonly Span[],
): Generator<{ section: Section | null; pieces: Piece[] }> {
  const skipped = [...skip].sort((a, b) => a.start - b.start);
  const whole: (Span & { section: Section | null })[] = sections.length === 0
    ? [{ start: 0, end: text.length, section: null }]
    : sections.filter(({ name }) => name !== "references").map((section) => ({
      start: section.heading === null ? section.start : lineEnd(text, section.start),
      end: section.end,
      section,
    }));
  for (const { start, end, section } of whole) {
    const pieces: Piece[] = [];
    for (let at = start; at < end;) {
      const stop = Math.min(lineEnd(text, at), end);
      for (const span of cut(text, at, stop, skipped, countTokens)) pieces.push(span);
      at = stop + 1;
    }
    yield { section, pieces };
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

/** A line as one piece if it is short enough, else its sentences, else runs of words. */
function* cut(
  text: string,
  start: number,
  end: number,
  skipped: readonly Span[],
  countTokens: CountTokens,
): Generator<Piece> {
  for (const part of outside(start, end, skipped)) {
    const line = pieceOf(text, part, countTokens);
    if (line === null) continue;
    if (line.tokens <= PASSAGE_TOKENS_MAX) {
      yield line;
      continue;
    }
    for (const sentence of splitAt(text, line, /[.!?;:•|]\s+/g)) {
      const piece = pieceOf(text, sentence, countTokens);
      if (piece === null) continue;
      if (piece.tokens <= PASSAGE_TOKENS_MAX) yield piece;
      else yield* runsOfWords(text, piece, countTokens);
    }
  }
}

/** The parts of [start, end) that no span covers. */
function* outside(start: number, end: number, spans: readonly Span[]): Generator<Span> {
  let low = 0, high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  let at = start;
  for (let i = low; i < spans.length && spans[i]!.start < end; i++) {
    const span = spans[i]!;
    if (span.start > at) yield { start: at, end: span.start };
    at = Math.max(at, span.end);
  }
  if (at < end) yield { start: at, end };
}

/** The span without blanks at its ends; `null` where no letter or digit is left. */
function pieceOf(text: string, { start, end }: Span, countTokens: CountTokens): Piece | null {
  const raw = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(raw)) return null;
  const from = start + raw.length - raw.trimStart().length;
  const printed = raw.trim().replace(/\s+/g, " ");
  return { start: from, end: start + raw.trimEnd().length, text: printed, tokens: countTokens(printed) };
}

function* splitAt(text: string, { start, end }: Span, separator: RegExp): Generator<Span> {
  let from = start;
  for (const match of text.slice(start, end).matchAll(separator)) {
    const stop = start + match.index + 1;
    yield { start: from, end: stop };
    from = stop;
  }
  yield { start: from, end };
}

function* runsOfWords(text: string, { start, end }: Span, countTokens: CountTokens): Generator<Piece> {
  let open: Piece | null = null;
  for (const match of text.slice(start, end).matchAll(WORD)) {
    const word = pieceOf(text, { start: start + match.index, end: start + match.index + match[0].length }, countTokens);
    if (word === null) continue;
    if (open !== null && open.tokens + word.tokens <= PASSAGE_TOKENS_MAX) {
      open.end = word.end;
      open.text += ` ${word.text}`;
      open.tokens += word.tokens;
    } else {
      if (open !== null) yield open;
      open = word;
    }
  }
  if (open !== null) yield open;
}

/** A word, or what fits a passage of one that is too long: no word-piece is shorter than a character. */
const WORD = /[^\s]{1,64}/gu;
