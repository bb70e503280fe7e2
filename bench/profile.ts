/**
 * Measures one server, on one kind of database, from the outside.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { openAccount } from "../src/demo/client.ts";
import { demoJobs } from "../src/demo/jobs.ts";
import { type RunningServer, startServer } from "../src/demo/server.ts";
import { type Memory, memoryOf } from "./machine.ts";
import { threePagePdf } from "./resumes.ts";

/** Where the server keeps its data. */
export interface Place {
  dataDir: string;
  env: Record<string, string>;
}

/** How much is done. */
export interface Effort {
  /** Uploads over which memory is watched. */
  uploads: number;
  /** Uploads that are timed, one after the other. */
  timed: number;
  /** Uploads during which `/livez` is asked, four at a time. */
  concurrent: number;
  restarts: number;
}

/** What was measured, in milliseconds and MB. */
export interface Figures {
  firstStartMs: number;
  restartMs: number[];
  restartedIdle: Memory;
  uploadMs: number[];
  /** Embedding alone of what each of such uploads embeds. */
  modelAloneMs: number[];
  livezIdleMs: number[];
  livezBusyMs: number[];
  idle: Memory;
  /** Of the tree of processes, after so many uploads. */
  growth: { uploads: number; memory: Memory }[];
}

/** Uploads before anything is measured. */
export const WARM_UPLOADS = 10;
const IDLE_MS = 10_000;
const BETWEEN_ASKING_MS = 5;
const AT_ONCE = 4;
const STEP = 100;

/** Says what is being done, and how far it is. */
export type Say = (line: string) => void;

/** Starts, loads, and starts again a server; its place must be empty. */
export async function measure(place: Place, effort: Effort, say: Say): Promise<Figures> {
  const first = await timedStart(place);
  say(`first start: ${first.ms.toFixed(0)} ms`);
  const loaded = await load(first.server, effort, say).finally(() => first.server.stop());

  const restartMs: number[] = [];
  let restartedIdle: Memory | null = null;
  for (let i = 0; i < effort.restarts; i++) {
    const { server, ms } = await timedStart(place);
    try {
      restartMs.push(ms);
      say(`start on existing data, ${i + 1} of ${effort.restarts}: ${ms.toFixed(0)} ms`);
      restartedIdle ??= await idleMemory(server);
    } finally {
      await server.stop();
    }
  }
  say("the model alone");
  return {
    ...loaded,
    firstStartMs: first.ms,
    restartMs,
    restartedIdle: restartedIdle!,
    modelAloneMs: await timedModel(effort.timed),
  };
}

/** Milliseconds that the model alone takes for each of so many resumes. With all cores, so nothing else may run. */
export async function timedModel(resumes: number): Promise<number[]> {
  const script = fileURLToPath(new URL("model_alone.ts", import.meta.url));
  const permissions = ["--allow-env", "--allow-read", "--allow-ffi", "--allow-sys", "--allow-run=deno"];
  const { success, stdout, stderr } = await new Deno.Command("deno", {
    args: ["run", "-q", ...permissions, script, String(resumes)],
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  if (!success) throw new Error(`Cannot time the model alone: ${text(stderr)}`);
  return z.array(z.number()).parse(JSON.parse(text(stdout)));
}

/** From the start of the command until `/readyz` says yes. */
async function timedStart({ dataDir, env }: Place): Promise<{ server: RunningServer; ms: number }> {
  const startedAt = performance.now();
  const server = await startServer({ dataDir, env });
  while (!(await get(`${server.url}/readyz`)).ok) await pause(BETWEEN_ASKING_MS);
  return { server, ms: performance.now() - startedAt };
}

type Loaded = Pick<Figures, "uploadMs" | "livezIdleMs" | "livezBusyMs" | "idle" | "growth">;

async function load(server: RunningServer, effort: Effort, say: Say): Promise<Loaded> {
  const upload = await newUploader(server.url);
  for (let i = 0; i < WARM_UPLOADS; i++) await upload.another();
  say("warm; now idle");
  const idle = await idleMemory(server);
  const livezIdleMs = await askLivez(server.url, pause(IDLE_MS));

  const uploadMs: number[] = [];
  for (let i = 1; i <= effort.timed; i++) {
    uploadMs.push(await upload.another());
    if (i % 20 === 0) say(`uploads one by one: ${i} of ${effort.timed}`);
  }

  say(`${effort.concurrent} uploads, ${AT_ONCE} at once`);
  // Made beforehand: to make one would keep the asking process from asking.
  const files = await Promise.all(Array.from({ length: effort.concurrent }, () => upload.nextFile()));
  const busy = Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let file = files.pop(); file; file = files.pop()) await upload.send(file);
  }));
  const livezBusyMs = await askLivez(server.url, busy);

  const growth = [{ uploads: 0, memory: await idleMemory(server) }];
  for (let uploads = 1; uploads <= effort.uploads; uploads++) {
    await upload.another();
    if (uploads % STEP !== 0) continue;
    growth.push({ uploads, memory: await memoryOf(server.pid) });
    say(`memory after ${uploads} of ${effort.uploads} uploads: ${growth.at(-1)!.memory.pssMb.toFixed(0)} MB`);
  }
  growth.push({ uploads: effort.uploads, memory: await idleMemory(server) });
  return { idle, livezIdleMs, uploadMs, livezBusyMs, growth };
}

/** Makes new resumes of three pages, and uploads them for one job. */
async function newUploader(url: string) {
  const client = await openAccount(url);
  const { id: jobId } = await client.postJob(demoJobs[0]!);
  let seed = 0;
  const nextFile = async () => ({ name: `${++seed}.pdf`, bytes: await threePagePdf(seed) });
  /** Milliseconds until the matched answer. */
  async function send(file: Awaited<ReturnType<typeof nextFile>>): Promise<number> {
    const startedAt = performance.now();
    await client.upload(file, jobId);
    return performance.now() - startedAt;
  }
  return { nextFile, send, another: async () => await send(await nextFile()) };
}

/** Asks one time after the other until the work has ended. */
async function askLivez(url: string, work: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const startedAt = performance.now();
    await get(`${url}/livez`);
    times.push(performance.now() - startedAt);
    await pause(BETWEEN_ASKING_MS);
  }
  await over;
  return times;
}

async function idleMemory({ pid }: RunningServer): Promise<Memory> {
  await pause(IDLE_MS);
  return await memoryOf(pid);
}

async function get(url: string): Promise<Response> {
  const response = await fetch(url);
  await response.arrayBuffer();
  return response;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
