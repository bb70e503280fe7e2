import { deepEqual, equal, match, ok } from "node:assert/strict";
import { jobs, skills } from "../db/schema.ts";
import { testApp } from "../../tests/harness/app.ts";

Deno.test("POST /jobs answers the stored job with its embedding of 384 numbers and unit length", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();

  const { status, body } = await recruiter.post("/jobs", {
    title: "Backend engineer",
    company: "Northwind",
    description: "You build the services that plan our deliveries.",
    requirements: "Four years with PostgreSQL.",
    skills_required: ["PostgreSQL", "Docker"],
  });

  equal(status, 201);
  equal(body.embedding.length, 384);
  ok(Math.abs(Math.hypot(...body.embedding) - 1) < 1e-6);
  deepEqual(body.skills_required, ["PostgreSQL", "Docker"]);
  equal(body.skills_derived, false);
  equal(body.status, "open");
  const shown = await recruiter.get(`/jobs/${body.id}?include=embedding`);
  deepEqual(shown.body, body);
  equal((await recruiter.get(`/jobs/${body.id}`)).body.embedding, undefined);
});

Deno.test("POST /jobs takes what the text only wishes for as preferred where no wishes are given, until it says so no more", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const requirements = "PostgreSQL in production. Nice to have: Docker.";

  const job = await recruiter.job({ skills_required: [], requirements });
  const typed = await recruiter.job({ requirements, skills_preferred: ["Redis"] });

  deepEqual([job.skills_required, job.skills_preferred], [["PostgreSQL"], ["Docker"]]);
  deepEqual(typed.skills_preferred, ["Redis"]);
  const { body: changed } = await recruiter.patch(`/jobs/${job.id}`, { requirements: "PostgreSQL and Go developers." });
  deepEqual(changed.skills_preferred, []);
});

Deno.test("POST /jobs reads the skills out of the text where none are given, and says so", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();

  const job = await recruiter.job({ skills_required: [], requirements: "- PostgreSQL\n- Docker\n- Kubernetes" });

  equal(job.skills_derived, true);
  for (const skill of ["PostgreSQL", "Docker", "Kubernetes"]) ok(job.skills_required.includes(skill), skill);
});

Deno.test("POST /jobs takes requirements as a list of strings, as if they were lines of text; so does a change", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const list = ["PostgreSQL", "Docker and Kubernetes in production", ""];
  const made = { title: "Backend engineer", skills_required: [] };

  const asList = await recruiter.job({ ...made, requirements: list });
  const asText = await recruiter.job({ ...made, requirements: list.join("\n") });
  const { body: changed } = await recruiter.patch(`/jobs/${asText.id}`, { requirements: [...list, "Rust"] });

  equal(asList.requirements, "PostgreSQL\nDocker and Kubernetes in production\n");
  for (const key of ["requirements", "skills_required", "skills_derived", "embedding"]) {
    deepEqual(asList[key], asText[key], key);
  }
  deepEqual(asList.skills_required, ["PostgreSQL", "Docker", "Kubernetes"]);
  equal(changed.requirements, "PostgreSQL\nDocker and Kubernetes in production\n\nRust");
  equal((await recruiter.job({ ...made, requirements: [] })).requirements, "");
  for (const requirements of [[7], ["nul \0"], Array(501).fill("x")]) {
    const { status, body } = await recruiter.post("/jobs", {
      title: "T",
      company: "C",
      description: "D",
      requirements,
    });
    equal(status, 422);
    match(body.errors[0].pointer, /^\/requirements/);
  }
});

Deno.test("POST /jobs takes two spellings of a skill as one, and interns it once for the company", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();

  const job = await recruiter.job({
    skills_required: [
      "PostgreSQL",
      " postgres ",
      "postgresql",
      "ＰｏｓｔｇｒｅＳＱＬ",
      "Team  leading",
      "Ｔｅａｍ leading",
    ],
  });
  await recruiter.job({ skills_required: ["Postgres"], skills_preferred: ["PostgreSQL", "Docker"] });

  deepEqual(job.skills_required, ["PostgreSQL", "Team leading"]);
  equal((await app.services.db.select().from(skills)).length, 3);
});

Deno.test("GET /jobs lists the company's own, newest first, page by page", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const other = await app.owner();
  const ids: string[] = [];
  for (const title of ["One", "Two", "Three"]) ids.unshift((await recruiter.job({ title })).id);
  await other.job();

  const first = await recruiter.get("/jobs?limit=2");
  const rest = await recruiter.get(`/jobs?limit=2&cursor=${encodeURIComponent(first.body.next_cursor)}`);

  equal(first.body.total, 3);
  deepEqual([...first.body.data, ...rest.body.data].map(({ id }) => id), ids);
  equal(rest.body.next_cursor, null);
  const foreign = `/jobs?limit=2&cursor=${encodeURIComponent(first.body.next_cursor)}`;
  equal((await other.get(foreign)).status, 422);
});

Deno.test("jobs: bad input, no token, another role and another company are refused, and nothing is stored", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const other = await app.owner();
  const good = { title: "T", company: "C", description: "D", requirements: "R", skills_required: [] };

  for (
    const bad of [
      {},
      { ...good, title: "" },
      { ...good, title: "nul \0" },
      { ...good, title: "lone \ud800" },
      { ...good, title: "x".repeat(301) },
      { ...good, unknown: 1 },
      { ...good, id: "01912d68-783e-7a03-8467-5661c1243ad4" },
      { ...good, skills_required: "PostgreSQL" },
      { ...good, skills_required: Array(201).fill("x") },
      { ...good, employment_type: "sometimes" },
      { ...good, salary: { min: 5, max: 4, currency: "EUR", period: "year" } },
      [good],
      null,
    ]
  ) equal((await recruiter.post("/jobs", bad)).status, 422, JSON.stringify(bad).slice(0, 80));
  equal((await app.as("nonsense").post("/jobs", good)).status, 401);
  const malformed = await app.request("/api/v1/jobs", {
    method: "POST",
    headers: { authorization: `Bearer ${recruiter.token}`, "content-type": "application/json" },
    body: '{"title": 1e400,',
  });
  equal(malformed.status, 400);
  equal(malformed.headers.get("content-type"), "application/problem+json");
  await malformed.body?.cancel();
  const wrongType = await app.request("/api/v1/jobs", {
    method: "POST",
    headers: { authorization: `Bearer ${recruiter.token}`, "content-type": "text/plain" },
    body: JSON.stringify(good),
  });
  equal(wrongType.status, 415);
  await wrongType.body?.cancel();
  deepEqual(await app.services.db.select().from(jobs), []);

  const job = await recruiter.job();
  equal((await other.get(`/jobs/${job.id}`)).status, 404);
  equal((await recruiter.get("/jobs/not-an-id")).status, 404);
  equal((await recruiter.get("/jobs?colour=red")).status, 422);
});
