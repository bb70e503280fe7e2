import { deepEqual, ok } from "node:assert/strict";
import { type Json, testApp } from "../harness/app.ts";
import { computeGolden, type Golden, goldenPairs, isMadeAlike, movedScores, readGolden } from "./scores.ts";

const now = await computeGolden();

Deno.test("golden: scores of made resumes and jobs do not move unless a version says so", async () => {
  const before = await readGolden();
  deepEqual(
    isMadeAlike(before, now) ? movedScores(before, now) : [],
    [],
    "Scores moved. If they are meant to: raise SCORE_VERSION, PARSER_VERSION, PASSAGE_VERSION or TAXONOMY_VERSION, " +
      "whichever moved them, and write the file anew as tests/golden/scores.ts says",
  );
  ok(
    isMadeAlike(before, now),
    "A version was raised: look at what moved and write the file anew as tests/golden/scores.ts says",
  );
});

Deno.test("golden: what is uploaded, scored in the database and read through the API has these very scores", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const { jobs, resumes } = goldenPairs();
  const nameOf = new Map<string, string>();
  for (const { id, text } of resumes) {
    const { body } = await recruiter.upload(new File([text ?? ""], `${id}.txt`, { type: "text/plain" }));
    nameOf.set(body.resume.id, id);
  }
  const scores: Golden["scores"] = {};
  for (const { id, ...fields } of jobs) {
    const job = await recruiter.job(fields);
    const { body } = await recruiter.post(`/jobs/${job.id}/match`, {});
    for (const { resume_id, similarity, skill_match, match_score } of body.data as Json[]) {
      const skillMatch = Math.round(1e6 * skill_match) / 1e6;
      scores[`${id} / ${nameOf.get(resume_id)}`] = { similarity, skillMatch, matchScore: match_score };
    }
  }

  deepEqual(movedScores(now, { probe: now.probe, scores }), []);
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
