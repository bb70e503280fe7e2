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

/** Who does the work: "backend developer" names a person, not what they know. A final "s" is left off. */
const roles = new Set(
  ("developer engineer architect manager administrator consultant analyst designer specialist scientist expert lead leader " +
    "team tester programmer officer director assistant agent representative executive coordinator supervisor technician " +
    "advisor adviser associate intern owner master head professional staff colleagues people guild community group " +
    "department squad companies company firm industry sector client customer organisation organization").split(" "),
);
const onlySingular = new Set(
  "staffs guilds communitys groups departments squads companys industrys sectors".split(" "),
);

const functionWords =
  "and|or|and/or|in|on|of|for|to|with|within|at|by|from|as|via|using|is|are|was|were|be|has|have|had|will|would|can|may|" +
  "must|should|that|which|who|where|when|while|the|a|an|our|your|their|its|this|these|such|like|including|also|not|but|" +
  "etc|und|oder|et|y|e|ou|o";
const connecting = new Set(functionWords.split("|"));

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
  if (isOfRole(text, end) || isInCompound(text, start, end)) return false;
  if (section !== null && claims.has(section.name)) return true;
  // A quality that prose claims is no evidence; a list of skills says at least that it is meant as one.
  if (category === "soft skill") return false;
  // What a résumé speaks of was done by its owner; a single word says that only where it leads or is cued.
  const isDone = section !== null && category !== "human language";
  if (isDone && text.slice(start, end).includes(" ")) return true;
  const after = text.slice(end, end + 60);
  if (isItem(text, start, end) || cueAfter.test(after)) return true;
  const modifies = wordAfter.test(after) && /\S/.test(text.slice(end, Math.min(mention.next, end + 60)));
  if (modifies && !isDone) return false;
  const isSpaced = isBlank(text.charCodeAt(start - 1)) || text.charCodeAt(start - 1) === 0x0a;
  if (isSpaced && dutyBefore.test(text.slice(Math.max(0, start - 30), start))) return true;
  if (hasCue(text, start)) return true;
  return isDone && !modifies && !/^\s+and\b/.test(after) &&
    atLineStart.test(text.slice(Math.max(0, start - 8), start));
}

/** "cloud-based", "re-usability". */
function isInCompound(text: string, start: number, end: number): boolean {
  return (isDash(text.charCodeAt(end)) && /^[-–]\p{L}/u.test(text.slice(end, end + 2))) ||
    (isDash(text.charCodeAt(start - 1)) && /\p{L}[-–]$/u.test(text.slice(Math.max(0, start - 2), start)));
}

const atLineStart = /(?:^|[\n•▪●◦‣■*])[ \t]*(?:[-–][ \t]*)?$/;

const isDash = (code: number) => code === 0x2d || code === 0x2013;
const isBlank = (code: number) => code === 0x20 || code === 0x09;
const isLetter = (code: number) => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code >= 0xc0;
/** What a word is made of besides letters: "c++", "front-end", ".net". */
const isInner = (code: number) => code === 0x2d || code === 0x2e || code === 0x2b || code === 0x23 || code === 0x2f;

/** One entry for each pair of letters: whether a role or a connecting word begins with it. Most words need no second look. */
const beginnings = new Uint8Array(32 * 32);
for (const word of [...roles, ...connecting]) beginnings[pairAt(word, 0)] = 1;

function pairAt(text: string, at: number): number {
  return ((text.charCodeAt(at) & 31) << 5) | (text.charCodeAt(at + 1) & 31);
}

function isRole(word: string): boolean {
  return roles.has(word) || (word.endsWith("s") && roles.has(word.slice(0, -1)) && !onlySingular.has(word));
}

/** Words that may stand between a topic and whom it describes: "cloud platform engineering teams". */
const WORDS_BETWEEN_MAX = 2;

/** Whether the text goes on with whom the topic before `end` describes. */
export function isOfRole(text: string, end: number): boolean {
  let i = end;
  for (let words = 0; words <= WORDS_BETWEEN_MAX; words++) {
    const gap = i;
    while (isBlank(text.charCodeAt(i))) i++;
    const blanks = i - gap;
    while (isBlank(text.charCodeAt(i)) || text.charCodeAt(i) === 0x2d) i++;
    if (i === gap) return false;
    const mayGoOn = i - gap === blanks;
    // "cloud-engineer" is two words for a role, and one where it stands between.
    for (let from = i, first = true;; first = false) {
      let to = from;
      while (isLetter(text.charCodeAt(to))) to++;
      const word = beginnings[pairAt(text, from)] === 1 ? text.slice(from, Math.min(to, from + 20)).toLowerCase() : "";
      const next = text.charCodeAt(to);
      const isWhole = !(next >= 0x30 && next <= 0x39) && next !== 0x5f;
      if (isWhole && isRole(word)) return true;
      if (first && isWhole && connecting.has(word)) return false;
      if (next !== 0x2d) break;
      from = to + 1;
    }
    const start = i;
    while (isLetter(text.charCodeAt(i)) || isInner(text.charCodeAt(i))) i++;
    if (!mayGoOn || i === start || i - end > 60) return false;
  }
  return false;
}

/** Whether the sentence says before this place that somebody has, knows or does something. */
export function hasCue(text: string, start: number): boolean {
  return cueBefore.test(sentenceBefore(text, start));
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
