/**
 * Sentences about a score, made from templates: the same score is always told in the same words.
 *
 * @module
 */
import { type Fit, fitOf, matchScore } from "./scoring.ts";
import { readRequirement } from "./requirement.ts";
import { canonicalSkill, skillKey } from "./skills.ts";
import type { Evidence } from "./types.ts";

/** A skill of the job and how the résumé meets it; `null` where it does not. */
export interface SkillOutcome {
  skill: string;
  evidence: Evidence | null;
  /** Nobody has looked for it yet in the résumé as it is now. @default false */
  isPending?: boolean;
}

/** A skill that the résumé mentions, and how often. */
export interface MentionedSkill {
  skill: string;
  category: string;
  count: number;
}

/** Counts the mentions of each skill, in order of first mention. */
export function countMentions(hits: readonly { skill: string; category: string }[]): MentionedSkill[] {
  const mentioned = new Map<string, MentionedSkill>();
  for (const { skill, category } of hits) {
    const known = mentioned.get(skill);
    if (known) known.count++;
    else mentioned.set(skill, { skill, category, count: 1 });
  }
  return [...mentioned.values()];
}

/** What is known of a match. */
export interface Outcome {
  similarity: number;
  skillMatch: number | null;
  overall: number;
  /** In the job's order. */
  required: readonly SkillOutcome[];
  preferred: readonly SkillOutcome[];
  /** Every skill found in the résumé, in order of first mention. */
  mentioned: readonly MentionedSkill[];
  /** Reason codes of the résumé's reading. */
  flags: readonly string[];
  /** Share of the job's candidates that score no higher, in percent. */
  percentile: number;
  /** The score is of an older job or résumé than the skills. @default false */
  isStale?: boolean;
}

/** The parts of an explanation. */
export interface Explanation {
  /** Skills the job asks for, best evidence first, then others of their kind; at most 5. */
  keyStrengths: string[];
  /** Required skills without evidence, in the job's order. */
  missing: string[];
  /** Skills of the résumé that the job does not name, those of the job's kinds first, most mentioned first; at most 20. */
  additional: string[];
  /** All of it in sentences. */
  text: string;
}

const strengthsMax = 5;
const additionalMax = 20;
/** Names in one list of a sentence; more are counted. */
const namedMax = 5;
/** Characters of a name in a sentence; jobs may require whole sentences. */
const nameCharsMax = 40;
const quoteCharsMax = 80;

const assessments: Record<Fit, string> = {
  excellent: "Excellent fit",
  good: "Good fit",
  fair: "Fair fit",
  poor: "Weak fit",
};

/** Flags of the reading that a person should know before trusting the score. */
const cautions: Record<string, string> = {
  not_a_resume: "the file does not look like a résumé",
  kind_uncertain: "the file may be something else than the résumé of one person",
  scanned: "the text was recognised in a scan and may hold errors",
  garbled_fonts: "parts of the file could not be read",
  multi_column_uncertain: "the reading order of its columns is uncertain",
  hidden_text: "the file holds text that no reader sees; it was left out of the score",
  truncated: "the file is long and its end was not read",
  too_short: "the résumé is very short",
  unsupported_language: "the résumé is in a language that is read less well",
  no_entries: "no job or school could be read in it",
};

/** Explains a match. */
export function explain(outcome: Outcome): Explanation {
  const { required, preferred } = outcome;
  const met = byCredit(required);
  const metPreferred = byCredit(preferred);
  const pending = required.filter(({ isPending }) => isPending).map(({ skill }) => skill);
  const missing = required.filter(({ evidence, isPending }) => evidence === null && !isPending)
    .map(({ skill }) => skill);
  const { own, other } = unnamed(outcome);
  return {
    keyStrengths: [...new Set([...met, ...metPreferred].map(({ skill }) => skill).concat(own))].slice(0, strengthsMax),
    missing,
    additional: [...own, ...other].slice(0, additionalMax),
    text: [
      ...(outcome.isStale ? formerAssessment(outcome) : assessment(outcome)),
      ...matched(met, required.length),
      ...lacking(missing, required.length),
      ...(pending.length > 0 ? [`${list(pending)} ${pending.length > 1 ? "were" : "was"} not looked for yet.`] : []),
      ...bonus(metPreferred, preferred.length),
      outcome.isStale ? "Recommendation: wait for the new score." : recommendation(outcome, missing),
      ...caution(outcome.flags),
    ].join(" "),
  };
}

type Met = SkillOutcome & { evidence: Evidence };

/** Those with evidence, the best first; equals stay in the job's order. */
function byCredit(skills: readonly SkillOutcome[]): Met[] {
  return skills.filter((skill): skill is Met => skill.evidence !== null && !skill.isPending)
    .sort((a, b) => b.evidence.credit - a.evidence.credit);
}

function assessment({ overall, similarity, skillMatch, required, percentile }: Outcome): string[] {
  const score = matchScore(overall);
  const isAlike = `the résumé is ${closeness(similarity)} the job (similarity ${similarity.toFixed(2)})`;
  const skills = skillMatch === null
    ? "the job requires no skills"
    : `${Math.round(skillMatch * required.length)} of ${counted(required.length, "required skill")} can be shown (${
      percent(skillMatch)
    })`;
  const standing = percentile >= 100
    ? ["No candidate for this job scores higher."]
    : percentile >= 75
    ? [`It scores at least as high as ${Math.floor(percentile)}% of the candidates for this job.`]
    : [];
  return [`${assessments[fitOf(score)]} at ${score.toFixed(2)} of 100: ${isAlike}, and ${skills}.`, ...standing];
}

