import { deepEqual, equal, match, ok } from "node:assert/strict";
import { METRICS_TOKEN, type TestApp, testApp } from "../../tests/harness/app.ts";
import { fixtureFile } from "../../tests/harness/files.ts";
import { createHandler } from "../handler.ts";
import { loadConfig } from "../config.ts";

const scraper = { headers: { authorization: `Bearer ${METRICS_TOKEN}` } };

/** The figures of an application, by name and labels as they are written. */
async function figuresOf(app: TestApp): Promise<Map<string, number>> {
  const response = await app.request("/metrics", scraper);
  equal(response.status, 200);
  match(response.headers.get("content-type")!, /^text\/plain; version=0\.0\.4/);
  const lines = (await response.text()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(lines.map((line) => {
    const [, name = "", value] = /^(.+) (\S+)$/.exec(line) ?? [];
    return [name, Number(value)];
  }));
}

const requests = (method: string, route: string, status: number) =>
  `http_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"}`;

Deno.test("GET /metrics counts answers by route, method and status, and what its parts did for them", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const job = await recruiter.job();
  const before = await figuresOf(app);
  equal((await recruiter.upload(await fixtureFile("backend"), { job_id: job.id })).status, 201);
  for (const id of [job.id, job.id, crypto.randomUUID()]) await recruiter.get(`/jobs/${id}`);
  const after = await figuresOf(app);

  const grew = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
  equal(grew(requests("POST", "/api/v1/resumes/upload", 201)), 1);
  equal(grew(requests("GET", "/api/v1/jobs/:job_id", 200)), 2);
  equal(grew(requests("GET", "/api/v1/jobs/:job_id", 404)), 1);
  equal(grew(requests("GET", "/metrics", 200)), 1);
  ok(grew('job_match_vectors_total{from="model"}') > 0);
  for (const state of ["waiting", "running", "failed"]) equal(after.get(`job_match_tasks{state="${state}"}`), 0);
  for (const state of ["waiting", "reading"]) equal(after.get(`job_match_documents{state="${state}"}`), 0);
  ok(after.get("job_match_embedder_threads")! >= 1);
  equal(after.get("job_match_cache_lost"), 0);
  ok(after.get("process_resident_memory_bytes")! > 10e6);
  ok(grew("process_cpu_seconds_total") > 0);
});

Deno.test("a task that waits is told", async () => {
  await using app = await testApp({ withoutConsumer: true, uploadWaitMs: 0 });
  const recruiter = await app.owner();
  equal((await recruiter.upload(await fixtureFile("backend"))).status, 202);
  equal((await figuresOf(app)).get('job_match_tasks{state="waiting"}'), 1);
});

Deno.test("no caller can add a label: paths and methods that do not exist are one each", async () => {
  await using app = await testApp();
  await figuresOf(app);
  const before = await figuresOf(app);
  for (let i = 0; i < 20; i++) {
    await app.request(`/api/v1/made-up-${i}`);
    await app.request("/livez", { method: `MADE${i}` });
  }
  const after = await figuresOf(app);
  const series = (figures: Map<string, number>) =>
    new Set([...figures.keys()].filter((name) => name.startsWith("http_request_duration_seconds_count")));
  deepEqual([...series(after)].filter((name) => !series(before).has(name)), [
    requests("GET", "unmatched", 404),
    requests("other", "unmatched", 405),
  ]);
});

Deno.test("GET /metrics answers without the database, and leaves out what that knows", async () => {
  const lost = () => Promise.reject(new Error("the database is away"));
  await using app = await testApp({ wrapTasks: (tasks) => ({ ...tasks, counts: lost }) });
  const figures = await figuresOf(app);
  equal([...figures.keys()].some((name) => name.startsWith("job_match_tasks")), false);
  ok(figures.get("job_match_embedder_threads")! >= 1);
});

Deno.test("GET /metrics is 404 for everybody where METRICS_TOKEN is unset", async () => {
  await using app = await testApp({ withoutMetrics: true });
  equal((await app.request("/metrics", scraper)).status, 404);
});

Deno.test("a process that only works on tasks tells its figures to the same token", async () => {
  await using app = await testApp();
  const config = loadConfig({ ROLE: "worker", DATABASE_URL: "postgres://localhost/unused" });
  const worker = await createHandler(app.services, config, {
    scraping: { token: METRICS_TOKEN, metrics: app.metrics },
  });
  const refused = await worker.request("/metrics");
  equal(refused.status, 401);
  equal(refused.headers.get("content-type"), "application/problem+json");
  const answered = await worker.request("/metrics", scraper);
  equal(answered.status, 200);
  match(await answered.text(), /^job_match_tasks\{state="waiting"\} 0$/m);
  equal((await worker.request("/livez")).status, 200);
});
