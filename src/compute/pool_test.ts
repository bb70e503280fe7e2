import { deepEqual, equal, ok, rejects, throws } from "node:assert/strict";
import type { Order, Start } from "../../tests/fixtures/threads/unruly.ts";
import { AppError } from "../errors.ts";
import { createPool, type Lane, type Pool, type PoolOptions } from "./pool.ts";
import { injected } from "../../tests/trust/report.ts";

const unruly = new URL("../../tests/fixtures/threads/unruly.ts", import.meta.url);

/** A pool of unruly threads that counts how many were started, and hears when one is ready or replaced. */
function testPool(init: Start | (() => Start), options: Partial<PoolOptions<Start>> = {}) {
  const heard: { message: string; reason: string }[] = [];
  const waiters: { matches: () => boolean; resolve: () => void }[] = [];
  const hear = (message: string, fields?: Record<string, unknown>) => {
    heard.push({ message, reason: String(fields?.reason ?? "") });
    for (const waiter of waiters.filter((w) => w.matches())) waiter.resolve();
  };
  let started = 0;
  const pool: Pool<Order, number> = createPool<Start, Order, number>({
    name: "test",
    spawn() {
      started++;
      return new Worker(unruly, { type: "module" });
    },
    get init() {
      return typeof init === "function" ? init() : init;
    },
    threads: 1,
    backoffMs: 1,
    log: { info: hear, warn: hear, error: hear },
    ...options,
  });
  const seen = (text: string) => heard.filter((h) => `${h.message} ${h.reason}`.includes(text)).length;
  return {
    pool,
    started: () => started,
    reasons: () => heard.map((h) => h.reason).filter((reason) => reason !== ""),
    /** Resolves when the pool has said `text` this many times. */
    async said(text: string, times = 1) {
      const matches = () => seen(text) >= times;
      if (!matches()) await new Promise<void>((resolve) => waiters.push({ matches, resolve }));
    },
    run: (order: Order, lane: Lane = "interactive") => one(pool, order, lane),
    [Symbol.asyncDispose]: () => pool.close(),
  };
}

async function one(pool: Pool<Order, number>, order: Order, lane: Lane): Promise<number> {
  const [ticket] = pool.submit([order], lane);
  ok(ticket);
  return await ticket.response;
}

const echo = (value: number): Order => ({ do: "echo", value });
const unavailable = (error: unknown) => error instanceof AppError && error.code === "unavailable";

Deno.test("a pool answers every request with its own response", async () => {
  await using test = testPool("well", { threads: 2 });
  const values = Array.from({ length: 50 }, (_, i) => i);
  const tickets = test.pool.submit(values.map(echo), "bulk");
  deepEqual(await Promise.all(tickets.map((t) => t.response)), values);
  equal(test.pool.readiness(), "ok");
  equal(test.started(), 2);
});

Deno.test("a request that fails leaves its thread alive", async () => {
  await using test = testPool("well");
  await rejects(test.run({ do: "fail" }), /told to fail/);
  equal(await test.run(echo(7)), 7);
  equal(test.started(), 1);
});

Deno.test("an interactive request overtakes the bulk requests that wait", async () => {
  await using test = testPool("well");
  const order: string[] = [];
  const bulk = test.pool.submit(Array.from({ length: 20 }, (_, i) => echo(i)), "bulk");
  const answered = bulk.map(({ response }) => response.then((i) => order.push(`bulk ${i}`)));
  await answered[0];
  equal(test.pool.load().waiting.bulk, 18, "one answered, one held by the thread");
  await test.run(echo(100)).then(() => order.push("interactive"));
  await Promise.all(answered);
  // One bulk request answered, one more already held by the thread; another may be sent before we are resumed.
  ok(order.indexOf("interactive") <= 3, order.join());
  equal(order.length, 21);
});

Deno.test("a promoted bulk request overtakes the others", async () => {
  await using test = testPool("well");
  const order: number[] = [];
  const bulk = test.pool.submit(Array.from({ length: 20 }, (_, i) => echo(i)), "bulk");
  bulk[19]?.promote();
  await Promise.all(bulk.map(({ response }) => response.then((i) => order.push(i))));
  equal(order[0], 19);
});

Deno.test("a full queue refuses interactive requests and lets bulk requests wait", async () => {
  await using test = testPool("well", { waitingMax: 3 });
  // No thread is ready before we yield, so everything waits.
  const waiting = test.pool.submit([echo(1), echo(2), echo(3)], "interactive");
  throws(() => test.pool.submit([echo(4)], "interactive"), (error) => {
    ok(error instanceof AppError);
    equal(error.code, "unavailable");
    ok(error.retryAfterSeconds !== undefined && error.retryAfterSeconds >= 1);
    return true;
  });
  waiting.push(...test.pool.submit([echo(5)], "bulk"));
  deepEqual(await Promise.all(waiting.map((t) => t.response)), [1, 2, 3, 5]);
  equal(await test.run(echo(6)), 6);
});

