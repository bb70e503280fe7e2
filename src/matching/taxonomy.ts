/**
 * The skills the product knows by name: canonical names, other spellings, category and family.
 * Data with provenance in `taxonomy/`; it supplies spelling and families, never what a job may require.
 *
 * @module
 */
import { foldString } from "./fold.ts";
import onet from "./taxonomy/onet.json" with { type: "json" };
import professions from "./taxonomy/professions.json" with { type: "json" };
import technology from "./taxonomy/technology.json" with { type: "json" };

/** Raise when the data or the way it is read changes. */
export const TAXONOMY_VERSION = "1";

/** A skill of the taxonomy. */
export interface Skill {
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

/** A data file: family → category → skills as "Name|spelling|spelling", with a mark before what is not `plain`. */
interface SkillFile {
  source: string;
  licence: string;
  families: Record<string, Record<string, string[]>>;
}

const marks: Record<string, SpellingRule> = { "*": "topic", "!": "cased", "?": "word", "~": "exact" };

/** Earlier files win where two of them claim a spelling. */
const files: SkillFile[] = [technology, professions, onet];

let loaded: Taxonomy | null = null;

/** The taxonomy, read on the first call. */
export function taxonomy(): Taxonomy {
  loaded ??= readTaxonomy(files);
  return loaded;
}

/** Reads data files. A spelling that is taken already is left out, a skill whose name is taken with all of its spellings. */
export function readTaxonomy(sources: readonly SkillFile[]): Taxonomy {
  const skills: Skill[] = [];
  const byFolded = new Map<string, Spelling>();
  for (const { families } of sources) {
    for (const [family, categories] of Object.entries(families)) {
      for (const [category, lines] of Object.entries(categories)) {
        for (const line of lines) addSkill(line, { family, category }, skills, byFolded);
      }
    }
  }
  return { skills, spellings: [...byFolded.values()], byFolded };
}

function addSkill(
  line: string,
  place: { family: string; category: string },
  skills: Skill[],
  byFolded: Map<string, Spelling>,
): void {
  const printed = line.split("|").map((field) => {
    const rule = marks[field.charAt(0)];
    return { text: rule ? field.slice(1) : field, rule: rule ?? "plain" };
  });
  const name = printed[0]?.text ?? "";
  if (name === "" || byFolded.has(foldString(name))) return;
  const skill: Skill = { name, ...place };
  skills.push(skill);
  printed.forEach(({ text, rule }, index) => {
    const folded = foldString(text);
    if (folded === "" || byFolded.has(folded)) return;
    byFolded.set(folded, { text, folded, rule, skill, canonical: index === 0 });
  });
}