/** The score alone, as what it was: how many skills it counted, and which, is not known any more. */
function formerAssessment({ overall, similarity, skillMatch }: Outcome): string[] {
  const score = matchScore(overall);
  const share = skillMatch === null
    ? "the job required no skills"
    : `${percent(skillMatch)} of the skills it required could be shown`;
  return [
    "The job, the résumé or the way they are read has changed, and this score is being worked out again. " +
    `Before: ${assessments[fitOf(score)].toLowerCase()} at ${score.toFixed(2)} of 100, when the résumé was ${
      closeness(similarity)
    } the job (similarity ${similarity.toFixed(2)}) and ${share}. What follows is of both as they are now.`,
  ];
}

/** Unrelated texts reach .27 in the median, good pairs .5 to .7: see docs/matching.md. */
function closeness(similarity: number): string {
  if (similarity >= 0.6) return "very close to";
  if (similarity >= 0.45) return "close to";
  if (similarity >= 0.3) return "somewhat close to";
  return "far from";
}

function matched(met: readonly Met[], required: number): string[] {
  if (met.length === 0) return [];
  const plain = met.filter(({ evidence }) => evidence.kind === "exact" || evidence.kind === "alias");
  const read = met.filter(({ evidence }) => evidence.kind === "partial" || evidence.kind === "semantic");
  const all = met.length === required && required > 1 ? `All ${required} required skills are met. ` : "";
  return [
    all + (plain.length > 0 ? `The résumé names ${list(plain.map(({ skill }) => skill))}.` : "").trim(),
    read.length > 0
      ? `It ${plain.length > 0 ? "also " : ""}points to ${list(read.map(({ skill }) => skill))}${hint(read)}.`
      : "",
  ].map((sentence) => sentence.trim()).filter((sentence) => sentence !== "");
}

/** The words behind the first of the skills that are not named as such. */
function hint(read: readonly Met[]): string {
  const first = read.find(({ evidence }) => /\S/u.test(evidence.quote));
  if (!first) return "";
  const quote = cut(first.evidence.quote.replace(/\s+/gu, " ").trim(), quoteCharsMax);
  return read.length === 1 ? `, in “${quote}”` : `; for ${cut(first.skill, nameCharsMax)} see “${quote}”`;
}

function lacking(missing: readonly string[], required: number): string[] {
  if (missing.length === 0) return [];
  const all = missing.length === required && required > 1 ? "any required skill: " : "";
  return [`There is no evidence of ${all}${list(missing, all === "" ? "or" : "and")}.`];
}

function bonus(met: readonly Met[], preferred: number): string[] {
  if (met.length === 0) return [];
  return [`Of ${counted(preferred, "preferred skill")}, it shows ${list(met.map(({ skill }) => skill))}.`];
}

function recommendation({ overall, flags }: Outcome, missing: readonly string[]): string {
  if (flags.includes("not_a_resume") || flags.includes("kind_uncertain")) {
    return "Recommendation: look at the file itself before anything else.";
  }
  const ask = missing.length > 0 ? ` and ask about ${list(missing.slice(0, 2))}` : "";
  switch (fitOf(matchScore(overall))) {
    case "excellent":
      return `Recommendation: invite to an interview${ask}.`;
    case "good":
      return `Recommendation: worth an interview${ask === "" ? "" : `;${ask.slice(4)}`}.`;
    case "fair":
      return "Recommendation: read the résumé before a decision.";
    case "poor":
      return "Recommendation: look at better matches first.";
  }
}

function caution(flags: readonly string[]): string[] {
  const told = [...new Set(flags)].flatMap((flag) => cautions[flag] ?? []);
  return told.length === 0 ? [] : [`Caution: ${told.join("; ")}.`];
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
const percent = (share: number) => `${Math.round(100 * share)}%`;

function list(names: readonly string[], conjunction: "and" | "or" = "and"): string {
  const shown = names.slice(0, namedMax).map((name) => cut(name, nameCharsMax));
  const more = names.length - shown.length;
  if (more > 0) shown.push(`${more} more`);
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} ${conjunction} ${shown.at(-1)}`;
}

/** As much of a text as fits, cut after a word. */
function cut(text: string, charsMax: number): string {
  if (text.length <= charsMax) return text;
  const blank = text.lastIndexOf(" ", charsMax);
  return `${text.slice(0, blank > 0 ? blank : charsMax).replace(/[\uD800-\uDBFF]$/, "").replace(/[,;:]$/u, "")}…`;
}

/** Skills of the résumé that the job does not name: of a kind that it asks for, and the others; most mentioned first. */
function unnamed({ mentioned, required, preferred }: Outcome): { own: string[]; other: string[] } {
  const asked = [...required, ...preferred].flatMap(({ skill }) => readRequirement(skill).alternatives);
  const keys = new Set(asked.map(skillKey));
  const kinds = new Set(asked.flatMap((name) => canonicalSkill(name)?.category ?? []));
  const sorted = mentioned.filter(({ skill }) => !keys.has(skillKey(skill))).sort((a, b) => b.count - a.count);
  const isOwn = ({ category }: { category: string }) => required.length + preferred.length === 0 || kinds.has(category);
  return {
    own: sorted.filter(isOwn).map(({ skill }) => skill),
    other: sorted.filter((entry) => !isOwn(entry)).map(({ skill }) => skill),
  };
}
