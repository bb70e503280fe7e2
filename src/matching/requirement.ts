/**
 * What one required skill asks for, where it says more than a name: "AWS or GCP", "React/Vue", "5+ years of Python".
 *
 * @module
 */
import { impliersOf } from "./implied.ts";
import { canonicalSkill, skillKey } from "./skills.ts";
import type { SkillHit, Span } from "./types.ts";

/** A required skill, taken apart. */
export interface Requirement {
  /** Any one of them is enough; one for most, none where years of work are asked for and no skill. */
  alternatives: string[];
  /** Years it should have been used for; `null` where it does not say. */
  minYears: number | null;
}

const numbers = new Map(
  ("one two three four five six seven eight nine ten eleven twelve|ein zwei drei vier fünf sechs sieben acht neun zehn elf " +
    "zwölf").split("|").flatMap((row) => row.split(" ").map((word, i): [string, number] => [word, i + 1])),
);
const count = `\\d{1,2}(?:[.,]\\d)?|${[...numbers.keys()].join("|")}`;
/** "5+ years", "two to four yrs'", "5 or more years", "3 Jahre". */
const period = new RegExp(
  `(?<![\\p{L}\\p{N}.,/-])(${count})(?:\\s*(?:\\+|plus|or more|(?:[-–]|to|bis)\\s*(?:${count})\\s*\\+?))?\\s*` +
    "(?:years?|yrs?|jahren?)(?![\\p{L}-])['’]?(?:\\s*(?:\\+|plus|or more|minimum)(?!\\p{L}))?",
  "giu",
);
/** Before a period that is no least one: "within 2 years", "up to 3 years". */
const otherBefore =
  /(?:last|past|within|every|next|first|up to|less than|under|no more than|max(?:imum|\.)?(?: of)?|age[ds]?|letzten)\s*:?\s*$/iu;
/** After one that nobody works through: "18 years old", "3 years degree". */
const otherAfter = /^\s*(?:old|of age|degree|diploma|course|college|university|apprenticeship|contract|warranty)\b/iu;
const leastBefore =
  /(?:at least|(?:an? )?min(?:imum|\.)?(?: of)?|over|more than|approx(?:imately|\.)?|about|around|roughly|circa|ca\.|mindestens|über|mehr als|[~>≥])\s*$/iu;

const practice =
  "experienced?|experience|exp\\.?|expertise|knowledge|background|proficien(?:cy|t)|skills?|kenntnisse|" +
  "(?:berufs)?erfahrung";
