import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { type Caller, testApp } from "../../tests/harness/app.ts";
import { fixtureFile } from "../../tests/harness/files.ts";
import { statementCounter } from "../../tests/harness/statements.ts";

/** Whatever else works on the same server changes the state of the database, too. */
const TRIES = 200;

/** A job with one candidate: the path of the list, and of the candidate. */
async function candidate(recruiter: Caller): Promise<{ list: string; item: string }> {
  const job = await recruiter.job();
  const { body } = await recruiter.upload(await fixtureFile("backend"), { job_id: job.id });
  const list = `/jobs/${job.id}/candidates`;
  return { list, item: `${list}/${body.resume.id}` };
}

Deno.test("the same question is answered again without the statements of its handler, with the same body and headers of its own", async () => {
  const statements = statementCounter();
  await using app = await testApp({ wrapDatabase: statements.wrap });
  const recruiter = await app.owner();
  const { list, item } = await candidate(recruiter);

  for (const path of [`${list}?limit=1`, item]) {
    ok(await statements.during(() => recruiter.get(`${path}`)) > 1);
    const first = await recruiter.get(path);
    const counts: number[] = [];
    for (let i = 0; i < TRIES && !counts.includes(1); i++) {
      const again = await recruiter.get(path);
      deepEqual([again.status, again.body], [200, first.body]);
      for (const name of ["content-type", "etag", "link", "cache-control", "x-content-type-options"]) {
        equal(again.headers.get(name), first.headers.get(name), name);
      }
      notEqual(again.headers.get("x-request-id"), first.headers.get("x-request-id"));
      counts.push(await statements.during(() => recruiter.get(path)));
    }
    ok(counts.includes(1), `${path}: ${counts}`);
  }
});

Deno.test("who asks is read once for the first and once for all others of many requests at the same time", async () => {
  const statements = statementCounter();
  await using app = await testApp({ wrapDatabase: statements.wrap });
  const [one, other] = [await app.owner(), await app.owner()];
  const many = (caller: Caller) => Array.from({ length: 20 }, () => caller.get("/skills?q=py"));
  const used = await statements.during(async () => {
    const answers = await Promise.all([...many(one), ...many(other)]);
    deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  });
  ok(used >= 2 && used <= 6, `${used}`);
});

Deno.test("what was acknowledged shows in the next answer, whoever wrote it", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const colleague = await app.member(recruiter, "recruiter");
  const { list, item } = await candidate(recruiter);
  const job = list.replace("/candidates", "");

  const statuses = ["shortlisted", "maybe", "hired", "pending"];
  for (let i = 0; i < 40; i++) {
    const status = statuses[i % statuses.length]!;
    const [writer, reader] = i % 2 === 0 ? [recruiter, colleague] : [colleague, recruiter];
    equal((await writer.patch(item, { status })).status, 200);
    equal((await writer.patch(job, { title: `Engineer ${i}` })).status, 200);
    const reads = await Promise.all(
      [item, `${list}?limit=1`, job].flatMap((path) => [reader.get(path), writer.get(path)]),
    );
    deepEqual(
      reads.map(({ body }) => body.status ?? body.data?.[0].status).slice(0, 4),
      [status, status, status, status],
    );
    deepEqual(reads.slice(4).map(({ body }) => body.title), [`Engineer ${i}`, `Engineer ${i}`]);
  }
});

Deno.test("who is shut out gets nothing from memory: logout, deactivation, another company, a key without the scope", async () => {
  await using app = await testApp();
  const owner = await app.owner();
  const member = await app.member(owner, "recruiter");
  const stranger = await app.owner();
  const { list } = await candidate(owner);
  const key = async (...scopes: string[]) => app.as((await owner.post("/api-keys", { name: "Sync", scopes })).body.key);
  const [reading, writing] = [await key("jobs:read", "candidates:read"), await key("jobs:write")];

  for (const caller of [owner, member, reading]) {
    for (let i = 0; i < 3; i++) equal((await caller.get(list)).status, 200);
  }
  equal((await stranger.get(list)).status, 404);
  equal((await writing.get(list)).status, 403);
  equal((await owner.patch(`/members/${member.user.id}`, { is_active: false })).status, 200);
  equal((await member.get(list)).status, 401);
  equal((await owner.get(list)).status, 200);
  equal((await owner.post("/auth/logout", undefined)).status, 204);
  equal((await owner.get(list)).status, 401);
});

Deno.test("a token that expires, and a key, open nothing from memory", async () => {
  let now = Date.parse("2026-03-02T10:00:00Z");
  await using app = await testApp({ overrides: { now: () => new Date(now) } });
  const owner = await app.owner();
  const expires_at = new Date(now + 60_000).toISOString();
  const key = app.as((await owner.post("/api-keys", { name: "Sync", scopes: ["jobs:read"], expires_at })).body.key);

  for (const caller of [owner, owner, key, key]) equal((await caller.get("/jobs")).status, 200);
  now += 61_000;
  equal((await owner.get("/jobs")).status, 200);
  equal((await key.get("/jobs")).status, 401);
  now += 60 * 60_000;
  equal((await owner.get("/jobs")).status, 401);
});

Deno.test("what a caller has already is answered 304, also from memory", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const { item } = await candidate(recruiter);
  const { headers } = await recruiter.get(item);
  const tag = headers.get("etag") ?? "";
  for (let i = 0; i < 3; i++) {
    equal((await recruiter.send("GET", item, undefined, { "if-none-match": tag })).status, 304);
  }
  equal((await recruiter.patch(item, { status: "hired" })).status, 200);
  equal((await recruiter.send("GET", item, undefined, { "if-none-match": tag })).status, 200);
});
