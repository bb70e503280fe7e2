/**
 * `deno task taxonomy import FILE… [--out PATH]` makes a taxonomy file out of downloaded ESCO or O*NET files;
 * `deno task taxonomy vectors` embeds the shipped skills anew, after they changed.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { createEmbedder } from "./compute/embedder.ts";
import { impliableSkills, packSkillVectors, skillVectorsFile } from "./compute/skill_vectors.ts";
import { readTaxonomy } from "./matching/taxonomy.ts";
import { type SkillFile, skillFiles } from "./matching/taxonomy/data.ts";
import { readVocabulary } from "./matching/taxonomy/import.ts";

const USAGE = "Usage: deno task taxonomy import FILE... [--out PATH]\n       deno task taxonomy vectors";

// deno-lint-ignore no-console -- a command talks to its terminal
const print = (line: string) => console.log(line);

/** Puts the skills of several vocabularies into one file, in their order. */
function joined(files: readonly SkillFile[]): SkillFile {
  const families: SkillFile["families"] = {};
  for (const file of files) {
    for (const [family, categories] of Object.entries(file.families)) {
      const known = families[family] ??= {};
      for (const [category, lines] of Object.entries(categories)) {
        known[category] = [...known[category] ?? [], ...lines];
      }
    }
  }
  const cited = (part: "source" | "licence") => [...new Set(files.map((file) => file[part]))].join("; ");
  return { source: cited("source"), licence: cited("licence"), families };
}

async function importFiles(paths: readonly string[], out: string): Promise<number> {
  const read: SkillFile[] = [];
  for (const path of paths) {
    const file = readVocabulary(await Deno.readTextFile(path));
    if (file === null) {
      print(
        `Cannot import ${path}: expected ESCO's skills_en.csv or a tab-separated list of tools or technology by O*NET`,
      );
      return 1;
    }
    const { length } = Object.values(file.families).flatMap((categories) => Object.values(categories).flat());
    print(`${path}: ${length} skills, ${file.source}`);
    read.push(file);
  }
  const all = joined(read);
  const added = readTaxonomy([...skillFiles, all]).skills.length - readTaxonomy(skillFiles).skills.length;
  await Deno.mkdir(dirname(out), { recursive: true });
  await Deno.writeTextFile(out, JSON.stringify(all, null, 1) + "\n");
  print(`Wrote ${out}: ${added} skills beside those that are known. Set TAXONOMY_FILE=${out} and start again.`);
  return 0;
}

async function makeVectors(): Promise<number> {
  const skills = impliableSkills();
  const embedder = await createEmbedder();
  const vectors = await embedder.embed(skills.map(({ name }) => name), "bulk");
  const file = packSkillVectors(embedder.model, skills.map(({ id }) => id), vectors);
  await Deno.writeFile(skillVectorsFile, file);
  print(`Wrote the vectors of ${skills.length} skills, ${file.length} bytes`);
  await embedder.close();
  return 0;
}

if (import.meta.main) {
  const { positionals: [verb, ...paths], values } = parseArgs({
    args: Deno.args.filter((arg) => arg !== "--"),
    allowPositionals: true,
    options: { out: { type: "string" } },
  });
  if (verb === "vectors" && paths.length === 0) Deno.exit(await makeVectors());
  if (verb !== "import" || paths.length === 0) {
    print(USAGE);
    Deno.exit(2);
  }
  Deno.exit(
    await importFiles(paths, values.out ?? join(Deno.env.get("DATA_DIR")?.trim() || "./data", "taxonomy.json")),
  );
}
