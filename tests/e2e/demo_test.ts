import { deepEqual, equal, match, ok } from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { docxFile, fixtureFile } from "../harness/files.ts";
import { isEmbedded, newHome, type Outcome, runTask, serve } from "./process.ts";

const files = ["accountant.pdf", "backend.pdf", "chef.docx", "data.pdf", "frontend.docx", "nurse.docx"];

/** What stands in a line of a table. */
interface Row {
  rank: number;
  score: number;
  file: string;
}

/** The tables by the title of their job; a row needs a reason below it. */
function tablesIn({ output }: Outcome): Record<string, Row[]> {
  const tables = output.split(/^─+\n/m).slice(1).map((table) => {
    const [title = ""] = table.split(" · ");
    const rows = [...table.matchAll(
      /^ +(\d+) +(\d+\.\d\d) +(?:excellent|good|fair|poor) .* (\d+\/\d+) +(\S+)\n([^]*?)(?=\n\n|$(?![^]))/gm,
    )].map(([, rank, score, , file = "", reasons = ""]) => {
      match(reasons, /^ +(has|misses) +\S[^]*fit at [^]*Recommendation: /, file);
      return { rank: Number(rank), score: Number(score), file };
    });
    return [title, rows] as const;
  });
  return Object.fromEntries(tables);
}

/** Every file is there once, the best first. */
function expectRanking(rows: Row[] | undefined, expected: string[]): void {
  deepEqual(rows?.map(({ rank }) => rank), expected.map((_, i) => i + 1));
  deepEqual(rows.map(({ file }) => file).sort(), expected);
  deepEqual(rows, rows.toSorted((a, b) => b.score - a.score));
}

Deno.test({
  name:
    "deno task demo starts a server of its own, ranks six made résumés for two jobs with reasons, and leaves nothing",
  // Its data is embedded, whatever the others run on: once will do.
  ignore: !isEmbedded,
  fn: async () => {
    await using home = await newHome("empty");
    const temporary = await Deno.makeTempDir({ prefix: "job-match-e2e-" });

    // Data that a user has must not become the demo's.
    const outcome = await runTask("demo", home, { TMPDIR: temporary, DATABASE_URL: "postgres://127.0.0.1:1/nowhere" });

    equal(outcome.code, 0, outcome.output);
    match(outcome.output, /^starting a server with data of its own\nlistening on http:\/\/127\.0\.0\.1:\d+ after /m);
    match(outcome.output, /^6 resumes read, matched to 2 jobs and ranked in \d+\.\d s$/m);
    const tables = tablesIn(outcome);
    deepEqual(Object.keys(tables), ["Senior Backend Engineer", "Data Analyst"]);
    for (const rows of Object.values(tables)) expectRanking(rows, files);
    for (const dir of [temporary, home.dataDir]) deepEqual(await Array.fromAsync(Deno.readDir(dir)), []);
    await Deno.remove(temporary);
    await expectInReadme(outcome);
  },
});

/** The README shows the first lines. Numbers move with every version of the scores, and are not compared. */
async function expectInReadme({ output }: Outcome): Promise<void> {
  const readme = await Deno.readTextFile(fileURLToPath(new URL("../../README.md", import.meta.url)));
  const [, shown = ""] = /\n```\n(\d+ resumes read[^]*?)\n```\n/.exec(readme) ?? [];
  const [first, last] = shown.split(/ {2,}…\n?/);
  const masked = (text: string) => text.trimEnd().replaceAll(/\d/g, "0");
  ok(first !== undefined && last === "", "the README shows the beginning of what the demo prints");
  ok(masked(output).includes(masked(first)), `The README shows\n${shown}\nand the demo printed\n${output}`);
}

Deno.test("deno task demo uses a server that runs, files and jobs that it is given, and ends with 1 where nobody is ranked", async () => {
  await using home = await newHome();
  await using server = await serve(home);
  const demo = (args: string) => runTask(`demo --url ${server.url} ${args}`, home);
  const dir = await Deno.makeTempDir({ prefix: "job-match-e2e-" });
  const write = async (path: string, content: File | string) =>
    await Deno.writeFile(`${dir}/${path}`, new Uint8Array(await new Blob([content]).arrayBuffer()));
  for (const folder of ["some", "some/below", "none"]) await Deno.mkdir(`${dir}/${folder}`);
  await write("some/ada.pdf", await fixtureFile("backend"));
  await write("some/below/bob.docx", await docxFile("accountant"));
  for (const folder of ["some", "none"]) await write(`${folder}/holiday.jpg`, "\xff\xd8\xff not a resume");
  const job = { title: "Bookkeeper", company: "Northwind", description: "You keep the books of our depots." };
  await write("job.json", JSON.stringify({ ...job, skills_required: ["Bookkeeping", "Excel"] }));
  await write("wrong.json", JSON.stringify([job, { ...job, title: "Depot clerk", employment_type: "sometimes" }]));

  const given = await demo(`--resumes ${dir}/some --jobs ${dir}/job.json`);
  equal(given.code, 0, given.output);
  ok(!given.output.includes("starting a server"), given.output);
  match(given.output, /^2 resumes read, matched to 1 job and ranked in /m);
  const tables = tablesIn(given);
  deepEqual(Object.keys(tables), ["Bookkeeper"]);
  expectRanking(tables["Bookkeeper"], ["ada.pdf", "below/bob.docx"]);
  equal(tables["Bookkeeper"]?.[0]?.file, "below/bob.docx");
  match(given.output, /^1 file refused\n {2}holiday\.jpg: \S.+$/m);

  const failures: [args: string, told: RegExp][] = [
    [`--resumes ${dir}/none --jobs ${dir}/job.json`, /^0 resumes read[^]*^1 file refused\n {2}holiday\.jpg: /m],
    [`--jobs ${dir}/wrong.json`, /^Cannot post the job "Depot clerk": .*employment_type/m],
    [`--resumes ${dir}/nowhere`, /^Cannot read the resumes: there is no folder /m],
    ["--top 0", /^Cannot show so many: --top is 1 to 100$/m],
    ["--url http://127.0.0.1:1", /^Cannot reach .*127\.0\.0\.1:1/m],
  ];
  for (const [args, told] of failures) {
    const failed = await demo(args);
    equal(failed.code, 1, failed.output);
    match(failed.output, told);
    ok(!/^ +at /m.test(failed.output), failed.output);
  }
  await Deno.remove(dir, { recursive: true });
});
