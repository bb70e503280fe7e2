/**
 * Tells a skill from the word of prose that is spelled like it, by what stands around it.
 *
 * @module
 */
import { claimed, hasCue, isItem, isOfRole } from "./skill_claim.ts";
import { acceptListed } from "./skill_list.ts";
import type { Section, Span } from "./types.ts";
import type { Spelling } from "./taxonomy.ts";

/** A spelling found as a word of its own. */
export interface Candidate {
  spelling: Spelling;
  start: number;
  end: number;
  section: Section | null;
  /** Stands in what a degree was taken in. */
  isStudied: boolean;
}

/** What stands between two items of a list. */
const listGap = /^\s*(?:[,;|\/•·&+()\[\]\-–—:]|\band\b|\bor\b|\band\/or\b)*\s*(?:[,;|\/•·&+(\[]|\band\b|\bor\b)?\s*$/i;

/** No more stands between two items of a list. */
const LIST_GAP_MAX = 12;

/** What comes before a skill in prose. */
const cue =
  /(?:\b(?:in|with|using|uses|use|used|of|via|like|learn|learning|including|includes|as|on|to)|:)\s+(?:(?:core|advanced|basic|modern)\s+)?$/i;

/** What comes after a word that names a technology. */
const nounAfter =
  /^[ \t]+(?:programming|language|languages|developer|engineer|framework|library|scripting|scripts|code|coding|script|skills)\b/i;

/** Keeps the candidates that are skills, in order. */
export function judge(text: string, candidates: readonly Candidate[]): Candidate[] {
  const support = new Set<string>();
  for (const { spelling } of candidates) if (spelling.rule === "plain") support.add(kin(spelling.skill.family));
  const supported = (candidate: Candidate) => support.has(kin(candidate.spelling.skill.family));

  const accepted = candidates.map((candidate, i) =>
    candidate.spelling.rule === "topic"
      ? candidate.isStudied || claimed(text, {
        ...candidate,
        category: candidate.spelling.skill.category,
        next: candidates[i + 1]?.start ?? Infinity,
      })
      : byItself(text, candidate, supported(candidate))
  );
  acceptTagLines(text, candidates, accepted);
  // Lists confirm their members from both ends: "C, Python, Go" and "Python, C, Go".
  const joins = (i: number, k: number) =>
    !accepted[i] && accepted[k] === true && mayJoin(text, candidates[i]!, candidates[k]!) &&
    beside(text, candidates[Math.min(i, k)]!, candidates[Math.max(i, k)]!);
  for (let i = 1; i < candidates.length; i++) if (joins(i, i - 1)) accepted[i] = true;
  for (let i = candidates.length - 2; i >= 0; i--) if (joins(i, i + 1)) accepted[i] = true;
  // "C, R" or "Go / Rust" with nobody to confirm them: two languages in their case, side by side.
  for (let i = 1; i < candidates.length; i++) {
    const a = candidates[i - 1]!, b = candidates[i]!;
    if (accepted[i] || accepted[i - 1] || !mutual(text, a, b)) continue;
    accepted[i] = accepted[i - 1] = true;
  }
  acceptListed(text, candidates, accepted, (candidate) => hasCase(text, candidate));
  return candidates.filter((_, index) => accepted[index]);
}

/** Share of a line's characters that are skills from which on it is a line of tags. */
const tagShareMin = 0.6;

/** Accepts the topics of a line that is little but skills: "Agile Software Development Banking IT Consulting". */
function acceptTagLines(text: string, candidates: readonly Candidate[], accepted: boolean[]): void {
  for (let i = 0; i < candidates.length; i++) {
    if (accepted[i] || !isTopic(candidates[i]!)) continue;
    const { start, end } = lineSpan(text, candidates[i]!);
    let first = i, last = i;
    while (first > 0 && candidates[first - 1]!.start >= start) first--;
    while (last + 1 < candidates.length && candidates[last + 1]!.end <= end) last++;
    if (last > first && isTags(text, { start, end }, candidates.slice(first, last + 1))) {
      for (let k = i; k <= last; k++) if (isTopic(candidates[k]!)) accepted[k] ||= mayBeTag(text, candidates[k]!);
    }
    i = last;
  }
}

function isTags(text: string, { start, end }: Span, skills: readonly Span[]): boolean {
  let chars = 0;
  for (const skill of skills) chars += skill.end - skill.start;
  if (chars < tagShareMin * (end - start) / 2) return false;
  const line = text.slice(start, end);
  return chars >= tagShareMin * line.replace(/\s/g, "").length && !/\b(?:the|a|to|is|we|you|our)\b/i.test(line);
}

/** Whether neighbours can vouch for a topic: not for a quality, nor for what only says who somebody is. */
function mayBeTag(text: string, { spelling, end }: Candidate): boolean {
  return spelling.skill.category !== "soft skill" && !isOfRole(text, end);
}

/** Whether a neighbour can vouch for it; for a word of prose only one of its trade: "salt" beside "menu planning" is salt. */
function mayJoin(text: string, candidate: Candidate, neighbour: Candidate): boolean {
  if (isTopic(candidate)) return mayBeTag(text, candidate);
  const family = candidate.spelling.skill.family, other = neighbour.spelling.skill.family;
  return family === other || (computing.has(family) && computing.has(other)) ||
    (isOfOffice(family, other) && hasCase(text, candidate));
}

/** Families of tools that stand in one list. */
const computing: ReadonlySet<string> = new Set(["technology", "data", "design and media", "engineering"]);

/** Office software stands in lists with databases and the like: "Excel, Access". */
function isOfOffice(family: string, other: string): boolean {
  return (family === "office" && computing.has(other)) || (other === "office" && computing.has(family));
}

/** Families whose skills vouch for one another share a key. */
function kin(family: string): string {
  return family === "data" ? "technology" : family;
}

function byItself(text: string, candidate: Candidate, supported: boolean): boolean {
  const { spelling, start, end } = candidate;
  if (spelling.rule === "plain") return true;
  const printed = text.slice(start, end);
  const cased = hasCase(text, candidate);
  if (spelling.rule === "exact") return printed === spelling.text && cased;
  const letter = printed.length === 1;
  if (joined(text, start, end)) return false;
  if (cased && nounAfter.test(text.slice(end, end + 16))) return supported || !letter;
  if (spelling.rule === "cased" && cased && !partOfTitle(text, start, end)) return true;
  if (supported && candidate.section?.name === "skills" && isItem(text, start, end)) return true;
  if (!cased || partOfTitle(text, start, end)) return false;
  if (!supported) return isWrittenIn(text, candidate);
  return cue.test(text.slice(Math.max(0, start - 40), start)) && !/^\s*\d/.test(text.slice(end, end + 3));
}

/** What is written in a language: "firmware in C for small devices". */
const written =
  /\b(?:firmware|software|code|coded|coding|programs?|programm(?:ed|ing)|scripts?|scripting|drivers|algorithms?|applications?|apps|libraries|library|compilers?|microcontrollers?|embedded|back-?end)\b[^.;\n]{0,40}\b(?:in|using|with)\s+$/i;

function isWrittenIn(text: string, { spelling, start, end }: Candidate): boolean {
  return spelling.skill.category === "programming language" &&
    written.test(text.slice(Math.max(0, start - 60), start)) && isClosed(text, end);
}

/** Printed with the taxonomy's capitals, on a line that is not all capitals. */
function hasCase(text: string, { spelling, start, end, section }: Candidate): boolean {
  const printed = text.slice(start, end);
  if (printed === printed.toLowerCase()) return spelling.text === printed;
  const capitals = spelling.text === spelling.text.toUpperCase();
  if (printed !== spelling.text && !(capitals && printed === spelling.text)) {
    return printed.charAt(0) === spelling.text.charAt(0) && printed.length > 1 &&
      printed.slice(1) === printed.slice(1).toLowerCase();
  }
  if (printed.length === 1 || !capitals) return true;
  // A narrow column breaks a list of skills anywhere: "Power" above "BI, SAP".
  const line = section?.name === "skills"
    ? text.slice(Math.max(section.start, start - 100), Math.min(section.end, end + 100))
    : lineAround(text, start, end);
  return /\p{Ll}/u.test(line) || line.trim().length <= printed.length + 2;
}

/** Glued to its neighbours by a sign that makes another word of both: "C-level", "R.", "Go!". */
function joined(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1), after = text.charAt(end);
  if (/[-–_'’@#$]/.test(before) || /[-–_'’@$]/.test(after)) return true;
  return end - start === 1 &&
    (after === "." && /\S/.test(text.charAt(end + 1)) || before === "." || /[°º]/.test(before) ||
      /\d\s?$/.test(text.slice(Math.max(0, start - 2), start)));
}

/** Between capitalised words ("Project Manager"), or the first word of a sentence. */
function partOfTitle(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 30), start);
  const after = text.slice(end, end + 30);
  if (/(?:^|[.!?\n•▪●◦■]|\n[ \t]*[-–*])\s*$/.test(start <= 30 ? `\n${before}` : before)) {
    return /^[ \t]+\p{L}/u.test(after);
  }
  return /\p{Lu}\p{Ll}+[ \t]+$/u.test(before) || /^[ \t]+\p{Lu}\p{Ll}/u.test(after);
}

