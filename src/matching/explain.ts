/**
 * Sentences about a score, made from templates: the same score is always told in the same words.
 *
 * @module
 */
import { type Fit, fitOf, matchScore } from "./scoring.ts";
import type { Evidence, SkillHit } from "./types.ts";

/** A skill of the job and how the résumé meets it; `null` where it does not. */
export interface SkillOutcome {
  skill: string;
  evidence: Evidence | null;
}

/** What is known of a match. */
export interface Outcome {
  similarity: number;
  skillMatch: number | null;
  overall: number;
  /** In the job's order. */
  required: readonly SkillOutcome[];
  preferred: readonly SkillOutcome[];
  /** Every skill found in the résumé. */
  extracted: readonly SkillHit[];
  /** Reason codes of the résumé's reading. */
  flags: readonly string[];
  /** Share of the job's candidates that score no higher, in percent. */
  percentile: number;
}

/** The parts of an explanation. */
export interface Explanation {
  /** Names of skills, best evidence first; at most 5. */
  keyStrengths: string[];
  /** Required skills without evidence, in the job's order. */
  missing: string[];
  /** Skills of the résumé that the job does not name, most mentioned first; at most 20. */
  additional: string[];
  /** All of it in sentences. */
  text: string;
}

const STRENGTHS_MAX = 5;
const ADDITIONAL_MAX = 20;
/** Names in a sentence; more are counted. */
const NAMED_MAX = 8;
const QUOTE_MAX = 80;

const assessments: Record<Fit, string> = {
  excellent: "Excellent fit",
  good: "Good fit",
  fair: "Fair fit",
  poor: "Weak fit",
};

const recommendations: Record<Fit, string> = {
  excellent: "Recommended for an interview.",
  good: "Worth an interview; check what is missing.",
  fair: "Worth a look at the résumé before a decision.",
  poor: "Other candidates are likely to fit better.",
};

const cautions: Record<string, string> = {
  scanned: "The text was recognised in a scan and may hold errors",
  garbled_fonts: "Parts of the file could not be read",
  multi_column_uncertain: "The reading order of its columns is uncertain",
  hidden_text: "The file holds text that no reader sees; it was left out",
  truncated: "The file is long; its end was not read",
  too_short: "The résumé is very short",
};

/** Explains a match. */
export function explain(outcome: Outcome): Explanation {
  const { required, preferred, extracted } = outcome;
  const score = matchScore(outcome.overall);
  const fit = fitOf(score);
  const met = byCredit(required);
  const metPreferred = byCredit(preferred);
  const missing = required.filter(({ evidence }) => evidence === null).map(({ skill }) => skill);
  const additional = unnamed(extracted, [...required, ...preferred]);
  const sentences = [
    `${assessments[fit]}: ${score.toFixed(2)} of 100, ${drivenBy(outcome)}.`,
    met.length > 0 ? `Meets ${share(met.length, required.length)}: ${list(met.map(named))}.` : null,
    ...met.filter(({ evidence }) => evidence.kind === "partial" || evidence.kind === "semantic").slice(0, 2).map(hint),
    missing.length > 0 ? `No evidence of ${list(missing)}.` : null,
    metPreferred.length > 0
      ? `Of the preferred skills it shows ${list(metPreferred.map(({ skill }) => skill))}.`
      : null,
    recommendations[fit],
    ...caution(outcome.flags),
  ];
  return {
    keyStrengths: [...met, ...metPreferred].map(({ skill }) => skill).slice(0, STRENGTHS_MAX),
    missing,
    additional,
    text: sentences.filter((sentence) => sentence !== null).join(" "),
  };
}

type Met = SkillOutcome & { evidence: Evidence };

function byCredit(skills: readonly SkillOutcome[]): Met[] {
  return skills.filter((skill): skill is Met => skill.evidence !== null)
    .sort((a, b) => b.evidence.credit - a.evidence.credit);
}

function drivenBy({ similarity, skillMatch }: Outcome): string {
  const text = `the text is ${closeness(similarity)} the job's (similarity ${similarity.toFixed(2)})`;
  if (skillMatch === null) return `${text}; the job requires no skills`;
  return `${text} and ${Math.round(100 * skillMatch)} % of the required skills are shown`;
}

/** Unrelated texts reach .27 in the median, good pairs .5 to .7: see docs/matching.md. */
function closeness(similarity: number): string {
  if (similarity >= 0.6) return "very close to";
  if (similarity >= 0.45) return "close to";
  if (similarity >= 0.3) return "somewhat close to";
  return "far from";
}

function share(count: number, of: number): string {
  if (of === 1) return "the required skill";
  return count === of ? `all ${of} required skills` : `${count} of ${of} required skills`;
}

function named({ skill, evidence }: Met): string {
  return evidence.kind === "partial" || evidence.kind === "semantic" ? `${skill} (by related text)` : skill;
}

function hint({ skill, evidence }: Met): string {
  const quote = evidence.quote.replace(/\s+/gu, " ");
  const cut = quote.length <= QUOTE_MAX ? quote : `${quote.slice(0, quote.lastIndexOf(" ", QUOTE_MAX))} …`;
  return `For ${skill} see “${cut}”.`;
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, NAMED_MAX);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(", ")} and ${more} more`;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

function caution(flags: readonly string[]): string[] {
  return flags.flatMap((flag) => cautions[flag] === undefined ? [] : [`Caution: ${cautions[flag]}.`]);
}

function unnamed(extracted: readonly SkillHit[], jobSkills: readonly SkillOutcome[]): string[] {
  const lower = (name: string) => name.toLowerCase();
  const asked = new Set(jobSkills.map(({ skill }) => lower(skill)));
  const counts = new Map<string, number>();
  for (const { skill } of extracted) {
    if (!asked.has(lower(skill))) counts.set(skill, (counts.get(skill) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([skill]) => skill).slice(0, ADDITIONAL_MAX);
}
