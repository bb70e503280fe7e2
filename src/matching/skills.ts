/**
 * Skills in a text: every spelling of the taxonomy in one pass, longest first, then the rules that tell
 * the skill from the word of prose that looks like it. Precision before recall.
 *
 * @module
 */
import { type Automaton, buildAutomaton } from "./automaton.ts";
import { type Candidate, judge } from "./skill_context.ts";
import { fold, foldBuffers, type Folded, foldString, isWordCode } from "./fold.ts";
import { addressSpans, disjoint, overlapping } from "./noise.ts";
import { keyOfPhrase } from "./words.ts";
import { type Skill, type Spelling, taxonomy } from "./taxonomy.ts";
import { blockers } from "./taxonomy/blockers.ts";
import type { Section, SkillHit, Span } from "./types.ts";

interface Lexicon {
  automaton: Automaton;
  /** Index = pattern; `null` = a phrase that only looks like a skill. */
  spellings: (Spelling | null)[];
}

let lexicon: Lexicon | null = null;

/** Texts up to ten résumés long are folded where the one before was: it is read to its end by then. */
const REUSED_CHARS_MAX = 32_768;
const buffers = foldBuffers(REUSED_CHARS_MAX);

function loadLexicon(): Lexicon {
  if (lexicon) return lexicon;
  const { spellings } = taxonomy();
  const folded = blockers.map(foldString);
  lexicon = {
    automaton: buildAutomaton([...folded, ...spellings.map((spelling) => spelling.folded)]),
    spellings: [...folded.map(() => null), ...spellings],
  };
  return lexicon;
}

/**
 * Every mention of a skill, in order, without overlaps; the longest spelling wins.
 * Mentions inside e-mail and web addresses, in `skip` and in a list of references do not count.
 *
 * @param sections As read from the text; may be empty for a text that is no résumé.
 * @param options.skip Names and the like.
 * @param options.named Names of employers and schools: a field in them ("Severn Robotics") is nobody's skill.
 * @param options.studied What a degree was taken in.
 * @param options.nameParts Parts of the person's name: a skill that is spelled like one ("Jenkins") counts as a word of
 * prose does.
 */
export function extractSkills(
  text: string,
  sections: readonly Section[],
  options: {
    skip?: readonly Span[];
    named?: readonly Span[];
    studied?: readonly Span[];
    nameParts?: readonly string[];
  } = {},
): SkillHit[] {
  return findSkills(text, sections, options).map(({ spelling, start, end, section }) => ({
    skill: spelling.skill.name,
    category: spelling.skill.category,
    quote: text.slice(start, end),
    kind: spelling.canonical ? "exact" : "alias",
    section: section?.name ?? null,
    start,
    end,
  }));
}

interface Found extends Span {
  pattern: number;
}

function findSkills(
  text: string,
  sections: readonly Section[],
  { skip = [], named = [], studied = [], nameParts = [] }: Parameters<typeof extractSkills>[2] & object,
): Candidate[] {
  const { automaton, spellings } = loadLexicon();
  const folded = fold(text, text.length > REUSED_CHARS_MAX ? undefined : buffers);
  const found: Found[] = [];
  automaton.scan(folded.codes, (pattern, start, end) => {
    const stop = wordEnd(folded, start, end, spellings[pattern] ?? null);
    if (stop !== 0 && startsWord(folded, text, start)) found.push({ pattern, start, end: stop });
  });

  const noise = addressSpans(text);
  const [skipped, names, fields] = [disjoint(skip), disjoint(named), disjoint(studied)];
  const own = new Set(nameParts.map(foldString));
  const candidates: Candidate[] = [];
  let index = 0;
  for (const { pattern, start, end } of longest(found)) {
    const known = spellings[pattern];
    if (!known) continue;
    const spelling: Spelling = own.has(known.folded) && known.rule !== "exact" ? { ...known, rule: "word" } : known;
    const from = folded.at[start]!;
    const to = folded.at[end - 1]! + 1;
    if (overlapping(skipped, from, to) || isOtherWord(spelling, text, from, to)) continue;
    const address = overlapping(noise, from, to);
    // "Monday.com" is the skill itself; a "github.com/…" only has it inside.
    if (address && to - from < address.end - address.start - 1) continue;
    if (spelling.rule === "topic" && overlapping(names, from, to)) continue;
    while (index < sections.length && sections[index]!.end <= from) index++;
    const near = sections[index];
    const section = near && near.start <= from ? near : null;
    if (section?.name === "references") continue;
    candidates.push({ spelling, start: from, end: to, section, isStudied: overlapping(fields, from, to) !== null });
  }
  return judge(text, candidates);
}

/** Of matches that overlap the longest, then the first; in order. They come in the order of their start. */
function longest(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (let i = 0; i < found.length;) {
    const first = found[i]!;
    let end = first.end;
    let next = i + 1;
    for (; next < found.length && found[next]!.start < end; next++) end = Math.max(end, found[next]!.end);
    // Mostly one holds the others: "SQL" in "SQL Server".
    const whole = next - i === 1 ? first : holder(found, i, next, end);
    if (whole) kept.push(whole);
    else for (const one of free(found.slice(i, next), first.start, end)) kept.push(one);
    i = next;
  }
  return kept;
}

function holder(found: readonly Found[], from: number, to: number, end: number): Found | null {
  for (let i = from; i < to && found[i]!.start === found[from]!.start; i++) if (found[i]!.end === end) return found[i]!;
  return null;
}

