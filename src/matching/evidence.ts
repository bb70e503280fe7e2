/**
 * Whether a résumé meets a skill that a job names, and where it says so. Skills are an open vocabulary: what the
 * taxonomy does not know is looked for as a phrase, by its words and by meaning.
 *
 * @module
 */
import { foldString } from "./fold.ts";
import { IMPLIED_CREDIT, impliersOf } from "./implied.ts";
import { totalYearsOf } from "./experience.ts";
import { addressSpans, disjoint, overlapping } from "./noise.ts";
import { findPhrase } from "./phrase.ts";
import { clipped, lineAround, windowOn } from "./quote.ts";
import { readRequirement } from "./requirement.ts";
import { canonicalSkill, extractSkills } from "./skills.ts";
import { taxonomy } from "./taxonomy.ts";
import type { Evidence, ExperienceEntry, PartialDate, Passage, Section, SectionName, SkillHit, Span } from "./types.ts";
import { keyOfPhrase, type Word, wordsOf } from "./words.ts";

/** Credit from which a skill counts as met; on a plateau from .5 to .6, see docs/matching.md. */
export const CREDIT_MIN = 0.6;

/** Cosine of skill and passage that says nothing, and the one that says all; unrelated pairs reach .27 in the median. */
export const COSINE_RANGE = [0.3, 0.6] as const;

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
  /** Names and addresses, in order and apart: "Jenkins" is no skill of Emily Jenkins. */
  names?: readonly Span[] | undefined;
  /** What years are counted from; without it, years that a skill asks for are not looked at. */
  work?: { experience: readonly ExperienceEntry[]; readOn: PartialDate };
}

/**
 * Looks for each skill: as itself or another spelling of it, as the literal phrase, else by credit, which is the mean of
 * the share of its words that occur and of the nearest passage's cosine, mapped from .30–.60 to 0–1. Before the last, a
 * skill is met that another one implies ("SQL" by PostgreSQL).
 *
 * Of "AWS or GCP" either is enough: the quote says which. "5+ years of SQL" is not met where the dated work that mentions
 * SQL, or what implies it, adds up to less; where no dated work does, the dates do not say, and a mention is enough. "10+
 * years of experience" asks for dated work of any kind.
 *
 * @returns One per query, in order; `null` where the résumé does not meet it. `quote` is the text between the offsets.
 */
export function skillEvidence(resume: EvidenceSource, queries: readonly EvidenceQuery[]): (Evidence | null)[] {
  const index = indexOf(resume);
  return queries.map((query) => {
    const { alternatives, minYears } = readRequirement(query.name);
    if (alternatives.length === 0) return byYearsOfWork(index, query.name, minYears ?? 0);
    const mentions = alternatives.flatMap((name) => {
      const evidence = byMention(index, name);
      return evidence === null ? [] : [{ name, evidence }];
    });
    if (mentions.length === 0) {
      return byImplication(index, alternatives, minYears) ?? byCredit(index, query, alternatives, minYears);
    }
    const longEnough = mentions.filter(({ name }) => mayReach(index, name, minYears));
    return longEnough.map(({ evidence }) => evidence).sort((a, b) => rankOf(a.section) - rankOf(b.section))[0] ?? null;
  });
}

interface Index extends EvidenceSource {
  hits: SkillHit[];
  /** Mentions by canonical name, the one that proves most. */
  mentions: Map<string, SkillHit>;
  words: Word[];
  /** Positions in `words` by stem. */
  places: Map<string, number[]>;
}

function indexOf(resume: EvidenceSource): Index {
  const { text, sections, names = [] } = resume;
  const hits = extractSkills(text, sections, { skip: names });
  const mentions = new Map<string, SkillHit>();
  for (const hit of hits) {
    const known = mentions.get(hit.skill);
    if (known === undefined || rankOf(hit.section) < rankOf(known.section)) mentions.set(hit.skill, hit);
  }
  const noise = disjoint([...addressSpans(text), ...names, ...sections.filter(({ name }) => name === "references")]);
  const words = wordsOf(text).filter(({ start, end }) => overlapping(noise, start, end) === null);
  const places = new Map<string, number[]>();
  for (const [i, { stem }] of words.entries()) {
    const known = places.get(stem);
    if (known) known.push(i);
    else places.set(stem, [i]);
  }
  return { ...resume, hits, mentions, words, places };
}

