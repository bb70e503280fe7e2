/**
 * The data files of the taxonomy. Earlier ones win where two of them claim a spelling.
 *
 * @module
 */
import business from "./business.json" with { type: "json" };
import data from "./data.json" with { type: "json" };
import design from "./design.json" with { type: "json" };
import education from "./education.json" with { type: "json" };
import engineering from "./engineering.json" with { type: "json" };
import finance from "./finance.json" with { type: "json" };
import health from "./health.json" with { type: "json" };
import hospitality from "./hospitality.json" with { type: "json" };
import infrastructure from "./infrastructure.json" with { type: "json" };
import languages from "./languages.json" with { type: "json" };
import law from "./law.json" with { type: "json" };
import logistics from "./logistics.json" with { type: "json" };
import onet from "./onet.json" with { type: "json" };
import sales from "./sales.json" with { type: "json" };
import science from "./science.json" with { type: "json" };
import software from "./software.json" with { type: "json" };
import trades from "./trades.json" with { type: "json" };

/**
 * A data file: family → category → skills, each as "Name|spelling|spelling".
 *
 * A mark before a spelling says when it counts: `*` topic, `!` cased, `?` word, `~` exact, `=` plain; see `SpellingRule`.
 * A `*` before the name holds for all spellings of the skill, one before a category for all of its skills, where they have
 * no mark of their own. A field that begins with `@` is the skill's id: a skill that is renamed keeps the id it had.
 */
export interface SkillFile {
  /** Where the names are from. */
  source: string;
  licence: string;
  families: Record<string, Record<string, string[]>>;
}

/** In the order in which their skills are completed. */
export const skillFiles: readonly SkillFile[] = [
  software,
  infrastructure,
  data,
  business,
  finance,
  sales,
  design,
  engineering,
  health,
  law,
  education,
  trades,
  logistics,
  hospitality,
  science,
  languages,
  onet,
];