function free(knot: Found[], from: number, to: number): Found[] {
  const taken = new Uint8Array(to - from);
  return knot.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
    .filter(({ start, end }) => {
      if (taken[start - from] === 1 || taken[end - 1 - from] === 1) return false;
      taken.fill(1, start - from, end - from);
      return true;
    }).sort((a, b) => a.start - b.start);
}

/** "Leeds" is no plural of "LEED"; "APIs" is one of "API", and "apis" may be. */
function isOtherWord({ text, folded }: Spelling, whole: string, start: number, end: number): boolean {
  if (end - start <= folded.length) return false;
  const printed = whole.slice(start, end);
  return text === text.toUpperCase() && !printed.startsWith(text) &&
    printed !== printed.toLowerCase() && printed !== printed.toUpperCase();
}

const dot = 0x2e, plus = 0x2b, hash = 0x23, ampersand = 0x26, at = 0x40;

function startsWord({ codes, at: place }: Folded, text: string, start: number): boolean {
  if (start === 0) return true;
  const before = codes[start - 1]!;
  if (isWordCode(before)) return !isWordCode(codes[start]!);
  if (before === at || before === ampersand) return start > 1 && codes[start - 2] === 0x20;
  if (before !== dot || start < 2 || !isWordCode(codes[start - 2]!)) return true;
  // "experience.Java" is a sentence without a space; "foo.js" is one word.
  const first = text.charCodeAt(place[start]!);
  return first >= 0x41 && first <= 0x5a;
}

/** Where the match ends as a word of its own, with a plural "s" or a version taken along; 0 if it does not. */
function wordEnd({ codes }: Folded, start: number, end: number, spelling: Spelling | null): number {
  const last = codes[end - 1]!;
  const next = codes[end];
  if (next === undefined) return end;
  if (next === hash || next === plus) {
    return isWordCode(last) && (next === hash || codes[end + 1] === plus || end - start < 3) ? 0 : end;
  }
  if (next === ampersand) return codes[end + 1] !== undefined && isWordCode(codes[end + 1]!) ? 0 : end;
  if (next === dot) {
    const after = codes[end + 1];
    if (after === undefined || !isWordCode(after)) return end;
    return end - start < 3 || suffixes.has(word(codes, end + 1)) ? 0 : end;
  }
  if (!isWordCode(next) || !isWordCode(last)) return end;
  if (!spelling || (spelling.rule !== "plain" && spelling.rule !== "topic") || end - start < 3) return 0;
  const after = codes[end + 1];
  if (next === 0x73 && last !== 0x73 && (after === undefined || !isWordCode(after))) return end + 1;
  // "Python3", "Java8", "HTML5".
  const isDigit = next >= 0x30 && next <= 0x39;
  const lastIsDigit = last >= 0x30 && last <= 0x39;
  return isDigit && !lastIsDigit && end - start > 3 && (after === undefined || !isWordCode(after)) ? end + 1 : 0;
}

/** What a dot glues to the word before it: "Node.js" is not "Node". */
const suffixes = new Set(["js", "net", "io", "py", "com", "org", "ai", "md", "ts", "txt", "pdf", "json", "xml"]);

function word(codes: Uint16Array, start: number): string {
  let text = "";
  for (let i = start; i < codes.length && isWordCode(codes[i]!) && text.length < 8; i++) {
    text += String.fromCharCode(codes[i]!);
  }
  return text;
}

/** The skill that a name stands for, whatever its case; `null` if the taxonomy does not know it. */
export function canonicalSkill(name: string): Skill | null {
  return taxonomy().byFolded.get(foldString(name))?.skill ?? null;
}

/**
 * The key under which two spellings are one skill: the folded canonical name where the taxonomy knows it,
 * else the stemmed words in order. Empty for a name without a letter or digit.
 */
export function skillKey(name: string): string {
  const skill = canonicalSkill(name);
  return skill ? foldString(skill.name) : keyOfPhrase(name);
}

let completions: { folded: string; skill: Skill; canonical: boolean; order: number }[] | null = null;

/**
 * Skills with a spelling that begins with the prefix: canonical names first, then in the taxonomy's order (commonest first).
 *
 * @param prefix Any case; empty gives the first skills of the taxonomy.
 */
export function completeSkills(prefix: string, limit: number): Skill[] {
  const { spellings, skills } = taxonomy();
  if (!completions) {
    const order = new Map(skills.map((skill, index) => [skill, index]));
    completions = spellings
      .map(({ folded, skill, canonical }) => ({ folded, skill, canonical, order: order.get(skill) ?? 0 }))
      .sort((a, b) => (a.folded < b.folded ? -1 : 1));
  }
  const wanted = foldString(prefix);
  let low = 0, high = completions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (completions[middle]!.folded < wanted) low = middle + 1;
    else high = middle;
  }
  const best = new Map<Skill, number>();
  for (let i = low; i < completions.length && completions[i]!.folded.startsWith(wanted); i++) {
    const { folded, skill, canonical, order } = completions[i]!;
    const rank = (folded === wanted ? 0 : canonical ? 1 : 2) * skills.length + order;
    best.set(skill, Math.min(rank, best.get(skill) ?? Infinity));
  }
  return [...best].sort((a, b) => a[1] - b[1]).slice(0, Math.max(0, limit)).map(([skill]) => skill);
}