/** Where a mention proves more: done comes before claimed. */
const ranks: Partial<Record<SectionName, number>> = { experience: 0, projects: 1, certifications: 2, skills: 3 };
const rankOf = (section: SectionName | null) => (section === null ? undefined : ranks[section]) ?? 4;

function sectionAt(sections: readonly Section[], at: number): SectionName | null {
  return sections.find(({ start, end }) => start <= at && at < end)?.name ?? null;
}

/** Whether a text holds a spelling in its case as a word of its own. */
function hasWord(text: string, spelling: string): boolean {
  for (let at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1) + text.charAt(at + spelling.length))) return true;
  }
  return false;
}

/** Half a year is within what months printed as years can hide. */
const yearsTolerance = 0.5;

/** Whether the dates of the work that mentions a skill, or what implies it, leave it possible that it was used so long. */
function mayReach(index: Index, name: string, minYears: number | null): boolean {
  if (minYears === null || !index.work) return true;
  const skill = canonicalSkill(name);
  if (!skill) {
    const { occurring } = wordsShown(index, name);
    return mayReachAt(
      index,
      minYears,
      (entry) => occurring.length > 0 && occurring.every((word) => isWithin(index, word, entry)),
    );
  }
  const known = new Set([skill.name, ...impliersOf(skill.name)]);
  const places = index.hits.filter((hit) => known.has(hit.skill));
  // "Wrote Go services" is too little to find the skill by, but enough to count the years where it was found elsewhere.
  const spellings = new Set([skill.name, name, ...places.map(({ quote }) => quote)]);
  return mayReachAt(
    index,
    minYears,
    ({ start, end }) =>
      places.some((place) => place.start >= start && place.end <= end) ||
      [...spellings].some((spelling) => hasWord(index.text.slice(start, end), spelling)),
  );
}

/** The same of the work that a condition holds for. */
function mayReachAt({ work }: Index, minYears: number | null, isUsed: (entry: Span) => boolean): boolean {
  if (minYears === null || !work) return true;
  const used = totalYearsOf(work.experience.filter(isUsed), work.readOn);
  return used === null || used + yearsTolerance >= minYears;
}

/** Work of so many years, whatever it was: its latest entry is quoted. Without dates only a sentence that says so. */
function byYearsOfWork(index: Index, name: string, minYears: number): Evidence | null {
  const { text, work } = index;
  const latest = work?.experience.find(({ startDate }) => startDate !== null);
  const years = work ? totalYearsOf(work.experience, work.readOn) : null;
  if (years === null || !latest) return byMention(index, name);
  if (years + yearsTolerance < minYears) return null;
  const known = { kind: "semantic", credit: 1 } as const;
  // What a person wrote in the place of the entries that were read has none in the text.
  if (latest.end === 0) {
    return { ...known, start: 0, end: 0, quote: latest.title ?? latest.company ?? "", section: null };
  }
  const place = { start: latest.start, end: latest.start + 1 };
  const { start, end } = windowOn(text, place, lineAround(text, place));
  return { ...known, start, end, quote: text.slice(start, end), section: sectionAt(index.sections, place.start) };
}

/** The mention that proves most of a skill that cannot be without one of the alternatives. */
function byImplication(index: Index, alternatives: readonly string[], minYears: number | null): Evidence | null {
  const found = alternatives.filter((name) => mayReach(index, name, minYears))
    .flatMap((name) => impliersOf(canonicalSkill(name)?.name ?? ""))
    .flatMap((name) => index.mentions.get(name) ?? [])
    .map((mention) => mentioned(index, mention, "alias"))
    .sort((a, b) => rankOf(a.section) - rankOf(b.section))[0];
  return found ? { ...found, kind: "semantic", credit: IMPLIED_CREDIT } : null;
}

