import { deepEqual, equal, match, ok } from "node:assert/strict";
import { fixtureFile } from "../harness/files.ts";
import { logIn, postJob, ranking, register, session } from "./api.ts";
import { isEmbedded, newHome, runTask, serve, until } from "./process.ts";

const inAYear = () => new Date(Date.now() + 365 * 24 * 3600 * 1000).toISOString();

Deno.test("the command serves the eight flows to a PDF, and a second start on the same data keeps them all", async (t) => {
  await using home = await newHome("empty");
  await using first = await serve(home);
  const anyone = session(first.url);

  await t.step("health", async () => {
    await until("every part is ready", async () => (await anyone.send("GET", "/health")).body.status === "ok");
    const { status, body } = await anyone.send("GET", "/health");
    equal(status, 200);
    deepEqual(new Set(Object.values(body.checks)), new Set(["ok"]));
  });

  const recruiter = await register(first.url);
  const job = await postJob(recruiter);

  await t.step("register, log in, post a job", async () => {
    equal((await recruiter.send("GET", "/auth/me")).body.email, "ada@example.com");
    equal(job.embedding.length, 384);
    equal((await anyone.send("GET", `/jobs/${job.id}`)).status, 401);
  });

  const backend = await recruiter.upload(await fixtureFile("backend"), { job_id: job.id });
  const accountant = await recruiter.upload(await fixtureFile("accountant"), { job_id: job.id });
  const ranked = await ranking(recruiter, job.id);

  await t.step("upload matches at once; candidates are ranked with reasons", () => {
    equal(backend.status, 201, JSON.stringify(backend.body));
    equal(accountant.status, 201, JSON.stringify(accountant.body));
    const { overall, similarity, skill_match, rank } = backend.body.match;
    equal(rank, 1);
    ok(Math.abs(overall - (0.6 * similarity + 0.4 * skill_match)) < 1e-9);
    deepEqual(ranked.map(({ resume_id }) => resume_id), [backend.body.resume.id, accountant.body.resume.id]);
    ok(ranked[0].match_score > ranked[1].match_score);
    for (const { explanation } of ranked) ok(explanation.length > 40);
  });

  const interview = { interview_type: "video", scheduled_at: inAYear(), job_id: job.id };

  await t.step("a shortlisted candidate is interviewed, a rejected one is not", async () => {
    const move = (id: string, status: string) =>
      recruiter.send("PATCH", `/jobs/${job.id}/candidates/${id}`, { status, reason: "as tested" });
    const [best, last] = ranked.map(({ resume_id }) => resume_id);
    equal((await move(best, "shortlisted")).body.status, "shortlisted");
    equal((await recruiter.send("POST", "/interviews", { ...interview, resume_id: best })).status, 201);
    equal((await move(last, "rejected")).status, 200);
    equal((await recruiter.send("POST", "/interviews", { ...interview, resume_id: last })).status, 409);
  });

  await t.step("the document and both viewers come from this server", async () => {
    const document = await (await fetch(`${first.url}/openapi.json`)).json();
    ok(document.openapi.startsWith("3.1"));
    for (const page of ["/docs", "/redoc", "/livez", "/readyz"]) {
      const response = await fetch(first.url + page);
      equal(response.status, 200, page);
      await response.text();
    }
  });

  const shown = await recruiter.send("GET", `/resumes/${backend.body.resume.id}`);
  const rankedLast = await ranking(recruiter, job.id);
  await first.stop();
  await using second = await serve(home);

  await t.step("after a second start everything is as it was, tokens included", async () => {
    const again = session(second.url, recruiter.token);
    deepEqual((await again.send("GET", `/resumes/${backend.body.resume.id}`)).body, shown.body);
    deepEqual(await ranking(again, job.id), rankedLast);
    deepEqual((await again.send("GET", "/jobs")).body.data.map(({ id }: { id: string }) => id), [job.id]);
    equal((await again.upload(await fixtureFile("backend"), { job_id: job.id })).status, 200);
    ok((await logIn(second.url)).token);
  });
});

Deno.test({
  name: "a second opener of the data folder ends with 1 and says who holds it; the first goes on",
  // A database server is made to be used by several.
  ignore: !isEmbedded,
  fn: async () => {
    await using home = await newHome();
    await using first = await serve(home);

    const second = await runTask("start", home, { PORT: "0" });

    equal(second.code, 1, second.output);
    match(second.output, /Cannot open the data folder .*: process \d+ \(main\.ts\) since \d{4}-\d\d-\d\dT/);
    equal((await session(first.url).send("GET", "/health")).status, 200);
  },
});

Deno.test("deno task rematch scores everything anew and leaves statuses alone; only a folder in use is refused", async () => {
  await using home = await newHome();
  const server = await serve(home);
  const recruiter = await register(server.url);
  const job = await postJob(recruiter);
  for (const who of ["backend", "accountant"] as const) {
    equal((await recruiter.upload(await fixtureFile(who), { job_id: job.id })).status, 201);
  }
  const [best] = await ranking(recruiter, job.id);
  await recruiter.send("PATCH", `/jobs/${job.id}/candidates/${best.resume_id}`, { status: "interviewing" });
  const before = await ranking(recruiter, job.id);

  const beside = await runTask("rematch", home);
  if (isEmbedded) {
    equal(beside.code, 1, beside.output);
    match(beside.output, /Cannot open the data folder .*: process \d+ \(main\.ts\)/);
  } else equal(beside.code, 0, beside.output);

  await server.stop();
  const dry = await runTask("rematch --dry-run", home);
  match(dry.output, /Would have scored 2 matches of 1 jobs/);
  const all = await runTask("rematch", home);
  equal(all.code, 0, all.output);
  match(all.output, /matches scored: 2 of 2/);
  match(all.output, /Scored 2 matches of 1 jobs/);
  match((await runTask("rematch --stale", home)).output, /Scored 0 matches/);

  await using again = await serve(home);
  const withoutTimes = (row: { updated_at: string }) => ({ ...row, updated_at: null });
  const after = await ranking(session(again.url, recruiter.token), job.id);
  deepEqual(after.map(withoutTimes), before.map(withoutTimes));
});
