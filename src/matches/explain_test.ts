import { deepEqual, equal, ok } from "node:assert/strict";
import { testApp } from "../../tests/harness/app.ts";
import { fixtureFile, pdfFile } from "../../tests/harness/files.ts";
import { resumes } from "../db/schema.ts";
import { resumePdf } from "../demo/documents.ts";
import { people, type Person } from "../demo/people.ts";

interface Sentence {
  text: string;
  quote: string;
  start: number;
  end: number;
  cosine: number;
  covered: boolean;
}

Deno.test("GET …/candidates/{id} says what each missing skill would change, exactly", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const required = ["TypeScript", "PostgreSQL", "Docker", "Fortran"];
  const job = await recruiter.job({ skills_required: required });
  const withFortran: Person = { ...people.backend, skills: [["Languages", ["Fortran"]]] };
  const { body: { resume } } = await recruiter.upload(await fixtureFile("backend"), { job_id: job.id });
  await recruiter.upload(await fixtureFile("frontend"), { job_id: job.id });
  await recruiter.upload(await fixtureFile("nurse"), { job_id: job.id });
  await recruiter.upload(pdfFile(await resumePdf(withFortran)), { job_id: job.id });

  const { body } = await recruiter.get(`/jobs/${job.id}/candidates/${resume.id}`);
  const { body: { data } } = await recruiter.get(`/jobs/${job.id}/candidates`);

  deepEqual(body.missing_skills, ["Fortran"]);
  const [change] = body.what_if;
  const score = Math.round(100 * (100 * (0.6 * body.similarity + 0.4 * 4 / 4))) / 100;
  const others = data.filter((other: { resume_id: string }) => other.resume_id !== resume.id);
  const rank = 1 + others.filter((other: { match_score: number }) => other.match_score > score).length;
  deepEqual(body.what_if, [{ skill: "Fortran", match_score: score, rank }]);
  ok(change.match_score > body.match_score && change.rank <= body.rank);
  const best = data.find((other: { rank: number; missing_skills: string[] }) => other.missing_skills.length === 0);
  deepEqual((await recruiter.get(`/jobs/${job.id}/candidates/${best.resume_id}`)).body.what_if, []);
});

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
