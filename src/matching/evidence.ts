/**
 * Whether a résumé meets a skill that a job names, and where it says so. Skills are an open vocabulary: what the
 * taxonomy does not know is looked for as a phrase, by its words and by meaning.
 *
 * @module
 */
import { foldString } from "./fold.ts";
import { addressSpans, overlapsAny } from "./noise.ts";
import { canonicalSkill, extractSkills } from "./skills.ts";
import { taxonomy } from "./taxonomy.ts";
import type { Evidence, Passage, Section, SectionName, SkillHit, Span } from "./types.ts";
import { type Word, wordsOf } from "./words.ts";

/** Credit from which a skill counts as met; on a plateau from .5 to .6, see docs/matching.md. */
export const CREDIT_MIN = 0.6;

/** Cosine of skill and passage that says nothing, and the one that says all; unrelated pairs reach .27 in the median. */
const COSINE_RANGE = [0.3, 0.6] as const;

/** Characters of a quote at most. */
const QUOTE_MAX = 160;

/** A skill to look for; `best` is the passage whose vector is nearest to the skill's own. */
export interface EvidenceQuery {
  name: string;
  best: { passage: number; cosine: number } | null;
}

/** The parts of a résumé that evidence is taken from. */
export interface EvidenceSource {
  text: string;
  sections: readonly Section[];
  passages: readonly Pick<Passage, "start" | "end" | "section">[];
}

/**
 * Looks for each skill: as itself or another spelling of it, as the literal phrase, else by credit, which is the mean of
 * the share of its words that occur and of the nearest passage's cosine, mapped from .30–.60 to 0–1.
 *
 * @returns One per query, in order; `null` where the résumé does not meet it. `quote` is the text between the offsets.
 */
export function skillEvidence(resume: EvidenceSource, queries: readonly EvidenceQuery[]): (Evidence | null)[] {
  const index = indexOf(resume);
  return queries.map((query) => byMention(index, query.name) ?? byCredit(index, query));
}

interface Index extends EvidenceSource {
  /** Mentions by canonical name, the one with the best evidence first. */
  mentions: Map<string, SkillHit>;
  hits: SkillHit[];
  words: Word[];
  /** Positions in `words` by stem. */
  places: Map<string, number[]>;
}

/** Where a mention proves more: done comes before claimed. */
const rank: Partial<Record<SectionName, number>> = { experience: 0, projects: 1, certifications: 2, skills: 3 };

function indexOf(resume: EvidenceSource): Index {
  const { text, sections } = resume;
  const hits = extractSkills(text, sections);
  const mentions = new Map<string, SkillHit>();
  const rankOf = (hit: SkillHit) => (hit.section === null ? undefined : rank[hit.section]) ?? 4;
  for (const hit of hits) {
    const known = mentions.get(hit.skill);
    if (known === undefined || rankOf(hit) < rankOf(known)) mentions.set(hit.skill, hit);
  }
  const noise = [...addressSpans(text), ...sections.filter(({ name }) => name === "references")]
    .sort((a, b) => a.start - b.start);
  const words = wordsOf(text).filter(({ start, end }) => !overlapsAny(noise, start, end));
  const places = new Map<string, number[]>();
  for (const [i, { stem }] of words.entries()) {
    const known = places.get(stem);
    if (known) known.push(i);
    else places.set(stem, [i]);
  }
  return { ...resume, hits, mentions, words, places };
}

function byMention(index: Index, name: string): Evidence | null {
  const skill = canonicalSkill(name);
  const mention = skill && index.mentions.get(skill.name);
  if (mention) {
    const isSame = foldString(index.text.slice(mention.start, mention.end)) === foldString(name);
    return told(index, mention, isSame ? "exact" : "alias", 1);
  }
  if (isOrdinaryWord(name)) return null;
  const phrase = literal(index, name);
  return phrase && told(index, phrase, "exact", 1);
}

