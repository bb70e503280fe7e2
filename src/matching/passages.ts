/**
 * Cuts a text into the pieces that are embedded on their own and quoted as evidence, and picks out what says who a
 * résumé is. Names and contact details never get into either.
 *
 * @module
 */
import { disjoint } from "./noise.ts";
import { clip, type CountTokens, type Piece, piecesOf } from "./pieces.ts";
import type { Passage, Section, SectionName, Span } from "./types.ts";

/** Word-pieces of a passage at most; measured against 254 in docs/matching.md: as good for scores, better for quotes. */
export const PASSAGE_TOKENS_MAX = 64;

/** Word-pieces of a head at most. */
export const HEAD_TOKENS_MAX = 128;

/** Passages of a document at most, about forty pages; skills are still looked for in all of the text. */
export const PASSAGES_MAX = 256;

/** Shares of the head that its first two parts may take; what they leave goes to the next. */
const introductionTokensMax = 64;
const skillsTokensMax = 40;

/** A clipped piece of fewer word-pieces says too little to be worth its place in the head. */
const clippedTokensMin = 6;

/** The most that a full passage gives to the next so that a sentence or a bullet stays whole. */
const carriedTokensMax = 24;

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
  const skipped = disjoint(options.skip ?? []);
  const passages: Passage[] = [];
  for (const { name, ...body } of bodiesOf(text, sections)) {
    for (const pieces of packed(piecesOf(text, body, skipped, countTokens, PASSAGE_TOKENS_MAX))) {
      if (passages.length === PASSAGES_MAX) return passages;
      passages.push({
        start: pieces[0]!.start,
        end: pieces.at(-1)!.end,
        text: pieces.map((piece) => piece.text).join("\n"),
        section: name,
        tokens: tokensOf(pieces),
      });
    }
  }
  return passages;
}

/**
 * The text that says who a résumé is about: headline and summary, skills, latest role; the beginning of a text that has
 * none of them. Empty for an empty text.
 *
 * @returns At most 128 word-pieces.
 */
export function headOf(
  text: string,
  sections: readonly Section[],
  countTokens: CountTokens,
  options: PassageOptions = {},
): string {
  const skipped = disjoint(options.skip ?? []);
  const bodies = bodiesOf(text, sections);
  const lines: string[] = [];
  let used = 0;
  const fill = (isWanted: (name: SectionName | null) => boolean, allowed: number) => {
    for (const { name, ...body } of bodies) {
      if (!isWanted(name)) continue;
      for (const piece of piecesOf(text, body, skipped, countTokens, PASSAGE_TOKENS_MAX)) {
        const whole = used + piece.tokens <= allowed;
        const fitting = whole ? piece : clip(piece, countTokens, allowed - used);
        if (whole || fitting.tokens >= clippedTokensMin) {
          lines.push(fitting.text);
          used += fitting.tokens;
        }
        if (!whole) return;
      }
    }
  };
  fill((name) => name === "header" || name === "summary", introductionTokensMax);
  fill((name) => name === "skills", used + skillsTokensMax);
  fill((name) => name === "experience", HEAD_TOKENS_MAX);
  if (used === 0) fill(() => true, HEAD_TOKENS_MAX);
  return lines.join("\n");
}

/** What stands under each heading, in order. */
function bodiesOf(text: string, sections: readonly Section[]): (Span & { name: SectionName | null })[] {
  if (sections.length === 0) return [{ start: 0, end: text.length, name: null }];
  return sections.filter(({ name }) => name !== "references").map((section) => ({
    start: section.heading === null ? section.start : afterHeading(text, section, section.heading),
    end: section.end,
    name: section.name,
  }));
}

/** After the heading's line; after the heading alone where its line goes on: "Skills: SQL", "SKILLS    SQL". */
function afterHeading(text: string, { start, end }: Section, heading: string): number {
  const newline = text.indexOf("\n", start);
  const lineEnd = newline < 0 ? end : Math.min(newline, end);
  const at = text.slice(start, lineEnd).indexOf(heading);
  const after = start + at + heading.length;
  return at >= 0 && /^\s*:\s|^\s{2}|^\t/u.test(text.slice(after, lineEnd)) ? after : lineEnd;
}

/** Fills passages; one that is full ends before an unfinished sentence or bullet if that is near. */
function* packed(pieces: Iterable<Piece>): Generator<Piece[]> {
  let open: Piece[] = [];
  for (const piece of pieces) {
    if (tokensOf(open) + piece.tokens > PASSAGE_TOKENS_MAX) {
      const begun = piece.continues ? open.findLastIndex(({ continues }) => !continues) : open.length;
      const carried = begun > 0 ? open.slice(begun) : [];
      const moves = tokensOf(carried) <= Math.min(carriedTokensMax, PASSAGE_TOKENS_MAX - piece.tokens);
      yield moves ? open.slice(0, open.length - carried.length) : open;
      open = moves ? carried : [];
    }
    open.push(piece);
  }
  if (open.length > 0) yield open;
}

const tokensOf = (pieces: readonly Piece[]) => pieces.reduce((sum, { tokens }) => sum + tokens, 0);
