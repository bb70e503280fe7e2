/**
 * Tells what a text claims somebody can do, or asks for, from what it merely speaks of: "experience in banking" and
 * "a banking company", "DevOps skills" and "the DevOps engineers".
 *
 * @module
 */
import type { Section, SectionName, Span } from "./types.ts";

/** A mention of a field, an activity or a quality. */
export interface Mention extends Span {
  section: Section | null;
  category: string;
  /** Where the next skill of the text begins; Infinity after the last. */
  next: number;
}

/** Who does the work: "backend developer" names a person, not what they know. */
const roles =
  "developers?|engineers?|architects?|managers?|administrators?|consultants?|analysts?|designers?|specialists?|scientists?|" +
  "experts?|leads?|leaders?|teams?|testers?|programmers?|officers?|directors?|assistants?|agents?|representatives?|" +
  "executives?|coordinators?|supervisors?|technicians?|advisors?|advisers?|associates?|interns?|owners?|masters?|heads?|" +
  "professionals?|staff|colleagues|people|guild|community|group|department|squad|companies|company|firms?|industry|sector|" +
  "clients?|customers?|organi[sz]ations?";

const functionWords =
  "and|or|and/or|in|on|of|for|to|with|within|at|by|from|as|via|using|is|are|was|were|be|has|have|had|will|would|can|may|" +
  "must|should|that|which|who|where|when|while|the|a|an|our|your|their|its|this|these|such|like|including|also|not|but|" +
  "etc|und|oder|et|y|e|ou|o";

const beforeRole = new RegExp(
  `^(?:[ \\t]+(?!(?:${functionWords})\\b)[\\p{L}.+#/-]+){0,2}?[ \\t-]+(?:${roles})\\b`,
  "iu",
);

/** What somebody has in a skill, or does with it. */
const cueBefore = new RegExp(
  "\\b(?:experienced?|experiences|knowledge|know|expertise|proficien(?:t|cy)|skilled|skills?|understands?|understanding|" +
    "familiar(?:ity)?|background|competen(?:t|ce|cy|cies)|fluen(?:t|cy)|versed|grasp|command|passion(?:ate)?|degree|" +
    "certifi(?:ed|cate|cation)|trained|training|speciali[sz](?:ed|ing|t)|hands-on|proven|track record|interest(?:ed)?|" +
    "exposure|capab(?:le|ility)|ability|able|qualifi(?:ed|cation)|strong|solid|excellent|deep|advanced|practical|basics|" +
    "methodolog(?:y|ies)|technolog(?:y|ies)|tools?|concepts|principles|practices?|focus(?:ed)?|participat(?:e|ion)|" +
    "responsible|mastery|kenntnisse|erfahrung|connaissances?|experiencia|conocimientos?|esperienza|conhecimentos?)\\b",
  "i",
);
/** What is done with a skill that a duty names: "prepare payroll", "manage vendor contracts". */
const dutyBefore =
  /\b(?:manage|handle|perform|prepare|conduct|oversee|coordinate|carry out|execute|process|deliver|drive|lead|own|run|plan|implement|apply|provide|ensure|do|teach|operate)(?:s|d|ed|ing)?\s+(?:\p{L}+\s+)?$/iu;
const cueAfter =
  /^[ \t]+(?:and\s+[\p{L}-]+\s+)?(?:experiences?|knowledge|skills?|expertise|background|proficiency|certifications?|degree)\b/iu;

const wordAfter = new RegExp(`^[ \\t]+(?!(?:${functionWords})\\b)\\p{L}`, "iu");

/** Where a résumé lists what somebody has, rather than telling what was done. */
const claims: ReadonlySet<SectionName> = new Set(["skills", "languages", "certifications"]);

/** How far before a skill its cue may stand in the same sentence. */
const cueCharsMax = 90;

/** Whether the place of a topic says that somebody has it or needs it. */
export function claimed(text: string, mention: Mention): boolean {
  const { start, end, section, category } = mention;
  const after = text.slice(end, end + 60);
  if (isOfRole(after) || isInCompound(text, start, end)) return false;
  if (section !== null && claims.has(section.name)) return true;
  // A quality that prose claims is no evidence; a list of skills says at least that it is meant as one.
  if (category === "soft skill") return false;
  // What a résumé speaks of was done by its owner; a single word says that only where it leads or is cued.
  const isDone = section !== null && category !== "human language";
  if (isDone && text.slice(start, end).includes(" ")) return true;
  if (isItem(text, start, end) || cueAfter.test(after)) return true;
  const modifies = wordAfter.test(after) && /\S/.test(text.slice(end, Math.min(mention.next, end + 60)));
  if (modifies && !isDone) return false;
  if (cueBefore.test(sentenceBefore(text, start)) || dutyBefore.test(text.slice(Math.max(0, start - 30), start))) {
    return true;
  }
  return isDone && !modifies && !/^\s+and\b/.test(after) &&
    atLineStart.test(text.slice(Math.max(0, start - 8), start));
}

/** "cloud-based", "re-usability". */
function isInCompound(text: string, start: number, end: number): boolean {
  return /^[-–]\p{L}/u.test(text.slice(end, end + 2)) || /\p{L}[-–]$/u.test(text.slice(Math.max(0, start - 2), start));
}

const atLineStart = /(?:^|[\n•▪●◦‣■*])[ \t]*(?:[-–][ \t]*)?$/;

/** Whether the text goes on with whom the topic describes. */
export function isOfRole(after: string): boolean {
  return /^[ \t-]/.test(after) && beforeRole.test(after);
}

function sentenceBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - cueCharsMax), start);
  const cut = Math.max(before.lastIndexOf("\n"), before.lastIndexOf(". "), before.lastIndexOf("; "));
  return cut < 0 ? before : before.slice(cut + 1);
}

/** An item of a list: separators, line ends or a colon on both sides; "and" on one of them at most. */
export function isItem(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 8), start), after = text.slice(end, end + 8);
  if (/\band\s*$/.test(before)) return /^\s*[,;|/•·)]/.test(after);
  return /(?:^|[,;|/•·:(\n\t]|\s{2}|^\s*[-–*▪●◦‣■☞⌲])\s*$/m.test(before) &&
    /^\s*(?:$|[,;|/•·)(\n\t]|\s{2}|and\b)/.test(after);
}
