import { deepEqual, equal } from "node:assert/strict";
import { and, eq } from "drizzle-orm";
import { matches, operations } from "../db/schema.ts";
import { fixtureFile } from "../../tests/harness/files.ts";
import { type Json, testApp } from "../../tests/harness/app.ts";

const unknownId = "01912d68-783e-7a03-8467-5661c1243ad4";

Deno.test("GET /jobs narrows by each filter, sorts, and a cursor of another sort is refused", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  await recruiter.job({ title: "B nurse", location: "Leeds, UK", skills_required: ["Wound care"], status: "draft" });
  await recruiter.job({ title: "A backend 100%", employment_type: "contract", skills_preferred: ["Rust"] });
  const middle = await recruiter.job({
    title: "C clerk",
    description: "You file things.",
    skills_required: ["Filing"],
  });
  const titles = async (query: string) =>
    (await recruiter.get(`/jobs?${query}`)).body.data.map(({ title }: Json) => title[0]).join("");

  equal(await titles("sort=title"), "ABC");
  equal(await titles("sort=-title"), "CBA");
  equal(await titles("sort=created_at"), "BAC");
  equal(await titles("status=draft"), "B");
  equal(await titles("q=file"), "C");
  equal(await titles("q=100%25"), "A");
  equal(await titles("q=%25"), "A");
  equal(await titles("skill=rust"), "A");
  await recruiter.job({ title: "D", skills_required: [], requirements: "5+ years of Google Cloud Platform." });
  equal(await titles("skill=gcp"), "D");
  equal(await titles("skill=cloud"), "");
  await recruiter.send("DELETE", `/jobs/${(await recruiter.get("/jobs?skill=gcp")).body.data[0].id}`);
  equal(await titles("location=leeds"), "B");
  equal(await titles("employment_type=contract"), "A");
  equal(await titles(`created_after=${middle.created_at}`), "");
  equal(await titles("created_after=2001-01-01T00:00:00Z&sort=title"), "ABC");
  const pages: string[] = [];
  for (let query: string | null = "sort=title&limit=1"; query !== null;) {
    const { body }: Json = await recruiter.get(`/jobs?${query}`);
    equal(body.total, 3);
    pages.push(body.data[0].title[0]);
    query = body.next_cursor && `sort=title&limit=1&cursor=${body.next_cursor}`;
    if (query) equal((await recruiter.get(`/jobs?sort=-title&cursor=${body.next_cursor}`)).status, 422);
  }
  deepEqual(pages, ["A", "B", "C"]);
  for (const bad of ["sort=salary", "created_after=yesterday", "employment_type=x", "q=", "skill=%00"]) {
    equal((await recruiter.get(`/jobs?${bad}`)).status, 422, bad);
  }
});

Deno.test("GET /jobs/{id} answers schema.org's JobPosting where the caller wants JSON-LD, and 304 where it is known", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const job = await recruiter.job({
    location: "Leeds",
    employment_type: "full-time",
    salary: { min: 40000, max: null, currency: "GBP", period: "year" },
  });
  const { body, headers } = await recruiter.send("GET", `/jobs/${job.id}`, undefined, {
    accept: "application/ld+json",
  });

  equal(headers.get("content-type"), "application/ld+json");
  equal(body["@type"], "JobPosting");
  equal(body.hiringOrganization.name, "Northwind");
  equal(body.employmentType, "FULL_TIME");
  deepEqual(body.baseSalary.value, { "@type": "QuantitativeValue", minValue: 40000, unitText: "YEAR" });
  const plain = await recruiter.get(`/jobs/${job.id}`);
  equal(plain.headers.get("content-type"), "application/json");
  const again = await recruiter.send("GET", `/jobs/${job.id}`, undefined, {
    "if-none-match": plain.headers.get("etag")!,
  });
  equal(again.status, 304);
});

