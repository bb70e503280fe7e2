/**
 * Finding which of the taxonomy's spellings stand in a text. All sides get the same folded texts and spellings: the rules
 * that tell a skill from a word of prose, which only ours has, are not in it.
 *
 * @module
 */
import { people, type Person } from "../../src/demo/people.ts";
import { foldString } from "../../src/matching/fold.ts";
import { taxonomy } from "../../src/matching/taxonomy.ts";
import { type Leg, listsDiffer } from "../leg.ts";

/** An expression for every spelling takes seconds for one text. */
const TEXTS = 3;

/** Spellings in texts. */
export const skills: Leg = {
  name: "skills",
  work: "spellings of skills in a resume",
  command: ["skills.ts"],
  against: [
    {
      name: "`re`, one expression per spelling",
      command: ["skills.py", "re"],
      requirements: "requirements.txt",
      reach: 1000,
    },
    { name: "pyahocorasick", command: ["skills.py", "pyahocorasick"], requirements: "requirements.txt", reach: null },
  ],
  async prepare(folder) {
    const texts = Object.values(people).slice(0, TEXTS).map(textOf).map(foldString);
    const patterns = taxonomy().spellings.map(({ folded }) => folded);
    await Deno.writeTextFile(`${folder}/skills.json`, JSON.stringify({ patterns, texts }));
  },
  differ: listsDiffer(1, 10),
};

function textOf({ headline, summary, skills, experience, education, certifications }: Person): string {
  const positions = experience.flatMap(({ title, company, bullets }) => [title, company, ...bullets]);
  return [
    headline,
    summary,
    ...skills.flatMap(([group, names]) => [group, names.join(", ")]),
    ...positions,
    ...education.flatMap(({ degree, institution }) => [degree, institution]),
    ...certifications,
  ].join("\n");
}
