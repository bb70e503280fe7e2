/**
 * Names that are words of prose elsewhere, in the list of skills of somebody who names no other: "R", "Go", "C" one below
 * another, or "Programming: Rust".
 *
 * @module
 */
import type { Candidate } from "./skill_context.ts";
import { isItem } from "./skill_claim.ts";

/** Families that such a name may stand beside. Where another trade is listed, "Assembly" is that of parts. */
const kindred: ReadonlySet<string> = new Set(["technology", "data", "office"]);

/** What may stand before a colon in front of the name of a language. */
const label =
  /program|coding|scripting|languages?|sprachen|langages|lenguajes|linguaggi|linguagens|software|techn|tools?|stack|\bIT\b|computer|skills|frameworks/i;

/** Few letters that are no word: classes of a licence, grades. */
const code = /(?<![\p{L}\p{N}+#])\p{Lu}{1,2}\d?(?![\p{L}\p{N}+#])/gu;

/** Codes that are languages as well. */
const names: ReadonlySet<string> = new Set(["C", "R"]);

/** Names that are words of prose vouch for one another from so many on: "Teams" alone is what somebody leads. */
const TOGETHER_MIN = 2;

/**
 * Accepts programming languages and office software that are items of a section of skills in their case, where the section
 * lists no other trade.
 *
 * @param hasCase Whether a candidate is printed in the taxonomy's case.
 */
export function acceptListed(
  text: string,
  candidates: readonly Candidate[],
  accepted: boolean[],
  hasCase: (candidate: Candidate) => boolean,
): void {
  for (let from = 0; from < candidates.length;) {
    const { section } = candidates[from]!;
    let to = from + 1;
    while (to < candidates.length && candidates[to]!.section === section) to++;
    if (section?.name === "skills" || section?.name === "languages") {
      acceptIn(text, candidates, accepted, hasCase, from, to);
    }
    from = to;
  }
}

function acceptIn(
  text: string,
  candidates: readonly Candidate[],
  accepted: boolean[],
  hasCase: (candidate: Candidate) => boolean,
  from: number,
  to: number,
): void {
  const office: number[] = [];
  const languages: number[] = [];
  let isTold = false;
  for (let i = from; i < to; i++) {
    const candidate = candidates[i]!;
    const { skill, rule } = candidate.spelling;
    if (accepted[i]) {
      const isNeutral = skill.category === "soft skill" ||
        (skill.category === "human language" && candidate.section?.name === "skills");
      if (!isNeutral && !kindred.has(skill.family)) return;
    } else if (rule === "word" && hasCase(candidate)) {
      const before = labelBefore(text, candidate);
      if (!isListed(text, candidates, i) || (before !== "" && !label.test(before))) continue;
      if (skill.category === "programming language") languages.push(i);
      else if (skill.category === "office software" || skill.name === "Microsoft Access") office.push(i);
      isTold ||= before !== "" || isAlone(text, candidate);
    }
  }
  if (languages.length >= TOGETHER_MIN || isTold) { for (const i of languages) accepted[i] = true; }
  if (office.length >= TOGETHER_MIN) { for (const i of office) accepted[i] = true; }
}

/** How much of a line is looked at to either side. */
const LINE_CHARS_MAX = 100;

/** What stands before a colon on the line of a candidate; "" without one. */
function labelBefore(text: string, { start }: Candidate): string {
  const before = text.slice(Math.max(0, start - LINE_CHARS_MAX), start);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  return line.slice(0, Math.max(0, line.lastIndexOf(":")));
}

/** All that the section says below its heading. */
function isAlone(text: string, { section, start, end }: Candidate): boolean {
  if (section === null || section.end - section.start > LINE_CHARS_MAX) return false;
  const { heading } = section;
  const isPrinted = heading !== null && text.startsWith(heading, section.start);
  const said = text.slice(section.start + (isPrinted ? heading.length : 0), section.end);
  return said.replace(/[^\p{L}\p{N}]/gu, "") === text.slice(start, end);
}

/** An item by itself or joined to another name by "and", and no letter among codes. */
function isListed(text: string, candidates: readonly Candidate[], i: number): boolean {
  const { start, end } = candidates[i]!;
  const isJoined = (a: Candidate | undefined, b: Candidate | undefined) =>
    a !== undefined && b !== undefined && /^\s{1,3}(?:and|or|und|et|y|e|&)\s{1,3}$/.test(text.slice(a.end, b.start));
  const first = isJoined(candidates[i - 1], candidates[i]) ? candidates[i - 1]!.start : start;
  const last = isJoined(candidates[i], candidates[i + 1]) ? candidates[i + 1]!.end : end;
  if (!isItem(text, first, last)) return false;
  if (end - start > 1) return true;
  const before = text.slice(Math.max(0, start - LINE_CHARS_MAX), start), after = text.slice(end, end + LINE_CHARS_MAX);
  const line = `${before.slice(before.lastIndexOf("\n") + 1)}${text.slice(start, end)}${after.split("\n", 1)[0]}`;
  return (line.match(code) ?? []).every((letters) => names.has(letters));
}