/** Whether two candidates of kindred families are neighbours in a list. */
function beside(text: string, a: Candidate, b: Candidate): boolean {
  if (b.start - a.end > LIST_GAP_MAX) return false;
  const one = a.spelling.skill.family, other = b.spelling.skill.family;
  const isOneList = one === other || (computing.has(one) && computing.has(other)) || isOfOffice(one, other);
  if (!isOneList && !isTopic(a) && !isTopic(b)) return false;
  const gap = text.slice(a.end, b.start);
  if (!listGap.test(gap)) return false;
  const weak = (candidate: Candidate) =>
    candidate.spelling.rule !== "plain" && !isTopic(candidate) && joined(text, candidate.start, candidate.end);
  if (weak(a) || weak(b)) return false;
  if (/[^\s]/.test(gap)) return true;
  // Nothing but space: a line of tags ("linux c c++ java"), not a sentence ("we use java go there").
  return gap.includes("\n") ? isItem(text, b.start, b.end) && isItem(text, a.start, a.end) : isTagLine(text, a, b);
}

function isTopic({ spelling }: Candidate): boolean {
  return spelling.rule === "topic";
}

function isTagLine(text: string, a: Candidate, b: Candidate): boolean {
  const line = lineAround(text, a.start, b.end);
  const words = line.trim().split(/\s+/);
  return words.length <= 12 && !/[.!?]\s|[.!?]$/.test(line) &&
    !/\b(?:the|a|to|is|we|you|for|at|our|your|it|of)\b/i.test(line);
}

