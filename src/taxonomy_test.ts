import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { join } from "node:path";
import { createAnalyst } from "./compute/analyst.ts";
import { loadTaxonomyFile, TaxonomyError } from "./compute/taxonomy_file.ts";
import { ANALYSIS_VERSION } from "./matching/versions.ts";
import { canonicalSkill } from "./matching/skills.ts";

const esco = `conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status
KnowledgeSkillCompetence,http://data.example/esco/skill/0001,skill/competence,sector,stack tyre quires,"quire tyre stacks
stacking ""tyre"" quires",,released
KnowledgeSkillCompetence,http://data.example/esco/skill/0002,knowledge,sector,Zorbic (computer programming),Zorbic lang,,released
KnowledgeSkillCompetence,http://data.example/esco/skill/0003,knowledge,sector,JavaScript,Client-side JavaScript,,released
`;
const onet = "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\n" +
  "11-1011.00\tFlumbo CRM software\t43232303\tCustomer relationship management CRM software\tN\n" +
  "11-1012.00\tFlumbo CRM\t43232303\tCustomer relationship management CRM software\tN\n" +
  "11-1012.00\tGlorpex\t43232303\tTools\tN\n";

async function run(...args: string[]): Promise<{ code: number; said: string }> {
  const script = new URL("./taxonomy.ts", import.meta.url).pathname;
  const { code, stdout } = await new Deno.Command("deno", {
    args: ["run", "-q", "--allow-env", "--allow-ffi", "--allow-sys", "--allow-read", "--allow-write", script, ...args],
  }).output();
  return { code, said: new TextDecoder().decode(stdout) };
}

Deno.test("skills of downloaded vocabularies are found once the file is loaded, and make what was read before stale", async () => {
  const folder = await Deno.makeTempDir();
  const [csv, tsv, out] = ["skills_en.csv", "Technology Skills.txt", "new/taxonomy.json"].map((name) =>
    join(folder, name)
  );
  await Deno.writeTextFile(csv!, "\uFEFF" + esco.replaceAll("\n", "\r\n"));
  await Deno.writeTextFile(tsv!, onet);

  const { code, said } = await run("import", csv!, tsv!, "--out", out!);

  equal(code, 0, said);
  match(said, /4 skills beside those that are known/);
  {
    await using analyst = await createAnalyst({ taxonomyFile: out! }).then((made) => ({
      ...made,
      [Symbol.asyncDispose]: made.close,
    }));
    const found = await analyst.skills(
      'Experience in stacking "tyre" quires and Zorbic; you use Flumbo CRM, Glorpex and JavaScript. They glorpex daily.',
    );
    deepEqual(found.map(({ skill, quote }) => `${skill}: ${quote}`), [
      'stack tyre quires: stacking "tyre" quires',
      "Zorbic (computer programming): Zorbic",
      "Flumbo CRM: Flumbo CRM",
      "Glorpex: Glorpex",
      "JavaScript: JavaScript",
    ]);
    ok(analyst.version.startsWith(`${ANALYSIS_VERSION}+`));
    equal(analyst.version.length, ANALYSIS_VERSION.length + 13);
  }
  // The calling thread knows them as well, for the keys of skills that jobs name.
  equal(canonicalSkill("Zorbic lang")?.id, "esco-0002");
  equal(canonicalSkill("client-side javascript"), null);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("what is no vocabulary is refused with a sentence", async () => {
  const folder = await Deno.makeTempDir();
  const file = join(folder, "other.csv");
  await Deno.writeTextFile(file, "a,b\n1,2\n");

  const refused = await run("import", file, "--out", join(folder, "out.json"));
  equal(refused.code, 1);
  match(refused.said, /^Cannot import/);
  equal((await run("export")).code, 2);
  await rejects(loadTaxonomyFile(file), TaxonomyError);
  await rejects(loadTaxonomyFile(join(folder, "none.json")), TaxonomyError);
  await Deno.remove(folder, { recursive: true });
});
