import { deepEqual, ok } from "node:assert/strict";
import { computeGolden, isMadeAlike, movedScores, readGolden } from "./scores.ts";

Deno.test("golden: scores of made resumes and jobs do not move unless a version says so", async () => {
  const [before, now] = [await readGolden(), await computeGolden()];
  deepEqual(
    isMadeAlike(before, now) ? movedScores(before.scores, now.scores) : [],
    [],
    "Scores moved. If they are meant to: raise SCORE_VERSION, PARSER_VERSION, PASSAGE_VERSION or TAXONOMY_VERSION, " +
      "whichever moved them, and write the file anew as tests/golden/scores.ts says",
  );
  ok(
    isMadeAlike(before, now),
    "A version was raised: look at what moved and write the file anew as tests/golden/scores.ts says",
  );
});

Deno.test("golden: a resume written to the ad scores above 80, an unrelated one below 30", async () => {
  const { scores } = await readGolden();
  const all = ["backend", "frontend", "data", "nurse", "accountant", "chef"];
  deepEqual(all.filter((who) => scores[`${who} / ${who}`]!.matchScore <= 80), []);
  const unrelated = ["nurse", "chef"].flatMap((who) =>
    all.filter((job) => job !== who).map((job) => `${job} / ${who}`)
  );
  deepEqual(unrelated.filter((pair) => scores[pair]!.matchScore >= 30), []);
});
