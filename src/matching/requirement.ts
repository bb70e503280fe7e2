/**
 * What one required skill asks for, where it says more than a name: "AWS or GCP", "React/Vue", "5+ years of Python".
 *
 * @module
 */
import { canonicalSkill } from "./skills.ts";
import type { SkillHit } from "./types.ts";

/** A required skill, taken apart. */
export interface Requirement {
  /** Any one of them is enough; one for most. */
  alternatives: string[];
  /** Years it should have been used for; `null` where it does not say. */
  minYears: number | null;
}

const years =
  /^(?:at least|min(?:imum|\.)?(?: of)?|over|more than)?\s*(\d{1,2})\s*(?:\+|[-–]\s*\d{1,2})?\s*(?:\+\s*)?(?:years?|yrs?)['’]?\s+(?:of\s+)?(?:(?:hands[- ]on|professional|practical|proven|solid|relevant|work(?:ing)?|commercial)\s+)*(?:(?:experience|work|expertise)\s+)?(?:(?:in|with|of|using)\s+)?/i;
const yearsBehind = /\s*[(,:–-]\s*(\d{1,2})\s*\+?\s*(?:years?|yrs?)[^\p{L}]*$/iu;
const tail = /\s+(?:experience|knowledge|skills?|expertise)$/i;

/** "or similar" widens nothing that could be looked for. */
const filler =
  /^(?:an?\s+)?(?:similar|equivalent|comparable|related|other|another|such|alike|higher|better)\b|^(?:equivalent|similar)$/i;

/** Words of an alternative at most: a sentence that holds an "or" is not a choice of skills. */
const alternativeWordsMax = 4;

/** Takes a required skill apart. */
export function readRequirement(name: string): Requirement {
  const whole = name.trim();
  const asked = years.exec(whole) ?? yearsBehind.exec(whole);
  const stripped = asked ? whole.replace(asked[0], "").trim() : whole;
  const rest = stripped === "" ? whole : stripped;
  return { alternatives: alternativesOf(rest), minYears: asked && stripped !== "" ? Number(asked[1]) : null };
}

function alternativesOf(name: string): string[] {
  if (canonicalSkill(name)) return [name];
  const isChoice = /\s(?:and\/)?or\s/i.test(name);
  if (!isChoice && !name.includes("/")) return [name];
  const parts = name.replace(tail, "").replace(/^either\s+/i, "")
    .split(isChoice ? /\s*,?\s+(?:and\/)?or\s+|\s*,\s*/i : /\s*\/\s*/)
    .flatMap((part) => isChoice && canonicalSkill(part) === null ? slashed(part) : [part])
    .map((part) => part.trim()).filter((part) => part !== "" && !filler.test(part));
  if (parts.length === 0 || parts.some((part) => part.split(/\s+/).length > alternativeWordsMax)) return [name];
  // "client/server" is one thing; what stands on both sides of a slash must be skills to be a choice.
  return isChoice || parts.every((part) => canonicalSkill(part) !== null) ? parts : [name];
}

function slashed(part: string): string[] {
  const parts = part.split(/\s*\/\s*/);
  return parts.every((each) => canonicalSkill(each) !== null) ? parts : [part];
}

/** Skills of a choice at most: a longer row is a list of examples. */
const choiceMax = 6;

/**
 * Puts hits between which a text leaves the choice into one: "AWS or GCP", "React, Vue or Angular", "MySQL/PostgreSQL".
 * Only skills of one category are a choice: "Python, AWS or GCP" asks for Python.
 *
 * @param hits In the order of the text.
 */
export function joinChoices(text: string, hits: readonly SkillHit[]): SkillHit[] {
  const joined: SkillHit[] = [];
  for (let i = 0; i < hits.length;) {
    const group = hits.slice(i, choiceEnd(text, hits, i));
    const names = [...new Set(group.map(({ skill }) => skill))];
    const [first] = group, last = group.at(-1);
    if (!first || !last || names.length < 2 || names.length > choiceMax) joined.push(hits[i++]!);
    else {
      const skill = `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
      joined.push({ ...first, skill, end: last.end, quote: text.slice(first.start, last.end) });
      i += group.length;
    }
  }
  return joined;
}

const slash = /^\s*\/\s*$/;

/** Index after the last hit of the choice that begins with hit `i`; `i` where none does, or only a longer one. */
function choiceEnd(text: string, hits: readonly SkillHit[], i: number): number {
  const gapAfter = (k: number) => text.slice(hits[k]!.end, Math.min(hits[k + 1]!.start, hits[k]!.end + 12));
  if (i > 0 && slash.test(gapAfter(i - 1))) return i;
  let slashes = i;
  for (let k = i; k + 1 < hits.length && hits[k + 1]!.category === hits[i]!.category; k++) {
    if (k - i >= choiceMax) return i;
    const gap = gapAfter(k);
    if (/^\s*,?\s+(?:and\/)?or\s+$/i.test(gap)) return k + 2;
    if (slash.test(gap) && slashes === k) slashes = k + 1;
    else if (!/^\s*[,/]\s*$/.test(gap)) break;
  }
  return slashes > i ? slashes + 1 : i;
}
