import { deepEqual, equal, ok } from "node:assert/strict";
import { fixtureFile } from "../harness/files.ts";
import { type Tunnel, tunnelTo, type Weather } from "../harness/tunnel.ts";
import { injected, isFull, times } from "../trust/report.ts";
import { type Answer, postJob, register, type Session, session } from "./api.ts";
import { isEmbedded, newHome, serve, until } from "./process.ts";

/** A busy machine may take longer; `deno task test:trust` holds it to the promise. */
const ANSWER_MS_MAX = isFull ? 3000 : 15_000;
const CHAOS_MS = times(1500, 7500);
const CLIENTS = 4;

type Fault = Exclude<Weather, "fair"> | "cut" | "silent";
const faults: Fault[] = ["down", "hung", "slow", "silent", "cut"];

/** Brings the fault about, and takes it back. */
async function inject(tunnel: Tunnel, fault: Fault): Promise<void> {
  const until = performance.now() + CHAOS_MS;
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  if (fault === "cut") {
    for (; performance.now() < until; await pause(50)) tunnel.cut();
  } else if (fault === "silent") {
    for (; performance.now() < until; await pause(1000)) tunnel.silence();
  } else {
    tunnel.setWeather(fault);
    await pause(CHAOS_MS);
    tunnel.setWeather("fair");
  }
}

async function ask(me: Session, n: number, jobId: string): Promise<Answer> {
  if (n % 3 === 0) return await me.send("GET", "/jobs");
  if (n % 3 === 1) return await me.send("GET", `/jobs/${jobId}/candidates`);
  return await me.send("PATCH", "/auth/me", { full_name: `Ada Example ${n}` });
}

Deno.test({
  name: "a database that is down, hung, slow, silent or cut costs 503 with Retry-After, and all is well afterwards" +
    (isEmbedded ? " (skipped: needs TEST_DATABASE_URL)" : ""),
  ignore: isEmbedded,
  fn: async () => {
    await using home = await newHome();
    using tunnel = tunnelTo(home.env["DATABASE_URL"]!);
    await using server = await serve(home, { DATABASE_URL: tunnel.url });
    const me = await register(server.url);
    const job = await postJob(me);
    equal((await me.upload(await fixtureFile("backend"), { job_id: job.id })).status, 201);

    for (const fault of faults) {
      let isOver = false;
      let slowest = 0;
      const statuses = new Map<number, number>();
      const clients = Array.from({ length: CLIENTS }, async (_, n) => {
        for (; !isOver; n++) {
          const asked = performance.now();
          const answer = await ask(session(server.url, me.token), n, job.id);
          slowest = Math.max(slowest, performance.now() - asked);
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          if (answer.status !== 503) continue;
          ok(Number(answer.headers.get("retry-after")) >= 1, `${fault}: Retry-After`);
          equal(answer.body.code, "unavailable");
          // A client that heeds Retry-After waits longer than this.
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      });
      await inject(tunnel, fault);
      await until(`a request is answered after ${fault}`, async () => (await me.send("GET", "/jobs")).status === 200);
      isOver = true;
      await Promise.all(clients);
      const well = await Promise.all(Array.from({ length: 20 }, (_, n) => ask(me, n, job.id)));

      deepEqual(well.filter(({ status }) => status !== 200).map(({ body }) => [fault, body]), []);
      deepEqual([...statuses.keys()].filter((status) => status !== 200 && status !== 503), [], fault);
      ok(slowest < ANSWER_MS_MAX, `${fault}: an answer took ${Math.round(slowest)} ms`);
      const refused = statuses.get(503) ?? 0;
      if (fault !== "cut") ok(refused > 0, fault);
      injected(
        6,
        `database ${fault} for ${CHAOS_MS} ms; answers of 503, the slowest after ${Math.round(slowest)} ms`,
        refused,
      );
    }

    // The queue has found its way back, too.
    const uploaded = await me.upload(await fixtureFile("accountant"), { job_id: job.id });
    ok(uploaded.status === 201 || uploaded.status === 202, JSON.stringify(uploaded.body));
    await until("the next upload is matched", async () => {
      return (await me.send("GET", `/jobs/${job.id}/candidates`)).body.total === 2;
    });
    equal((await me.send("GET", "/health")).body.checks.queue, "ok");
  },
});
