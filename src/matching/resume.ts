/**
 * Everything that is read out of a résumé's lines. Pure: the same lines give the same answer.
 *
 * @module
 */
import type { DocumentText } from "../../workers/protocol.ts";
import { datesIn } from "./dates.ts";
import { fieldsOf } from "./fields.ts";
import { languageOf } from "./language.ts";
import { disjoint, overlapping } from "./noise.ts";
import { headOf, passagesOf } from "./passages.ts";
import { nameSpans } from "./personal.ts";
import { nameLine, nameParts, namePartSpans, pronounSpans, withTitles } from "./person_words.ts";
import { isSubstantial, judgeQuality } from "./quality.ts";
import { sectionsOf } from "./sections.ts";
import { birthSpans, introducedName, unconfirmedName } from "./self_told.ts";
import { extractSkills } from "./skills.ts";
import { flowingText, textOf } from "./text.ts";
import type { ResumeAnalysis, Span } from "./types.ts";

/**
 * Analyses a résumé.
 *
 * @param countTokens Word-pieces of a text, as the embedding model counts them.
 * @param today "YYYY-MM", what an engagement that goes on is counted up to.
 */
export function analyseResume(
  document: DocumentText,
  countTokens: (text: string) => number,
  today: string,
): ResumeAnalysis {
  const doc = textOf(document.lines);
  const { text } = doc;
  const sections = sectionsOf(doc);
  const { fields: read, skip, isNameSure } = fieldsOf(doc, sections, document.links, today);
  // Where nothing else is as in a résumé, the first large words are often a title: only a sure name is one.
  const fields = isNameSure || isSubstantial(read, sections) ? read : { ...read, name: null };
  const { experience, education } = fields;
  const named = [
    ...experience.flatMap((entry) => placeOf(text, entry, entry.company)),
    ...education.flatMap((entry) => placeOf(text, entry, entry.institution)),
  ];
  const studied = education.flatMap((entry) => placeOf(text, entry, entry.field));
  const introduced = read.name === null ? introducedName(text) : null;
  const parts = nameParts(read.name?.value ?? introduced);
  const line = read.name === null ? nameLine(text, sections) : null;
  const unskilled = line === null ? skip : [...skip, line];
  const hits = extractSkills(flowingText(doc), sections, { skip: unskilled, named, studied, nameParts: parts })
    .map((hit) => ({ ...hit, quote: text.slice(hit.start, hit.end) }));
  const organisations = namesAmong(named, hits);
  const skills = hits.filter(({ start, end }) => overlapping(organisations, start, end) === null);
  const language = languageOf(text);
  const { quality, flags } = judgeQuality({
    text,
    sections,
    fields,
    skillCount: new Set(skills.map(({ skill }) => skill)).size,
    rangeCount: doc.lines.slice(0, 2000).reduce(
      (sum, line) => sum + datesIn(line.text.slice(0, 300)).filter(({ to }) => to !== null).length,
      0,
    ),
    language,
    flags: document.flags,
  });
  // A name can be a skill's as well: "Ruby" stays where it is read as one.
  const taken = disjoint(skills);
  const isNoSkill = ({ start, end }: Span) => overlapping(taken, start, end) === null;
  const whole = introduced === null ? [] : nameSpans(text, introduced);
  const own = [...whole, ...namePartSpans(text, parts)].filter(isNoSkill);
  const likely = [read.name === null ? unconfirmedName(doc) ?? [] : []].flat().filter(isNoSkill);
  const unseen = {
    skip: [...withTitles(text, [...skip, ...own]), ...likely, ...pronounSpans(text, language), ...birthSpans(text)],
  };
  return {
    text,
    sections,
    fields: { ...fields, names: disjoint([...unskilled, ...own, ...organisations]) },
    skills,
    passages: passagesOf(text, sections, countTokens, unseen),
    head: headOf(text, sections, countTokens, unseen),
    language,
    quality,
    flags,
  };
}

/** Where an entry prints a value; empty where it does not as it is. */
function placeOf(text: string, { start, end }: Span, value: string | null): Span[] {
  const at = value === null ? -1 : text.indexOf(value, start);
  return value === null || at < 0 || at + value.length > end ? [] : [{ start: at, end: at + value.length }];
}

/** Those of the organisations that are names alone: what holds several skills is a list of them that was taken for one. */
function namesAmong(organisations: readonly Span[], hits: readonly Span[]): Span[] {
  return disjoint(organisations).filter(({ start, end }) =>
    hits.filter((hit) => hit.start >= start && hit.end <= end).length < 2
  );
}
