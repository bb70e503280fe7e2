import { deepEqual, equal } from "node:assert/strict";
import { operations } from "../db/schema.ts";
import { type Caller, type Json, type TestApp, testApp } from "../../tests/harness/app.ts";
import { fixtureFile } from "../../tests/harness/files.ts";
import { advanceOperation, queueOperation, succeedOperation } from "./operations.ts";

const asynchronous = { prefer: "respond-async" };

/** Lines of a stream as events, until it ends. */
async function* eventsOf(response: Response): AsyncGenerator<{ event: string; id: string; data: Json }> {
  let rest = "";
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    rest += chunk;
    for (let end = rest.indexOf("\n\n"); end >= 0; end = rest.indexOf("\n\n")) {
      const fields = new Map(
        rest.slice(0, end).split("\n").map((line) => [
          line.slice(0, line.indexOf(":")),
          line.slice(line.indexOf(":") + 1).trim(),
        ]),
      );
      rest = rest.slice(end + 2);
      const [event, id, data] = ["event", "id", "data"].map((name) => fields.get(name));
      if (event && id && data) yield { event, id, data: JSON.parse(data) };
    }
  }
}

function follow(app: TestApp, { token }: Caller, id: string, headers: Record<string, string> = {}): Promise<Response> {
  return app.request(`/api/v1/operations/${id}/events`, { headers: { authorization: `Bearer ${token}`, ...headers } });
}

/** An operation of nothing, which the test moves itself. */
async function queue(app: TestApp, { user }: Caller, total = 3) {
  const { db, newId, now } = app.services;
  const key = { companyId: user.company_id as string, operationId: newId() };
  const actor = { companyId: key.companyId, userId: user.id, role: user.role, isOwner: true };
  await queueOperation(db, actor, {
    id: key.operationId,
    kind: "match",
    resumeId: null,
    jobId: null,
    total,
    now: now(),
  });
  return {
    id: key.operationId,
    async advance(done: number) {
      await advanceOperation(db, key, done, now());
      app.services.completions.announce(key.operationId);
    },
    async succeed() {
      await succeedOperation(db, key, now());
      app.services.completions.announce(key.operationId);
    },
  };
}

Deno.test("GET /operations/{id}/events tells every state once and ends with the operation", async () => {
  await using app = await testApp({ withoutConsumer: true });
  const recruiter = await app.owner();
  const operation = await queue(app, recruiter);

  const response = await follow(app, recruiter, operation.id);
  equal(response.status, 200);
  equal(response.headers.get("content-type"), "text/event-stream");
  equal(response.headers.get("cache-control"), "no-store");
  const told: unknown[] = [];
  for await (const { event, id, data } of eventsOf(response)) {
    told.push([event, id, data.status, data.progress.done]);
    if (id === "queued-0") await operation.advance(2);
    if (id === "running-2") await operation.succeed();
  }

  deepEqual(told, [
    ["progress", "queued-0", "queued", 0],
    ["progress", "running-2", "running", 2],
    ["succeeded", "succeeded-3", "succeeded", 3],
  ]);
});

Deno.test("GET /operations/{id}/events with Last-Event-ID tells nothing again, and nothing at all after the end", async () => {
  await using app = await testApp({ withoutConsumer: true });
  const recruiter = await app.owner();
  const operation = await queue(app, recruiter);
  await operation.advance(1);

  const resumed = await follow(app, recruiter, operation.id, { "last-event-id": "running-1" });
  await operation.succeed();

  deepEqual((await Array.fromAsync(eventsOf(resumed))).map(({ id }) => id), ["succeeded-3"]);
  const known = await follow(app, recruiter, operation.id, { "last-event-id": "succeeded-3" });
  deepEqual([known.status, await known.text()], [204, ""]);
});

Deno.test("GET /operations/{id}/events is bounded per user, and a client that goes away makes room", async () => {
  await using app = await testApp({ withoutConsumer: true });
  const [recruiter, other] = [await app.owner(), await app.owner()];
  const operation = await queue(app, recruiter);

  const open = await Promise.all(Array.from({ length: 8 }, () => follow(app, recruiter, operation.id)));
  const refused = await follow(app, recruiter, operation.id);
  equal(refused.status, 429);
  equal(Number(refused.headers.get("retry-after")) > 0, true);
  await refused.body?.cancel();
  equal((await (await follow(app, other, operation.id)).json()).code, "not_found");
  await Promise.all(open.map(({ body }) => body!.cancel()));

  const again = await follow(app, recruiter, operation.id);
  equal(again.status, 200);
  await again.body!.cancel();
});

Deno.test("GET /operations lists the company's own, newest first, by kind and status, page by page", async () => {
  await using app = await testApp({ withoutConsumer: true });
  const [recruiter, other] = [await app.owner(), await app.owner()];
  await recruiter.upload(await fixtureFile("nurse"), {}, asynchronous);
  const [second, third] = [await queue(app, recruiter), await queue(app, recruiter)];
  await third.succeed();

  const first = await recruiter.get("/operations?kind=match&limit=1");
  deepEqual([first.body.data.map(({ id }: Json) => id), first.body.total], [[third.id], 2]);
  const next = await recruiter.get(`/operations?kind=match&limit=1&cursor=${first.body.next_cursor}`);
  deepEqual([next.body.data.map(({ id }: Json) => id), next.body.has_more], [[second.id], false]);
  deepEqual(next.body.data[0], (await recruiter.get(`/operations/${second.id}`)).body);

  equal((await recruiter.get("/operations")).body.total, 3);
  equal((await recruiter.get("/operations?status=succeeded")).body.total, 1);
  equal((await recruiter.get(`/operations?cursor=${first.body.next_cursor}`)).status, 422);
  equal((await other.get("/operations")).body.total, 0);
});

Deno.test("Prefer says how long an upload waits, and Preference-Applied what was followed", async () => {
  await using app = await testApp({ withoutConsumer: true });
  const recruiter = await app.owner();
  const file = await fixtureFile("nurse");
  const applied = async (prefer: string) => {
    const { status, headers } = await recruiter.upload(file, {}, { prefer });
    return [status, headers.get("preference-applied")];
  };

  deepEqual(await applied("respond-async"), [202, "respond-async"]);
  deepEqual(await applied('Respond-Async; foo="a, b", wait="0", wait=50'), [202, "respond-async, wait=0"]);
  deepEqual(await applied("handling=lenient, wait=0"), [202, "wait=0"]);
  equal((await app.services.db.select().from(operations)).length, 3);
});

Deno.test("Prefer: wait lets a match answer with its result", async () => {
  await using app = await testApp({ uploadWaitMs: 0 });
  const recruiter = await app.owner();
  const job = await recruiter.job();
  await recruiter.upload(await fixtureFile("nurse"), { job_id: job.id }, { prefer: "wait=60" });

  const { status, headers, body } = await recruiter.send("POST", `/jobs/${job.id}/match`, {}, { prefer: "wait=9999" });

  deepEqual([status, headers.get("preference-applied"), body.total], [200, "wait=60", 1]);
});