Deno.test("PATCH /jobs/{id} changes what is given; other skills are scored again in the background", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const job = await recruiter.job();
  const { body: { match } } = await recruiter.upload(await fixtureFile("backend"), { job_id: job.id });
  const path = `/jobs/${job.id}`;
  await recruiter.patch(`${path}/candidates/${match.resume_id}`, { status: "shortlisted" });

  const renamed = await recruiter.patch(path, { location: "Leeds" });
  equal(renamed.status, 200);
  equal(renamed.body.location, "Leeds");
  deepEqual(renamed.body.skills_required, job.skills_required);
  const noRun = await app.services.db.select().from(operations).where(eq(operations.kind, "match"));
  deepEqual(noRun, []);

  const changed = await recruiter.patch(path, { skills_required: ["TypeScript", "Falconry"], location: null });
  equal(changed.status, 200, JSON.stringify(changed.body));
  deepEqual([changed.body.location, changed.body.skills_required], [null, ["TypeScript", "Falconry"]]);
  const [run] = await app.services.db.select().from(operations).where(eq(operations.kind, "match"));
  const operation = await untilDone(recruiter, run!.id);
  equal(operation.status, "succeeded");
  const { body: candidate } = await recruiter.get(`${path}/candidates/${match.resume_id}`);
  deepEqual([candidate.stale, candidate.status, candidate.skill_match], [false, "shortlisted", 0.5]);
  deepEqual(candidate.missing_skills, ["Falconry"]);
});

Deno.test("PUT /jobs/{id} replaces all of it: what is not given gets its default, and skills come from the text", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const job = await recruiter.job({ location: "Leeds" });

  const { status, body } = await recruiter.send("PUT", `/jobs/${job.id}`, {
    title: "Clerk",
    company: "Northwind",
    description: "You keep our PostgreSQL database.",
  });

  equal(status, 200);
  deepEqual([body.title, body.location, body.requirements, body.skills_derived], ["Clerk", null, "", true]);
  deepEqual(body.skills_required, ["PostgreSQL"]);
  const { body: read } = await recruiter.patch(`/jobs/${job.id}`, { description: "You keep our Docker images." });
  deepEqual([read.skills_required, read.skills_derived], [["Docker"], true]);
});

Deno.test("DELETE /jobs/{id} waits for interviews unless forced, and takes everything along", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const job = await recruiter.job();
  const { body: { resume } } = await recruiter.upload(await fixtureFile("backend"), { job_id: job.id });
  const booked = await recruiter.post("/interviews", {
    job_id: job.id,
    resume_id: resume.id,
    interview_type: "phone",
    scheduled_at: new Date(Date.now() + 86_400_000).toISOString(),
  });
  equal(booked.status, 201);

  equal((await recruiter.send("DELETE", `/jobs/${job.id}`)).status, 409);
  equal((await recruiter.get(`/jobs/${job.id}`)).status, 200);
  equal((await recruiter.send("DELETE", `/jobs/${job.id}?force=true`)).status, 204);

  equal((await recruiter.get(`/jobs/${job.id}`)).status, 404);
  deepEqual(await app.services.db.select().from(matches).where(and(eq(matches.jobId, job.id))), []);
  equal((await recruiter.get(`/resumes/${resume.id}`)).status, 200);
});

Deno.test("a job is not changed by a stale If-Match, bad input, another role, another company, or nobody", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const other = await app.owner();
  const job = await recruiter.job();
  const path = `/jobs/${job.id}`;
  const manager = await app.member(recruiter, "hiring_manager");
  const stale = (await recruiter.get(path)).headers.get("etag")!;
  const fresh = (await recruiter.patch(path, { location: "Leeds" })).headers.get("etag")!;

  for (const [method, body] of [["PATCH", { title: "X" }], ["DELETE", undefined]] as const) {
    equal((await recruiter.send(method, path, body, { "if-match": stale })).status, 412);
    equal((await other.send(method, path, body)).status, 404);
    equal((await recruiter.send(method, `/jobs/${unknownId}`, body)).status, 404);
    equal((await app.as("nonsense").send(method, path, body)).status, 401);
    equal((await manager.send(method, path, body)).status, 403);
  }
  for (
    const bad of [
      { title: "" },
      { title: null },
      { unknown: 1 },
      { status: "lost" },
      { skills_required: [1] },
      [],
      null,
    ]
  ) equal((await recruiter.patch(path, bad)).status, 422, JSON.stringify(bad));
  equal((await recruiter.send("PUT", path, { title: "only" })).status, 422);
  equal((await recruiter.send("DELETE", `${path}?force=perhaps`)).status, 422);
  const { body } = await recruiter.get(path);
  equal(body.title, job.title);
  equal((await recruiter.send("PATCH", path, { location: "York" }, { "if-match": fresh })).status, 200);
});

async function untilDone(caller: { get(path: string): Promise<{ body: Json }> }, id: string): Promise<Json> {
  while (true) {
    const { body } = await caller.get(`/operations/${id}`);
    if (body.status === "succeeded" || body.status === "failed") return body;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