/** Spelled like a word of prose ("go", "excel"): only the extractor can tell the skill from the word. */
function isOrdinaryWord(name: string): boolean {
  const spelling = taxonomy().byFolded.get(foldString(name));
  return spelling !== undefined && spelling.rule !== "plain";
}

/** The first place where the words of the name follow one another, in any inflection. */
function literal({ text, words, places, hits }: Index, name: string): Span | null {
  const wanted = wordsOf(name);
  const first = wanted[0];
  if (first === undefined) return null;
  for (const at of places.get(first.stem) ?? []) {
    const follows = wanted.every(({ stem }, k) => words[at + k]?.stem === stem);
    if (!follows) continue;
    const start = words[at]!.start;
    const end = words[at + wanted.length - 1]!.end;
    // An abbreviation is one only in its case: "IT" is not "it".
    if (isAbbreviation(name) && text.slice(start, end) !== name.trim()) continue;
    if (/\n\s*\n|[.!?;]\s/.test(text.slice(start, end))) continue;
    // "React Native" says nothing of "React": it is a skill of its own.
    if (hits.some((hit) => hit.start <= start && hit.end >= end && hit.end - hit.start > end - start)) continue;
    return { start, end };
  }
  return null;
}

const isAbbreviation = (name: string) => /^\p{Lu}[\p{Lu}\p{N}&]{1,3}$/u.test(name.trim());

const stopWords = new Set(
  ("a an and or of the in on for to with at by as from into using use und oder der die das mit für von zu et ou de la le " +
    "les des du en y o el los las con para e do da di del van het een dan skills skill knowledge experience ability")
    .split(" "),
);

function byCredit(index: Index, { name, best }: EvidenceQuery): Evidence | null {
  const passage = best && index.passages[best.passage];
  if (!best || !passage) return null;
  const [low, high] = COSINE_RANGE;
  const meaning = Math.min(1, Math.max(0, (best.cosine - low) / (high - low)));
  const share = shareOfWords(index, name);
  const credit = Math.round((share + meaning) / 2 * 1e6) / 1e6;
  if (credit < CREDIT_MIN) return null;
  return { ...told(index, passage, share >= meaning ? "partial" : "semantic", credit), section: passage.section };
}

function shareOfWords({ places }: Index, name: string): number {
  if (isOrdinaryWord(name)) return 0;
  const all = wordsOf(name);
  const telling = all.filter(({ word }) => !stopWords.has(word));
  const counted = telling.length > 0 ? telling : all;
  if (counted.length === 0) return 0;
  return counted.filter(({ stem, word }) => places.has(stem) && !isOrdinaryWord(word)).length / counted.length;
}

function told(index: Index, place: Span, kind: Evidence["kind"], credit: number): Evidence {
  const { start, end } = quoted(index.text, place);
  const section = index.sections.find((section) => section.start <= start && start < section.end);
  return { kind, credit, start, end, quote: index.text.slice(start, end), section: section?.name ?? null };
}

/** A mention with the line it stands on, or as much of a longer place as can be read at a glance; ends at words. */
function quoted(text: string, place: Span): Span {
  const room = Math.max(0, QUOTE_MAX - (place.end - place.start));
  const lineStart = text.lastIndexOf("\n", place.start - 1) + 1;
  const nextLine = text.indexOf("\n", place.end);
  const lineEnd = nextLine < 0 ? text.length : nextLine;
  let start = Math.max(lineStart, place.start - Math.floor(room / 2));
  let end = Math.min(place.end > start + QUOTE_MAX ? start + QUOTE_MAX : lineEnd, start + QUOTE_MAX);
  while (start > lineStart && start < place.start && isInWord(text, start)) start++;
  const least = Math.min(place.end, start + QUOTE_MAX / 2);
  while (end < text.length && end > least && isInWord(text, end)) end--;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

const isInWord = (text: string, at: number) => /\S/.test(text.charAt(at - 1)) && /\S/.test(text.charAt(at));
