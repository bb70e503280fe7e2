import { deepEqual, equal, ok } from "node:assert/strict";
import { jobs, matches, resumes } from "../db/schema.ts";
import { type Json, testApp } from "../../tests/harness/app.ts";

const resume = `Robin Example
robin@example.com

Summary
Backend engineer who keeps delivery services running.

Experience
Backend engineer, Northwind, 2019 - 2024
- Built order services in TypeScript on Postgres
- Moved twelve services to Docker

Education
BSc Computer Science, University of Leeds, 2018

Skills
TypeScript, PostgreSQL, Docker
`;
const job = {
  title: "Backend engineer",
  description: "You build the services that plan our deliveries, and keep them running day and night.",
  requirements: "Four years with PostgreSQL and TypeScript in production.",
  skills_required: ["TypeScript", "PostgreSQL", "Docker", "Kubernetes"],
};

Deno.test("POST /matching/score answers what an upload of the text would get, and stores nothing", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();

  const scored = await recruiter.post("/matching/score", { job, resume: { text: resume } });
  equal(scored.status, 200, JSON.stringify(scored.body));
  for (const table of [jobs, resumes, matches]) deepEqual(await app.services.db.select().from(table), []);

  const stored = await recruiter.job(job);
  const file = new File([resume], "robin.txt", { type: "text/plain" });
  const { body: { match } } = await recruiter.upload(file, { job_id: stored.id });
  const same = ["match_score", "overall", "similarity", "skill_match", "weights", "score_version", "fit", "flags"];
  for (const name of [...same, "key_strengths", "missing_skills"]) deepEqual(scored.body[name], match[name], name);
  const evidence = ({ skills }: Json) => skills.matched.map(({ skill, kind, quote }: Json) => [skill, kind, quote]);
  deepEqual(evidence(scored.body), evidence(match));
  deepEqual(scored.body.missing_skills, ["Kubernetes"]);
  ok(scored.body.explanation.length > 0);
  ok(!scored.body.explanation.includes("candidate"));
  const derived = await recruiter.post("/matching/score", {
    job: { title: job.title, description: job.requirements },
    resume: { text: resume },
  });
  equal(derived.body.skills_derived, true);
});

Deno.test("POST /matching/score refuses bad input and nobody, and reads odd texts without a fault", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const manager = await app.member(recruiter, "hiring_manager");
  const good = { job, resume: { text: resume } };

  for (
    const bad of [
      {},
      { job, resume: resume },
      { job: { ...job, title: "" }, resume: { text: "x" } },
      { ...good, resume: { text: "" } },
      { ...good, resume: { text: "nul \0" } },
      { ...good, resume: { text: "   \n " } },
      { ...good, store: true },
      { ...good, job: { ...job, skills_required: Array(201).fill("x") } },
    ]
  ) equal((await recruiter.post("/matching/score", bad)).status, 422, JSON.stringify(bad).slice(0, 90));
  for (const text of ["x", "\u0001\u0002\u0003", "%PDF-1.7 no file", "履歴書 東京"]) {
    const { status } = await recruiter.post("/matching/score", { ...good, resume: { text } });
    ok([200, 415, 422].includes(status), `${JSON.stringify(text)}: ${status}`);
  }
  equal((await manager.post("/matching/score", good)).status, 200);
  equal((await app.as("nonsense").post("/matching/score", good)).status, 401);
});