function mutual(text: string, a: Candidate, b: Candidate): boolean {
  const isLanguage = (candidate: Candidate) =>
    candidate.spelling.skill.category === "programming language" && hasCase(text, candidate);
  if (!isLanguage(a) || !isLanguage(b) || !beside(text, a, b)) return false;
  if (/[,/;|]/.test(text.slice(a.end, b.start))) return true;
  // "Knowledge of C and R": two words with nothing but "and" between need somebody who knows them.
  return cue.test(text.slice(Math.max(0, a.start - 40), a.start)) && hasCue(text, a.start) && isClosed(text, b.end);
}

/** Whether a phrase ends here: no noun follows that the word before would describe. */
function isClosed(text: string, end: number): boolean {
  const after = text.slice(end, end + 16);
  return /^\s*(?:$|[.,;:)\n])|^\s+(?:is|are|for|on|at|with|under|to|or|and|preferred|required)\b/.test(after) ||
    nounAfter.test(after);
}

const NEWLINE = 0x0a;
/** How much of a line is looked at to either side. */
const LINE_CHARS_MAX = 200;

/** The line, at most {@link LINE_CHARS_MAX} characters to either side. */
function lineSpan(text: string, { start, end }: Span): Span {
  let from = start, to = end;
  const first = Math.max(0, start - LINE_CHARS_MAX), last = Math.min(text.length, end + LINE_CHARS_MAX);
  while (from > first && text.charCodeAt(from - 1) !== NEWLINE) from--;
  while (to < last && text.charCodeAt(to) !== NEWLINE) to++;
  return { start: from, end: to };
}

function lineAround(text: string, start: number, end: number): string {
  const line = lineSpan(text, { start, end });
  return text.slice(line.start, line.end);
}
