/**
 * What a job ad asks for and describes.
 *
 * @module
 */
import { passagesOf } from "./passages.ts";
import { extractSkills } from "./skills.ts";
import type { JobAnalysis, SkillHit, Span } from "./types.ts";

/** Headings of parts that are alike in every ad of a company and say nothing of the work. */
const boilerplateHeading = new RegExp(
  "^(?:" + [
    "about (?:us|the company|our company)",
    "who we are",
    "our (?:story|values|mission|culture|benefits)",
    "(?:company )?(?:benefits|perks)(?: (?:and|&) (?:perks|benefits))?",
    "what we offer(?: you)?",
    "we offer",
    "why (?:join us|us|work (?:with|for) us)",
    "compensation(?: and benefits)?",
    "how to apply",
    "to apply",
    "application process",
    "equal (?:employment )?opportunit(?:y|ies)(?: employer| statement)?",
    "diversity(?:,? equity)?(?:,? (?:and|&) inclusion)?",
    "privacy(?: notice| policy)?",
    "über uns",
    "wer wir sind",
    "(?:das bieten wir|wir bieten)(?: dir| ihnen)?",
    "unser angebot",
    "deine vorteile|ihre vorteile|benefits",
    "bewerbung|so bewirbst du dich|kontakt",
  ].join("|") + ")\\s*[:?!.]*$",
  "iu",
);

const boilerplateSentence = new RegExp(
  [
    "equal[- ]opportunity",
    "affirmative action",
    "without regard to (?:race|age|sex|gender|religion)",
    "regardless of (?:race|age|sex|gender|religion|background)",
    "(?:health|dental|vision) insurance",
    "\\b401\\(?k\\)?",
    "paid time off",
    "reasonable accommodations?",
    "background check",
    "send (?:us )?your (?:cv|résumé|resume)",
    "we look forward to (?:your|hearing)",
    "unabhängig von (?:geschlecht|alter|herkunft)",
    "wir freuen uns auf (?:deine|ihre)",
    "schwerbehindert",
  ].join("|"),
  "iu",
);

/** A line that could be a heading is no longer than this. */
const HEADING_CHARS_MAX = 60;

/**
 * Analyses a job. Offsets are those of the description and the requirements, joined by a line break.
 *
 * @param countTokens Word-pieces of a text, as the embedding model counts them.
 */
export function analyseJob(
  job: { title: string; description: string; requirements: string },
  countTokens: (text: string) => number,
): JobAnalysis {
  const text = `${job.description}\n${job.requirements}`;
  const passages = passagesOf(text, [], countTokens, { skip: boilerplate(text) });
  const skills = new Map<string, SkillHit>();
  for (const hit of extractSkills(text, [])) if (!skills.has(hit.skill)) skills.set(hit.skill, hit);
  return { title: job.title, passages, skills: [...skills.values()] };
}

/** From a boilerplate heading to the next heading, and single sentences elsewhere. */
function boilerplate(text: string): Span[] {
  const spans: Span[] = [];
  let inside = false;
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    const printed = line.trim();
    const heading = headingIn(printed);
    if (heading !== null) inside = boilerplateHeading.test(heading);
    if (inside) spans.push({ start, end });
    else {
      for (const { index, 0: sentence } of line.matchAll(/[^.!?]+[.!?]*/gu)) {
        if (boilerplateSentence.test(sentence)) {
          spans.push({ start: start + index, end: start + index + sentence.length });
        }
      }
    }
    start = end + 1;
  }
  return spans;
}

/** What a line says as a heading: short, without a full stop, marked or capitalised; `null` for running text and bullets. */
function headingIn(line: string): string | null {
  if (line === "" || line.length > HEADING_CHARS_MAX || /^[-*•·–]\s/u.test(line)) return null;
  const bare = line.replace(/^#+\s*/u, "").replaceAll("**", "").trim();
  if (boilerplateHeading.test(bare)) return bare;
  const isMarked = bare !== line || bare.endsWith(":");
  return isMarked && !/[.;,]$/u.test(bare) ? bare : null;
}
