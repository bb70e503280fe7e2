/**
 * The places of a resume that say why it was found. Pure.
 *
 * @module
 */
import type { SectionName, Span } from "../matching/types.ts";
import { type Term, type Token, tokensOf } from "./search_terms.ts";

/** A quote of a resume; all offsets are UTF-16 code units of its text. */
export interface Highlight extends Span {
  quote: string;
  section: SectionName | null;
  /** The words of the query in it. */
  marks: Span[];
}

/** A passage, and how near it is to the query. */
interface Passage extends Span {
  section: SectionName | null;
  cosine: number;
}

const HIGHLIGHTS_MAX = 3;
const QUOTE_CHARS_MAX = 500;
/** A passage without a word of the query is quoted from here on: it is about the same thing. */
const COSINE_MIN = 0.35;

/**
 * Up to three quotes: those with most of the query's words that no earlier one has, then the nearest in meaning. A word
 * that is in no passage, such as a name, is quoted with its line.
 *
 * @param terms With what each weighs.
 */
export function highlightsOf(
  text: string,
  passages: readonly Passage[],
  terms: readonly (Term & { weight: number })[],
): Highlight[] {
  const termOf = new Map(terms.flatMap((term) => term.forms.map((form) => [form, term])));
  const hits = tokensOf(text).flatMap((token) => {
    const term = termOf.get(token.word);
    return term ? [{ ...token, term }] : [];
  });
  const rest = [...passages, ...linesWithout(text, passages, hits)].map((place) => ({
    ...place,
    hits: hits.filter(({ start, end }) => start >= place.start && end <= place.end),
  }));
  const chosen: typeof rest = [];
  const told = new Set<Term>();
  const news = ({ hits }: typeof rest[number]) =>
    [...new Set(hits.map(({ term }) => term))].filter((term) => !told.has(term))
      .reduce((sum, { weight }) => sum + weight, 0);
  while (chosen.length < HIGHLIGHTS_MAX) {
    const [best] = rest.map((place) => ({ place, news: news(place) }))
      .filter(({ place, news }) => news > 0 || place.cosine >= COSINE_MIN)
      .sort((a, b) => b.news - a.news || b.place.cosine - a.place.cosine || a.place.start - b.place.start);
    if (!best) break;
    chosen.push(best.place);
    rest.splice(rest.indexOf(best.place), 1);
    for (const { term } of best.place.hits) told.add(term);
  }
  return chosen.map(({ start, end, section, hits }) => ({
    quote: text.slice(start, end),
    start,
    end,
    section,
    marks: hits.map(({ start, end }) => ({ start, end })),
  }));
}

/** Lines with words of the query that stand in no passage. */
function linesWithout(text: string, passages: readonly Span[], hits: readonly Token[]): Passage[] {
  const lines = new Map<number, Passage>();
  for (const hit of hits) {
    if (passages.some(({ start, end }) => start <= hit.start && hit.end <= end)) continue;
    const start = Math.max(text.lastIndexOf("\n", hit.start) + 1, hit.end - QUOTE_CHARS_MAX);
    if (lines.has(start)) continue;
    const lineEnd = text.indexOf("\n", hit.end);
    const end = Math.min(lineEnd < 0 ? text.length : lineEnd, start + QUOTE_CHARS_MAX);
    lines.set(start, { start, end, section: null, cosine: 0 });
  }
  return [...lines.values()];
}
