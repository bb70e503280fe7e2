import { deepEqual, match, ok } from "node:assert/strict";
import { readArrows, sourceFiles } from "./layers/graph.ts";
import { type Arrow, circles, impurities, wrongArrows } from "./layers/rules.ts";

const files = await sourceFiles("src", "workers");

Deno.test("imports point down the list of layers, and drivers stay with their adapters", async () => {
  const arrows = await readArrows(files);

  ok(arrows.length > 200, `the graph has only ${arrows.length} arrows`);
  deepEqual(wrongArrows(arrows), []);
});

Deno.test("no modules import each other in a circle", async () => {
  deepEqual(circles(await readArrows(files)), []);
});

Deno.test("matching uses no clock, chance, network or file", async () => {
  const found: string[] = [];
  for (const file of files.filter((path) => !path.endsWith("_test.ts"))) {
    found.push(...impurities(file, await Deno.readTextFile(new URL(`../${file}`, import.meta.url))));
  }
  deepEqual(found, []);
});

Deno.test("a planted wrong arrow of each kind is found", () => {
  const arrow = (from: string, to: string, typeOnly = false): Arrow => ({ from, to, typeOnly });
  const planted = [
    arrow("src/matching/scoring.ts", "src/db/database.ts"),
    arrow("src/matching/scoring.ts", "workers/protocol.ts"),
    arrow("src/matching/scoring.ts", "node:fs"),
    arrow("src/jobs/jobs.ts", "src/http/contract.ts", true),
    arrow("src/jobs/jobs.ts", "pg"),
    arrow("src/http/auth.ts", "src/accounts/sessions.ts"),
    arrow("src/cache/memory.ts", "redis"),
    arrow("src/demo.ts", "src/config.ts"),
    arrow("src/services.ts", "src/db/database.ts"),
    arrow("workers/protocol.ts", "node:path"),
    arrow("src/surprise/thing.ts", "src/errors.ts"),
  ];
  const found = wrongArrows(planted);
  for (const { from, to } of planted) {
    ok(found.some((sentence) => sentence.startsWith(`${from} -> ${to}: `)), `not found: ${from} -> ${to}`);
  }
  deepEqual(
    wrongArrows([
      arrow("src/matching/scoring.ts", "workers/protocol.ts", true),
      arrow("src/jobs/routes.ts", "src/http/contract.ts"),
      arrow("src/db/postgres.ts", "pg"),
      arrow("src/jobs/jobs_test.ts", "src/main.ts"),
    ]),
    [],
  );
});

Deno.test("a planted circle and a planted clock are found", () => {
  const arrows = [["a", "b"], ["b", "c"], ["c", "a"]].map(([from, to]) => (
    { from: `src/jobs/${from}.ts`, to: `src/jobs/${to}.ts`, typeOnly: false }
  ));
  match(circles(arrows)[0] ?? "", /a\.ts -> .*b\.ts -> .*c\.ts -> .*a\.ts/);
  deepEqual(circles(arrows.map((arrow) => ({ ...arrow, typeOnly: true }))), []);

  const clock = "/** Date.now is only named here. */\nconst at = new Date(); // Math.random\nconst day = new Date(0);";
  deepEqual(impurities("src/matching/scoring.ts", clock), ["src/matching/scoring.ts:2: new Date()"]);
  deepEqual(impurities("src/jobs/jobs.ts", clock), []);
});