/** What leads to the name of what is asked for: "hands-on experience in", "as a". */
const lead = new RegExp(
  "^(?:(?:an?|the|of|in|with|using|on|as|und|mit|von|der|hands[- ]on|professional|practical|proven|solid|strong|relevant|" +
    `work(?:ing)?|commercial|extensive|demonstrated|industry|overall|total|full[- ]time|use|${practice})\\s+)+`,
  "iu",
);
const tail = new RegExp(`\\s+(?:${practice})$`, "iu");
/** Of a name that stands before its years: "Python for", "Go:". */
const openEnd = /[\s,:(–-]+(?:(?:for|since|over|with|of|seit)\s*)?$/iu;

/** "or similar" widens nothing that could be looked for. */
const filler =
  /^(?:an?\s+)?(?:similar|equivalent|comparable|related|other|another|such|alike|higher|better)\b|^(?:equivalent|similar)$/i;

/** Words of an alternative at most: a sentence that holds an "or" is not a choice of skills. */
const alternativeWordsMax = 4;

const remembered = new Map<string, Requirement>();
/** The same names are taken apart for every résumé; beyond so many the memory starts anew. */
const rememberedMax = 10_000;

/** Takes a required skill apart. */
export function readRequirement(name: string): Requirement {
  const known = remembered.get(name);
  if (known) return known;
  const read = takenApart(name.trim());
  if (remembered.size >= rememberedMax) remembered.clear();
  remembered.set(name, read);
  return read;
}

function takenApart(whole: string): Requirement {
  const [asked, ...others] = periodsIn(whole);
  // Of two periods nobody can tell which one counts.
  if (!asked || others.length > 0) return { alternatives: alternativesOf(bareName(whole, false)), minYears: null };
  // What stands in brackets with the years goes with them: "Go (senior, 5+ years)".
  const opened = whole.lastIndexOf("(", asked.start);
  const closed = whole.indexOf(")", asked.end);
  const isInBrackets = opened > whole.lastIndexOf(")", asked.start) && closed >= 0;
  const before = whole.slice(0, isInBrackets ? opened : asked.start).replace(openEnd, "");
  const after = whole.slice(isInBrackets ? closed + 1 : asked.end).replace(/^[\s,:–-]+/u, "");
  const rest = bareName(`${before} ${after}`.trim(), true);
  if (rest !== "") return { alternatives: alternativesOf(rest), minYears: asked.years };
  const isOfWork = new RegExp(`(?<!\\p{L})(?:${practice}|work|employment)(?!\\p{L})`, "iu").test(whole);
  return isOfWork ? { alternatives: [], minYears: asked.years } : { alternatives: [whole], minYears: null };
}

/** Characters around a period that say whether it is a least one. */
const nearChars = 24;

/** The least periods that a text asks for, "at least" included. */
function periodsIn(text: string): (Span & { years: number })[] {
  return [...text.matchAll(period)].flatMap(({ 0: printed, 1: number, index }) => {
    const end = index + printed.length;
    const near = text.slice(Math.max(0, index - nearChars), index);
    if (otherBefore.test(near) || otherAfter.test(text.slice(end, end + nearChars))) return [];
    const years = numbers.get(number!.toLowerCase()) ?? Number(number!.replace(",", "."));
    return [{ years, start: index - (leastBefore.exec(near)?.[0].length ?? 0), end }];
  });
}

/** Characters beside a skill in which its years may stand. */
const besideChars = 80;

/** Years that a text asks for right before a skill, "5+ years of experience with", or right behind it; `null` for none. */
export function yearsBeside(text: string, { start, end }: Span): number | null {
  const before = text.slice(Math.max(0, start - besideChars), start).split("\n").at(-1)!;
  const last = periodsIn(before).at(-1);
  if (last && before.slice(last.end).trimStart().replace(lead, "") === "") return last.years;
  const after = text.slice(end, end + besideChars).split("\n", 1)[0]!;
  const [first] = periodsIn(after);
  const isOfIt = first && /^\s*[(:–-]?\s*(?:for\s*)?$/iu.test(after.slice(0, first.start)) &&
    /^\s*(?:$|[).;])/u.test(after.slice(first.end));
  return isOfIt ? first.years : null;
}

/**
 * A name without "experience in" before and "knowledge" behind it.
 *
 * @param isAsked Years of it are: otherwise only what leaves a known skill is taken off, so that "customer experience" stays.
 */
function bareName(text: string, isAsked: boolean): string {
  if (canonicalSkill(text)) return text;
  const bare = text.replace(lead, "").replace(tail, "").trim();
  if (!isAsked) return canonicalSkill(bare) ? bare : text;
  return new RegExp(`^(?:${practice}|work|employment)?\\.?$`, "iu").test(bare) ? "" : bare;
}

/**
 * How a skill that somebody says they have meets what a job asks for: as itself, as one that implies it, or not. "AWS or
 * GCP" stated meets only what both do. Years that are not stated do not stand against it: that is for dates to say.
 */
export function statedMeets(stated: string, wanted: string): "named" | "implied" | null {
  const [has, asked] = [comparable(stated), comparable(wanted)];
  if (has.key !== "" && has.key === asked.key) return "named";
  if (asked.minYears !== null && has.minYears !== null && has.minYears < asked.minYears) return null;
  if (has.keys.length === 0 || asked.keys.length === 0) return has.keys.length === asked.keys.length ? "named" : null;
  const isNamed = (key: string) => key !== "" && asked.keys.includes(key);
  if (has.keys.every(isNamed)) return "named";
  return has.keys.every((key, i) => isNamed(key) || asked.impliers.has(has.names[i]!)) ? "implied" : null;
}

/** What two skills are compared by. */
interface Comparable {
  minYears: number | null;
  /** Of the whole, then of each alternative, whose canonical names stand at the same places. */
  key: string;
  keys: string[];
  names: string[];
  /** Canonical names of what implies one of the alternatives. */
  impliers: Set<string>;
}

const comparables = new Map<string, Comparable>();

function comparable(name: string): Comparable {
  const known = comparables.get(name);
  if (known) return known;
  const { alternatives, minYears } = readRequirement(name);
  const names = alternatives.map((each) => canonicalSkill(each)?.name ?? "");
  const impliers = new Set(names.flatMap(impliersOf));
  const made = { minYears, key: skillKey(name), keys: alternatives.map(skillKey), names, impliers };
  if (comparables.size >= rememberedMax) comparables.clear();
  comparables.set(name, made);
  return made;
}

function alternativesOf(name: string): string[] {
  if (canonicalSkill(name)) return [name];
  const isChoice = /\s(?:and\/)?or\s/i.test(name);
  if (!isChoice && !name.includes("/")) return [name];
  const parts = name.replace(tail, "").replace(/^either\s+/i, "")
    .split(isChoice ? /\s*,?\s+(?:and\/)?or\s+|\s*,\s*/i : /\s*\/\s*/)
    .flatMap((part) => isChoice && canonicalSkill(part) === null ? slashed(part) : [part])
    .map((part) => bareName(part.trim(), false)).filter((part) => part !== "" && !filler.test(part));
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
 * In a row only skills of one category are, unless it says "either": "Python, AWS or GCP" asks for Python.
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
  const isEither = /(?<!\p{L})either\s+$/iu.test(text.slice(Math.max(0, hits[i]!.start - 10), hits[i]!.start));
  let slashes = i;
  for (let k = i; k + 1 < hits.length; k++) {
    if (k - i >= choiceMax) return i;
    const gap = gapAfter(k);
    if (/^\s*,?\s+(?:and\/)?or\s+$/i.test(gap)) return k + 2;
    if (!isEither && hits[k + 1]!.category !== hits[i]!.category) break;
    if (slash.test(gap) && slashes === k) slashes = k + 1;
    else if (!/^\s*[,/]\s*$/.test(gap)) break;
  }
  return slashes > i ? slashes + 1 : i;
}