function byMention(index: Index, name: string): Evidence | null {
  const skill = canonicalSkill(name);
  const mention = skill && index.mentions.get(skill.name);
  if (mention) {
    const isLiteral = mention.kind === "exact" || keyOfPhrase(mention.quote) === keyOfPhrase(name);
    return mentioned(index, mention, isLiteral ? "exact" : "alias");
  }
  if (isOrdinaryWord(name)) return null;
  const phrase = findPhrase(index, name, (at) => rankOf(sectionAt(index.sections, at)));
  return phrase && mentioned(index, phrase, "exact");
}

function mentioned({ text, sections }: Index, place: Span, kind: "exact" | "alias"): Evidence {
  const { start, end } = windowOn(text, place, lineAround(text, place));
  return { kind, credit: 1, start, end, quote: text.slice(start, end), section: sectionAt(sections, place.start) };
}

/** Spelled like a word of prose ("go", "excel"): only the extractor can tell the skill from the word. */
function isOrdinaryWord(name: string): boolean {
  const spelling = taxonomy().byFolded.get(foldString(name));
  return spelling !== undefined && spelling.rule !== "plain" && spelling.rule !== "topic";
}

/** Words that say nothing of which skill is meant, in the languages jobs are mostly written in. */
const stopWords = new Set(
  ("a an and or of the in on for to with at by as from into using use und oder der die das mit für von zu et ou de la le " +
    "les des du en y o el los las con para e do da di del van het een dan skills skill knowledge experience ability")
    .split(" "),
);

function byCredit(
  index: Index,
  { best }: EvidenceQuery,
  alternatives: readonly string[],
  minYears: number | null,
): Evidence | null {
  const passage = best && index.passages[best.passage];
  if (!best || !passage || !Number.isFinite(best.cosine)) return null;
  const [low, high] = COSINE_RANGE;
  const meaning = Math.min(1, Math.max(0, (best.cosine - low) / (high - low)));
  const shown = alternatives.map((name) => wordsShown(index, name)).sort((a, b) => b.share - a.share);
  const { share, occurring } = shown[0] ?? { share: 0, occurring: [] };
  const credit = Math.round((share + meaning) / 2 * 1e6) / 1e6;
  if (credit < CREDIT_MIN) return null;
  const speaksOfIt = (entry: Span) =>
    occurring.length > 0
      ? occurring.every((word) => isWithin(index, word, entry))
      : passage.start >= entry.start && passage.end <= entry.end;
  if (!mayReachAt(index, minYears, speaksOfIt)) return null;
  const { start, end } = clipped(index.text, passage, placesWithin(index, occurring, passage));
  return {
    kind: share > 0 && share >= meaning ? "partial" : "semantic",
    credit,
    start,
    end,
    quote: index.text.slice(start, end),
    section: passage.section,
  };
}

/** The skill's words that occur in the résumé, and their share. */
function wordsShown(index: Index, name: string): { share: number; occurring: Word[] } {
  const all = wordsOf(name);
  const telling = all.filter(({ word }) => !stopWords.has(word));
  const counted = telling.length > 0 ? telling : all;
  const occurring = counted.filter((word) => occurs(index, word.word, word.stem));
  return { share: counted.length === 0 ? 0 : occurring.length / counted.length, occurring };
}

/** "Go" of "Go services" occurs where the language is mentioned, not in every "go". */
function occurs({ places, mentions }: Index, word: string, stem: string): boolean {
  const spelling = taxonomy().byFolded.get(word);
  if (spelling && spelling.rule !== "plain" && spelling.skill.category === "programming language") {
    return mentions.has(spelling.skill.name);
  }
  return places.has(stem);
}

/** Whether a word stands inside a span, in any inflection. */
function isWithin({ words, places }: Index, { stem }: Word, { start, end }: Span): boolean {
  return places.get(stem)?.some((place) => words[place]!.start >= start && words[place]!.end <= end) ?? false;
}

/** Where the words stand inside the passage. */
function placesWithin({ words, places }: Index, wanted: readonly Word[], { start, end }: Span): Span[] {
  return wanted.flatMap(({ stem }) => {
    const at = places.get(stem)?.find((place) => words[place]!.start >= start && words[place]!.end <= end);
    return at === undefined ? [] : [words[at]!];
  }).sort((a, b) => a.start - b.start);
}
