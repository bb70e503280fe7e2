import { deepEqual, equal, ok } from "node:assert/strict";
import { type Json, testApp } from "../tests/harness/app.ts";
import { createAnalyst } from "./compute/analyst.ts";
import { FRESHEN_TURN, takeTurn } from "./db/turn.ts";
import { startFreshening } from "./freshen.ts";

const resume = `Dana Example
dana@example.com

Experience
Warehouse engineer, Northwind, 2019 - 2024
Kept the Glorpex hall running and stored its figures in PostgreSQL.

Skills
PostgreSQL, Glorpex
`;

Deno.test("a new taxonomy derives the skills of a job anew, and its candidates are scored by them; typed skills stay", async () => {
  // Before anything is read: the taxonomy of this thread cannot be added to later. The application's own thread has less.
  const taxonomyFile = await Deno.makeTempFile({ suffix: ".json" });
  const families = { made: { tool: ["Glorpex"] } };
  await Deno.writeTextFile(taxonomyFile, JSON.stringify({ source: "made", licence: "none", families }));
  await using stack = new AsyncDisposableStack();
  stack.defer(() => Deno.remove(taxonomyFile));
  const analyst = stack.adopt(await createAnalyst({ taxonomyFile }), (made) => made.close());
  await using app = await testApp();
  const recruiter = await app.owner();
  const text = { requirements: "PostgreSQL and Glorpex in production." };
  const derived = await recruiter.job({ ...text, skills_required: [] });
  const typed = await recruiter.job({ ...text, skills_required: ["Docker"] });
  const file = () => new File([resume], "dana.txt", { type: "text/plain" });
  for (const { id } of [derived, typed]) ok((await recruiter.upload(file(), { job_id: id })).body.match);
  const [candidate] = (await recruiter.get(`/jobs/${derived.id}/candidates`)).body.data;
  const path = `/jobs/${derived.id}/candidates/${candidate.resume_id}`;
  equal((await recruiter.patch(path, { status: "shortlisted" })).status, 200);
  const skillsOf = async ({ id }: Json) => (await recruiter.get(`/jobs/${id}`)).body.skills_required;
  deepEqual(await skillsOf(derived), ["PostgreSQL"]);

  await startFreshening({ ...app.services, analyst }, () => takeTurn(null, FRESHEN_TURN)).finished;

  deepEqual(await skillsOf(derived), ["PostgreSQL", "Glorpex"]);
  deepEqual(await skillsOf(typed), ["Docker"]);
  const after = (await recruiter.get(path)).body;
  deepEqual(after.skills.matched.map(({ skill, kind }: Json) => [skill, kind]), [
    ["PostgreSQL", "exact"],
    ["Glorpex", "exact"],
  ]);
  deepEqual([after.stale, after.status, after.skill_match], [false, "shortlisted", 1]);
  deepEqual((await recruiter.get(`/jobs/${typed.id}/candidates`)).body.data[0].missing_skills, ["Docker"]);
});
