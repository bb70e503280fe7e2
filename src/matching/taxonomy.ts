/**
 * The skills the product knows by name: canonical names, other spellings, category and family.
 * Data with provenance in `taxonomy/`; it supplies spelling and families, never what a job may require.
 *
 * @module
 */
import { foldString } from "./fold.ts";
import { type SkillFile, skillFiles } from "./taxonomy/data.ts";

/** Raise when the data or the way it is read changes. */
export const TAXONOMY_VERSION = "6";

/** A skill of the taxonomy. */
export interface Skill {
  /** Stable: the name in lower-case letters, digits and hyphens ("c-sharp"), or what the data says. Unique. */
  id: string;
  /** Canonical name. */
  name: string;
  category: string;
  family: string;
}

/**
 * When a spelling counts as the skill.
 * - `plain`: wherever it stands as a word of its own.
 * - `topic`: a field, an activity or a quality: where somebody has or needs it, not where it is merely spoken of.
 * - `cased`: as printed in the taxonomy; in other case only beside other skills.
 * - `word`: a word or name of ordinary prose: beside other skills, or in its case where the context speaks for it.
 * - `exact`: only in exactly this case.
 */
export type SpellingRule = "plain" | "topic" | "cased" | "word" | "exact";

/** One way to write a skill. */
export interface Spelling {
  text: string;
  /** Folded form, unique in the taxonomy. */
  folded: string;
  rule: SpellingRule;
  skill: Skill;
  /** True for the canonical name. */
  canonical: boolean;
}

/** The taxonomy in memory. */
export interface Taxonomy {
  skills: readonly Skill[];
  spellings: readonly Spelling[];
  byFolded: ReadonlyMap<string, Spelling>;
}

const marks: Record<string, SpellingRule> = { "*": "topic", "!": "cased", "?": "word", "~": "exact", "=": "plain" };

let loaded: Taxonomy | null = null;
let added: { file: SkillFile; version: string } | null = null;

/**
 * Adds skills of the operator's own, after the shipped ones; before the first use of the taxonomy in a thread.
 *
 * @throws {Error} If the taxonomy is in use without them.
 */
export function extendTaxonomy(file: SkillFile, version: string): void {
  if (added?.version === version) return;
  if (loaded !== null) throw new Error("Cannot extend the taxonomy: it is in use");
  added = { file, version };
}

/** The taxonomy, read on the first call. */
export function taxonomy(): Taxonomy {
  loaded ??= readTaxonomy(added === null ? skillFiles : [...skillFiles, added.file]);
  return loaded;
}

/** Reads data files. A spelling that is taken already is left out, a skill whose name is taken with all of its spellings. */
export function readTaxonomy(sources: readonly SkillFile[]): Taxonomy {
  const skills: Skill[] = [];
  const byFolded = new Map<string, Spelling>();
  for (const { families } of sources) {
    for (const [family, categories] of Object.entries(families)) {
      for (const [marked, lines] of Object.entries(categories)) {
        const isTopic = marked.startsWith("*");
        const place = { family, category: isTopic ? marked.slice(1) : marked };
        for (const line of lines) addSkill(line, place, isTopic, skills, byFolded);
      }
    }
  }
  return { skills, spellings: [...byFolded.values()], byFolded };
}

function addSkill(
  line: string,
  place: { family: string; category: string },
  isTopic: boolean,
  skills: Skill[],
  byFolded: Map<string, Spelling>,
): void {
  const fields = line.split("|");
  const id = fields.find((field) => field.startsWith("@"))?.slice(1);
  const ownRule: SpellingRule = isTopic || line.startsWith("*") ? "topic" : "plain";
  let skill: Skill | null = null;
  for (const field of fields) {
    if (field.startsWith("@")) continue;
    const rule = marks[field.charAt(0)];
    const text = rule ? field.slice(1) : field;
    const folded = foldString(text);
    const isTaken = folded === "" || byFolded.has(folded);
    if (skill === null) {
      if (isTaken) return;
      skill = { id: id ?? idOf(text), name: text, ...place };
      skills.push(skill);
      byFolded.set(folded, { text, folded, rule: rule ?? ownRule, skill, canonical: true });
    } else if (!isTaken) {
      byFolded.set(folded, { text, folded, rule: rule ?? ownRule, skill, canonical: false });
    }
  }
}

/** "C++" → "c-plus-plus", ".NET Core" → "dot-net-core", "CI/CD" → "ci-cd". */
function idOf(name: string): string {
  const folded = foldString(name);
  if (/^[a-z0-9 ]+$/.test(folded)) return folded.replaceAll(" ", "-");
  return folded.replace(/#/g, " sharp ").replace(/\+/g, " plus ").replace(/^\./, "dot ")
    .replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
}
