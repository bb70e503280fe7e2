import { deepEqual, equal, ok } from "node:assert/strict";
import { setImmediate } from "node:timers";
import { type Caller, type Json, type TestApp, testApp } from "../../tests/harness/app.ts";
import { fixtureFile } from "../../tests/harness/files.ts";
import { resumes } from "../db/schema.ts";

interface Sentence {
  text: string;
  quote: string;
  start: number;
  end: number;
  cosine: number;
  covered: boolean;
}

/** A résumé that meets TypeScript, PostgreSQL and Docker, next to two others. */
async function ranked(
  app: TestApp,
  skills_required: string[],
): Promise<{ recruiter: Caller; path: string; id: string }> {
  const recruiter = await app.owner();
  const job = await recruiter.job({ skills_required });
  const { body: { resume } } = await recruiter.upload(await fixtureFile("backend"), { job_id: job.id });
  await recruiter.upload(await fixtureFile("frontend"), { job_id: job.id });
  await recruiter.upload(await fixtureFile("nurse"), { job_id: job.id });
  return { recruiter, path: `/jobs/${job.id}/candidates/${resume.id}`, id: resume.id };
}

Deno.test("what_if is what adding the skill to the résumé gives: the same score and rank, with all that it meets", async () => {
  const required = [
    "TypeScript",
    "AutoCAD",
    "AutoCAD or SolidWorks",
    "CAD",
    "40+ years of Docker",
  ];
  await using app = await testApp();
  const { recruiter, path, id } = await ranked(app, required);
  const { body: before } = await recruiter.get(path);
  deepEqual(before.missing_skills, required.slice(1));

  const gained: Record<string, number> = {};
  for (const { skill, match_score, rank } of before.what_if) {
    const { body: resume } = await recruiter.get(`/resumes/${id}`);
    const own = resume.extracted_skills.map(({ skill }: { skill: string }) => skill);
    await recruiter.patch(`/resumes/${id}`, { skills: [...new Set([...own, skill])] });
    const after = await untilScored(recruiter, path);
    deepEqual([after.match_score, after.rank], [match_score, rank], skill);
    gained[skill] = Math.round(required.length * (after.skill_match - before.skill_match));
    await recruiter.patch(`/resumes/${id}`, { skills: null });
    equal((await untilScored(recruiter, path)).match_score, before.match_score);
  }

  deepEqual(gained, {
    AutoCAD: 3,
    "AutoCAD or SolidWorks": 2,
    CAD: 1,
    "40+ years of Docker": 1,
  });
});

Deno.test("what_if is empty where nothing is missing", async () => {
  await using app = await testApp();
  const { recruiter, path } = await ranked(app, ["TypeScript"]);
  deepEqual((await recruiter.get(path)).body.what_if, []);
});

Deno.test("while a match is stale nothing that is said of it contradicts itself", async () => {
  await using app = await testApp();
  const { recruiter, path } = await ranked(app, ["TypeScript", "PostgreSQL", "Fortran"]);
  const before = (await recruiter.get(path)).body;
  await app.services.tasks.stop(5_000);
  const job = path.split("/candidates")[0]!;
  await recruiter.patch(job, { skills_required: ["TypeScript", "Fortran", "Falconry", "Beekeeping", "Docker"] });

  const { body } = await recruiter.get(path);

  deepEqual([body.stale, body.match_score, body.what_if], [true, before.match_score, []]);
  deepEqual(body.missing_skills, ["Fortran"]);
  const skills = (list: { skill: string }[]) => list.map(({ skill }) => skill);
  deepEqual([skills(body.skills.matched), skills(body.skills.missing)], [["TypeScript"], ["Fortran"]]);
  ok(body.explanation.startsWith("The job, the résumé or the way they are read has changed"), body.explanation);
  ok(body.explanation.includes("67% of the skills it required could be shown"), body.explanation);
  ok(body.explanation.includes("Falconry, Beekeeping and Docker were not looked for yet."), body.explanation);
  ok(!/\d of \d+ required|candidate/iu.test(body.explanation), body.explanation);
  equal((await recruiter.get(`${job}/candidates`)).body.data[body.rank - 1].explanation, body.explanation);
});

/** The candidate once nothing about it waits to be scored. */
async function untilScored(recruiter: Caller, path: string): Promise<Json> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
    const { body } = await recruiter.get(path);
    if (!body.stale) return body;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error("Cannot wait any longer: the candidate is still stale");
}

Deno.test("GET …/candidates/{id} quotes the nearest passage for each sentence of the requirements", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const job = await recruiter.job({
    requirements:
      "What you bring:\n- PostgreSQL in production. REST APIs that partners depend on.\n- Knows how to bake bread",
  });
  const { body: { resume } } = await recruiter.upload(await fixtureFile("backend"), { job_id: job.id });
  const [stored] = await app.services.db.select({ text: resumes.text }).from(resumes);

  const { body } = await recruiter.get(`/jobs/${job.id}/candidates/${resume.id}`);

  const [postgres, apis, bread] = body.requirements as Sentence[];
  deepEqual(body.requirements.map((sentence: Sentence) => sentence.text), [
    "PostgreSQL in production.",
    "REST APIs that partners depend on.",
    "Knows how to bake bread",
  ]);
  for (const { quote, start, end } of [postgres!, apis!, bread!]) equal(quote, stored!.text!.slice(start, end));
  ok(apis!.covered && /partner API|REST/u.test(apis!.quote));
  ok(!bread!.covered && bread!.cosine < apis!.cosine);
});

Deno.test("a candidate's strengths are the same in the list and alone, also where the job asks for no skill", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  for (const skills_required of [["TypeScript"], ["COBOL"]]) {
    const job = await recruiter.job({ skills_required });
    const { body: { resume } } = await recruiter.upload(await fixtureFile("backend"), { job_id: job.id });
    const { body: { data: [listed] } } = await recruiter.get(`/jobs/${job.id}/candidates`);
    const { body } = await recruiter.get(`/jobs/${job.id}/candidates/${resume.id}`);
    deepEqual(listed.key_strengths, body.key_strengths);
    equal(listed.explanation, body.explanation);
  }
});