for (
  const [name, order, options] of [
    ["throws", { do: "throw" }, {}],
    ["hangs in a busy loop", { do: "hang", ms: 1_500 }, { requestMs: 600, retireMs: 100 }],
    ["closes itself silently", { do: "close" }, { requestMs: 600, retireMs: 100 }],
  ] satisfies [string, Order, Partial<PoolOptions<Start>>][]
) {
  Deno.test(`a thread that ${name} is replaced; only the request that does it twice fails`, async () => {
    await using test = testPool("well", options);
    const bad = test.run(order);
    // Held by the same thread, behind the bad one.
    const good = [1, 2, 3].map((value) => test.run(echo(value)));
    await rejects(bad, unavailable);
    deepEqual(await Promise.all(good), [1, 2, 3]);
    equal(await test.run(echo(4)), 4);
    equal(test.started(), 3);
    equal(test.pool.readiness(), "ok");
    injected(8, `threads of which each ${name}`, 2);
  });
}

Deno.test("a thread that has come to hold too much memory is replaced, and no request is lost", async () => {
  await using test = testPool("well");
  const sizes = [50, 50, 1, 50, 50, 1];
  deepEqual(await Promise.all(sizes.map((mb) => test.run({ do: "grow", mb }))), sizes);
  await test.said("held 1", 2);
  equal(await test.run(echo(4)), 4);
  equal(test.started(), 3);
});

Deno.test("a request whose thread dies once is answered by the next thread", async () => {
  const folder = await Deno.makeTempDir();
  {
    await using test = testPool("well", { requestMs: 600, retireMs: 100 });
    equal(await test.run({ do: "close once", flag: `${folder}/flag` }), 1);
    equal(test.started(), 2);
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a thread that answered while the main thread was blocked past the deadline is not replaced", async () => {
  await using test = testPool("well", { requestMs: 200 });
  equal(await test.run(echo(1)), 1);
  const answer = test.run(echo(2));
  const end = performance.now() + 400;
  while (performance.now() < end);
  equal(await answer, 2);
  equal(test.started(), 1);
});

Deno.test("an idle thread that closed itself is found by its heartbeat and replaced", async () => {
  let starts = 0;
  await using test = testPool(() => starts++ === 0 ? "then close" : "well", { heartbeatMs: 200, retireMs: 50 });
  // The heartbeat alone keeps no process alive, so the test holds on to something that does.
  const hold = setInterval(() => {}, 1_000);
  await test.said("is ready", 2);
  clearInterval(hold);
  match(test.reasons(), ["closed itself"]);
  equal(await test.run(echo(1)), 1);
});

for (
  const [start, reason] of [
    ["refuse", "cannot start: Error: told to refuse"],
    ["throw", "threw at "],
    ["never", "was not ready within"],
  ] as const
) {
  Deno.test(`a first thread that does not start (${start}) makes the pool unavailable, without a storm`, async () => {
    await using test = testPool(start, {
      threads: 2,
      backoffMs: 600_000,
      startMs: 300,
      retireMs: 100,
      backoffMsMax: 1e9,
    });
    equal(test.pool.readiness(), "starting");
    const waiting = test.run(echo(1), "bulk");
    await rejects(waiting, unavailable);
    equal(test.pool.readiness(), "unavailable");
    await rejects(test.run(echo(2)), (error) => unavailable(error) && (error as AppError).retryAfterSeconds! >= 600);
    await rejects(test.run(echo(2), "bulk"), unavailable);
    await test.said("is replaced");
    equal(test.started(), 1);
    for (const said of test.reasons()) ok(said.startsWith(reason), said);
  });
}

Deno.test("a thread whose module does not load makes the pool unavailable and leaves the process alive", async () => {
  const spawn = () => new Worker("data:application/javascript,throw new Error('told to')", { type: "module" });
  await using test = testPool("well", { spawn, backoffMs: 600_000, backoffMsMax: 600_000 });
  await rejects(test.run(echo(1)), unavailable);
  match(test.reasons(), ["cannot load: "]);
});

Deno.test("a pool that could not start recovers, one thread at a time, when starting succeeds again", async () => {
  let starts = 0;
  await using test = testPool(() => ++starts <= 3 ? "refuse" : "well", { threads: 2 });
  await rejects(test.run(echo(1)), unavailable);
  await test.said("is ready", 2);
  equal(test.pool.readiness(), "ok");
  equal(await test.run(echo(2)), 2);
  equal(test.started(), 5);
});

Deno.test("close refuses what waits, finishes what runs and lets every thread leave", async () => {
  const test = testPool("well", { threads: 2 });
  equal(await test.run(echo(1)), 1);
  const tickets = test.pool.submit(Array.from({ length: 10 }, (_, i) => echo(i)), "bulk");
  const results = Promise.allSettled(tickets.map((t) => t.response));
  await test.pool.close();
  for (const result of await results) ok(result.status === "fulfilled" || unavailable(result.reason));
  equal((await results).slice(0, 1)[0]?.status, "fulfilled");
  equal(test.pool.readiness(), "unavailable");
  throws(() => test.pool.submit([echo(1)], "bulk"), unavailable);
  await test.pool.close();
});

Deno.test("a pool of no threads is a programmer's error", () => {
  for (const threads of [0, -1, 1.5, NaN]) throws(() => testPool("well", { threads }), RangeError);
});

function match(actual: string[], starts: string[]): void {
  equal(actual.length, starts.length, actual.join());
  actual.forEach((text, i) => ok(text.startsWith(starts[i] ?? ""), text));
}
