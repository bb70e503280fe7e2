// deno-lint-ignore-file no-console -- a command talks to its terminal
/**
 * `deno task soak [MINUTES]` (60 without): a server of its own under steady load, by clients that ask as long as its
 * processes have used less than 30 % of all cores; prints their memory every minute. On PGlite, or with
 * `TEST_DATABASE_URL` on PostgreSQL, whose own processes do not count. Ends with 1 if memory grew from the second to the
 * last quarter by more than a tenth, if a thread or reader was replaced, if an answer was wrong, or if the load was less.
 *
 * @module
 */
import { memoryOf, processorSecondsOf } from "../../bench/machine.ts";
import { threePagePdf } from "../../bench/resumes.ts";
import { postJob, register, type Session, session } from "../e2e/api.ts";
import { newHome, serve } from "../e2e/process.ts";

const SHARE_BUSY = 0.3;
const CLIENTS = 4;
const GROWTH_MAX = 1.1;
/** Resumes that stay: for each that comes the oldest is erased, so that the data stay as much. */
const KEPT = 100;
const EVERY_MS = 10_000;
const LOOK_AT_SHARE_MS = 500;

/** Asks one thing after the other, of a mix that reads more than it writes; every upload and query is a new text. */
function asker(jobId: string) {
  const kept: string[] = [];
  return async (me: Session, n: number): Promise<number> => {
    switch (n % 10) {
      case 0: {
        const file = new File([await threePagePdf(n)], `${n}.pdf`, { type: "application/pdf" });
        const { status, body } = await me.upload(file, { job_id: jobId });
        if (status === 201) kept.push(body.resume.id);
        return status;
      }
      case 1:
        return (await me.send("POST", "/resumes/search", { query: `services number ${n} for deliveries` })).status;
      case 2:
        return (await me.send("PATCH", "/auth/me", { full_name: `Ada Example ${n}` })).status;
      case 3:
        return (await me.send("GET", "/analytics/overview")).status;
      case 4:
        if (kept.length > KEPT) return (await me.send("DELETE", `/resumes/${kept.shift()}`)).status;
        return (await me.send("GET", "/jobs")).status;
      default:
        return (await me.send("GET", n % 2 === 0 ? "/jobs" : `/jobs/${jobId}/candidates`)).status;
    }
  };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

async function soak(minutes: number): Promise<boolean> {
  await using home = await newHome();
  await using server = await serve(home, { REQUESTS_PER_MINUTE: "0", ACCESS_TOKEN_EXPIRE_MINUTES: "1440" });
  const { token } = await register(server.url);
  const job = await postJob(session(server.url, token));
  const cores = navigator.hardwareConcurrency;
  const [began, usedBefore] = [performance.now(), await processorSecondsOf(server.pid)];
  const end = began + minutes * 60_000;
  let share = 0;
  const ask = asker(job.id);
  const statuses = new Map<number, number>();
  let last = 0;
  const clients = Array.from({ length: CLIENTS }, async () => {
    while (performance.now() < end) {
      if (share < SHARE_BUSY) {
        const status = await ask(session(server.url, token), last++);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      } else await sleep(LOOK_AT_SHARE_MS);
    }
  });
  const pace = (async () => {
    while (performance.now() < end) {
      await sleep(LOOK_AT_SHARE_MS);
      const used = await processorSecondsOf(server.pid) - usedBefore;
      share = used / cores / ((performance.now() - began) / 1000);
    }
  })();
  const memory: number[] = [];
  const replaced = new Set<string>();
  for (let look = 1; performance.now() < end; look++) {
    await sleep(EVERY_MS);
    memory.push((await memoryOf(server.pid)).pssMb);
    for (const line of server.output().split("\n")) if (line.includes("is replaced")) replaced.add(line);
    if (look * EVERY_MS % 60_000 === 0) {
      console.log(
        `${look * EVERY_MS / 60_000} min: ${memory.at(-1)!.toFixed(0)} MB, ${
          percent(share)
        } of ${cores} cores, ${last} requests`,
      );
    }
  }
  await Promise.all([...clients, pace]);

  const quarter = Math.floor(memory.length / 4);
  const growth = mean(memory.slice(-quarter)) / mean(memory.slice(quarter, 2 * quarter));
  const wrong = [...statuses].filter(([status]) => status >= 400 || status === 202);
  console.log(`load: ${percent(share)} of ${cores} cores`);
  console.log(`memory: ${percent(growth - 1)} from the second to the last quarter of ${minutes} minutes`);
  console.log(`requests: ${[...statuses].map(([status, count]) => `${count} answered ${status}`).join(", ")}`);
  console.log(`threads and readers replaced: ${replaced.size}`);
  return share > 0.9 * SHARE_BUSY && growth <= GROWTH_MAX && replaced.size === 0 && wrong.length === 0;
}

const isFlat = await soak(Number(Deno.args[0] ?? 60));
console.log(isFlat ? "It held" : "It did not hold");
Deno.exit(isFlat ? 0 : 1);
