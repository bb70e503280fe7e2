/**
 * What an ad asks for in words that no list of skills holds: "experience in horse grooming", "forklift licence required".
 * Precision before recall: only where the words around say that it is asked for, and only what can be named.
 *
 * @module
 */
import { disjoint, overlapping } from "./noise.ts";
import { sentencesOf } from "./sentences.ts";
import type { SkillHit, Span } from "./types.ts";

/** Words of a name at most: more are half a sentence. */
const wordsMax = 4;

/** Phrases of an ad at most. */
const phrasesMax = 10;

/** A sentence longer than this is looked at in part only. */
const sentenceCharsMax = 500;

/** What an ad says before the thing that somebody should have done or know. */
const cue =
  /(?<!\p{L})(?:(?:experienced?|expertise|background|proficien(?:t|cy)|skilled|trained|training) (?:in|with)|knowledge of|understanding of|familiar(?:ity)? with|(?:berufs)?erfahrung (?:in|mit|im)|kenntnisse (?:in|im|der|von)) /giu;
/** "A valid forklift licence", "forklift licence is required": a name of up to three words that ends in what one holds. */
const held =
  /(?:(?:^\P{L}*(?:an? |the )?|\s)(?<had>(?:valid|current|full|holds?|have) (?:an? )?(?:(?:valid|current|full) )*)|^\P{L}*(?:an? |the )?(?:(?:valid|current|full) )*)(?<name>(?:\p{L}[\p{L}'’-]* ){0,2}\p{L}*(?:licen[cs]e|certificate|certification|permit|registration|accreditation|führerschein|schein|zertifikat|approbation))(?!\p{L})(?<asked> (?:is )?(?:required|mandatory|essential|a must|needed|necessary|erforderlich|zwingend)(?!\p{L}))?/giu;

const setOf = (words: string) => new Set(words.split(" "));
/** What a name ends before. */
const joining = setOf(
  "and or is are as in on at of for from to by with within using through across including such who that which when where " +
    "required preferred desired desirable essential needed necessary und oder ist sind mit für im sowie bei erforderlich " +
    "wünschenswert plus",
);
/** What a name does not begin with: it would point elsewhere or say nothing. */
const pointing = setOf(
  "a an the our your their its his her this these those any some all both each other another one various different " +
    "similar related relevant no not more most at least working new how what least general good strong der die das den dem " +
    "ein eine einer unser unsere verschiedenen",
);
/** Where and with whom work is done: no name ends in it. */
const surroundings = setOf(
  "environment environments setting settings role roles position positions industry industries field fields sector " +
    "sectors area areas team teams company companies people level levels domain discipline capacity background experience " +
    "years customers clients others bereich umgebung branche position kunden",
);
/** What alone says nothing. */
const vague = setOf(
  "systems tools technologies technology products product services work job design complex performance",
);

/**
 * Names of what sentences ask for, in order, each once.
 *
 * @param skip What is none of the ad's demands.
 */
export function openSkills(text: string, skip: readonly Span[]): SkillHit[] {
  const left = disjoint(skip);
  const found = new Map<string, SkillHit>();
  let base = 0;
  for (const line of text.split("\n")) {
    for (const { start, text: sentence } of sentencesOf(line)) {
      const seen = sentence.slice(0, sentenceCharsMax);
      for (const span of [...cued(seen), ...credentials(seen)].sort((a, b) => a.start - b.start)) {
        const [from, to] = [base + start + span.start, base + start + span.end];
        const skill = text.slice(from, to);
        if (found.size === phrasesMax || found.has(skill.toLowerCase()) || overlapping(left, from, to)) continue;
        const place = { start: from, end: to, section: null };
        found.set(skill.toLowerCase(), { skill, category: "other", quote: skill, kind: "exact", ...place });
      }
    }
    base += line.length + 1;
  }
  return [...found.values()];
}

function cued(sentence: string): Span[] {
  return [...sentence.matchAll(cue)].flatMap(({ index, 0: { length } }) => {
    const start = index + length;
    const words: string[] = [];
    let end = start;
    for (const { 0: word } of sentence.slice(start).matchAll(/(?<=^| )\p{L}[\p{L}\p{N}'’&-]*(?=([ ,.;:()!?]|$))/gu)) {
      const at = words.length === 0 ? start : end + 1;
      if (joining.has(word.toLowerCase()) || sentence.slice(at, at + word.length) !== word) break;
      words.push(word.toLowerCase());
      end = at + word.length;
    }
    const isNamed = words.length > 1 ? words.length <= wordsMax : words.length === 1 && !vague.has(words[0]!);
    const isName = isNamed && !pointing.has(words[0]!) && !surroundings.has(words.at(-1)!);
    return isName ? [{ start, end }] : [];
  });
}

function credentials(sentence: string): Span[] {
  return [...sentence.matchAll(held)].flatMap(({ index, 0: whole, groups }) => {
    const name = groups!["name"]!;
    const words = name.toLowerCase().split(" ");
    if ((!groups!["had"] && !groups!["asked"]) || words.some((word) => pointing.has(word) || joining.has(word))) {
      return [];
    }
    const start = index + whole.indexOf(name, groups!["had"]?.length ?? 0);
    return [{ start, end: start + name.length }];
  });
}
