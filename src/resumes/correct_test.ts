import { deepEqual, equal, ok } from "node:assert/strict";
import { eq } from "drizzle-orm";
import { type Caller, type Json, type TestApp, testApp } from "../../tests/harness/app.ts";
import { fixtureFile } from "../../tests/harness/files.ts";
import { resumes } from "../db/schema.ts";
import { readResume } from "../ingest.ts";

const unknownId = "01912d68-783e-7a03-8467-5661c1243ad4";

/** Gives the candidate once no newer resume waits to be scored. */
async function scored(app: TestApp, caller: Caller, path: string): Promise<Json> {
  while (true) {
    const { body } = await caller.get(path);
    if (!body.stale) return body;
    await app.services.completions.next(unknownId, 50);
  }
}

Deno.test("PATCH /resumes/{id} sets fields right, over what is read again, until null takes that back", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const { body: { resume: read } } = await recruiter.upload(await fixtureFile("backend"));
  const path = `/resumes/${read.id}`;
  const { headers } = await recruiter.get(path);
  const change = {
    candidate_name: "Ana Lima",
    email: "Ana@Example.com",
    phone: "+1 206 555 0100",
    links: ["https://www.github.com/ana"],
    experience: [{ title: "Lead", company: "Northwind", start_date: "2015-01", end_date: "2019-12" }],
    education: [{ institution: "A school", degree: "BSc", start_date: "2011" }],
    languages: [{ language: "Portuguese", level: "native" }],
    skills: ["Underwater welding"],
  };

  const changed = await recruiter.send("PATCH", path, change, { "if-match": headers.get("etag")! });

  equal(changed.status, 200, JSON.stringify(changed.body));
  const { body } = changed;
  deepEqual([body.candidate_name, body.email, body.phone, body.links, body.total_years], [
    "Ana Lima",
    "ana@example.com",
    "+1 206 555 0100",
    ["github.com/ana"],
    5,
  ]);
  deepEqual([body.experience[0].title, body.education[0].institution, body.languages, body.experience[0].parts], [
    "Lead",
    "A school",
    [{ ...change.languages[0], confidence: 1, start: 0, end: 0 }],
    [],
  ]);
  deepEqual(body.extracted_skills.map(({ skill, quote }: Json) => [skill, quote]), [
    ["Underwater welding", "Underwater welding"],
  ]);
  deepEqual(body.corrected, Object.keys(change));
  equal((await recruiter.send("PATCH", path, {}, { "if-match": headers.get("etag")! })).status, 412);
  equal((await recruiter.get(`${path}?format=jsonresume`)).body.basics.name, "Ana Lima");

  const [row] = await app.services.db.select().from(resumes).where(eq(resumes.id, read.id));
  await readResume(app.services, { ...row!, resumeId: row!.id });
  const { updated_at: _, ...kept } = body;
  const { updated_at: __, ...readAgain } = (await recruiter.get(path)).body;
  deepEqual(readAgain, kept);

  const reset = await recruiter.patch(path, Object.fromEntries(Object.keys(change).map((name) => [name, null])));
  deepEqual({ ...reset.body, updated_at: read.updated_at }, read);

  for (
    const bad of [
      { location: "x" },
      { email: "nobody" },
      { skills: ["a\0"] },
      { skills: Array(301).fill("a") },
      { experience: [{ title: "x", end_date: "soon" }] },
    ]
  ) equal((await recruiter.patch(path, bad)).status, 422, JSON.stringify(bad));
  equal((await (await app.member(recruiter, "hiring_manager")).patch(path, {})).status, 403);
  equal((await (await app.owner()).patch(path, {})).status, 404);
  equal((await recruiter.patch(`/resumes/${unknownId}`, {})).status, 404);
});

Deno.test("corrected skills count as evidence, those taken out no more, and the status stays", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const job = await recruiter.job({ skills_required: ["PostgreSQL", "Underwater welding"] });
  const { body: { resume, match } } = await recruiter.upload(await fixtureFile("backend"), { job_id: job.id });
  const candidate = `/jobs/${job.id}/candidates/${resume.id}`;
  equal(match.skill_match, 0.5);
  await recruiter.patch(candidate, { status: "shortlisted" });

  await recruiter.patch(`/resumes/${resume.id}`, { skills: ["PostgreSQL", "underwater welding"] });
  const added = await scored(app, recruiter, candidate);
  deepEqual([added.skill_match, added.status, added.missing_skills], [1, "shortlisted", []]);
  const { kind, quote } = added.skills.matched.find(({ skill }: Json) => skill === "Underwater welding");
  deepEqual([kind, quote], ["exact", "underwater welding"]);
  ok(added.match_score > match.match_score);
  equal((await recruiter.get("/resumes?skill=Underwater%20Welding")).body.total, 1);

  await recruiter.patch(`/resumes/${resume.id}`, { skills: [] });
  const removed = await scored(app, recruiter, candidate);
  equal((await recruiter.get(`/jobs/${job.id}/candidates?skill=postgres`)).body.total, 0);
  deepEqual([removed.skill_match, removed.skills.additional], [0, []]);

  await recruiter.patch(`/resumes/${resume.id}`, { skills: null });
  const { match_score, skills } = await scored(app, recruiter, candidate);
  deepEqual([match_score, skills], [match.match_score, match.skills]);
});

Deno.test("GET /resumes/{id}/data-export gives everything that is held, scores and their logic included", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const job = await recruiter.job();
  const { body: { resume } } = await recruiter.upload(await fixtureFile("backend"), { job_id: job.id });
  const candidate = `/jobs/${job.id}/candidates/${resume.id}`;
  await recruiter.patch(candidate, { status: "interviewing", reason: "Strong" });
  await recruiter.post(`${candidate}/notes`, { text: "Calm under load" });
  const interview = await recruiter.post("/interviews", {
    job_id: job.id,
    resume_id: resume.id,
    interview_type: "phone",
    scheduled_at: new Date(Date.now() + 86_400_000).toISOString(),
  });
  await recruiter.patch(`/resumes/${resume.id}`, { candidate_name: "Ana Lima" });
  const path = `/resumes/${resume.id}/data-export`;

  const { status, body } = await recruiter.get(path);

  equal(status, 200, JSON.stringify(body));
  deepEqual([body.resume.candidate_name, body.as_read.candidate_name], ["Ana Lima", resume.candidate_name]);
  ok(body.text.length > 100);
  equal(body.file.filename, "backend.pdf");
  const [{ match, history, notes, interviews, job_title }] = body.matches;
  deepEqual(
    [job_title, match.status, history[0].to_status, history[0].reason, notes[0].text, interviews[0].id],
    [job.title, "interviewing", "interviewing", "Strong", "Calm under load", interview.body.id],
  );
  ok(match.explanation.length > 0 && match.weights.similarity === 0.6 && match.skills.matched.length > 0);
  equal((await (await app.owner()).get(path)).status, 404);
  equal((await recruiter.get(`/resumes/${unknownId}/data-export`)).status, 404);
});
