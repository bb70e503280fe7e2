/**
 * What is asked of a service, the same of every one: `get`, `page`, or `upload CLIENTS`.
 *
 * @module
 */
import { z } from "zod";
import type { Round, TimedWork } from "../ours/serve.ts";
import type { Account } from "./account.ts";

/** Connections that ask for the same thing at once. */
const CONNECTIONS = 16;
/** Rows on the page that is asked for. */
const PAGE = 50;
/** Resumes that come through the API before there are as many candidates as shall be. */
const ORIGINALS = 10;
const BETWEEN_ASKING_MS = 5;

const plan = z.object({
  /** Only whether it works. */
  isSmall: z.boolean(),
  /** Of the service, for `taskset`. */
  cores: z.string(),
  /** Of the job, where they are listed. */
  candidates: z.int(),
  /** Uploads of one measurement. */
  uploads: z.int(),
});
/** How much of it there is; written by the leg. */
export type Plan = z.output<typeof plan>;

/** @param folder Of the inputs. */
export async function readPlan(folder: string): Promise<Plan> {
  return plan.parse(JSON.parse(await Deno.readTextFile(`${folder}/plan.json`)));
}

/** A service that runs and has an account. */
export interface Service extends AsyncDisposable {
  account: Account;
  /** Puts so many copies of the job's candidates in their place, see `copies.ts`; `null` where that cannot be. */
  multiply: ((candidates: number) => Promise<void>) | null;
}

/** Makes what is asked for ready. @throws {RangeError} If the work has no such name. */
export async function prepareWork(
  { account, multiply }: Service,
  [name, clients]: string[],
  { candidates, uploads }: Plan,
): Promise<TimedWork> {
  if (name === "get") return getting(account);
  if (name === "upload") return uploading(account, Number(clients), uploads);
  if (name !== "page") throw new RangeError(`Cannot start: ${name} is no work`);
  for (const file of await account.nextFiles(Math.min(candidates, ORIGINALS))) await account.upload(file);
  await multiply?.(candidates);
  return paging(account);
}

function getting(account: Account): TimedWork {
  const path = `/jobs/${account.job.id}`;
  return {
    async answers() {
      const { title, company, description, requirements, skills_required, status } = await json(account, path);
      return { title, company, description, requirements, skills_required, status };
    },
    round: (atLeastMs) => asking(account, path, atLeastMs),
  };
}

function paging(account: Account): TimedWork {
  const path = `/jobs/${account.job.id}/candidates?limit=${PAGE}`;
  return {
    async answers() {
      const { data, total } = await json<{ data: Record<string, unknown>[]; total: number }>(account, path);
      return {
        total,
        data: data.map(({ rank, candidate_name, match_score }) => ({ rank, candidate_name, match_score })),
      };
    },
    round: (atLeastMs) => asking(account, path, atLeastMs),
  };
}

function uploading(account: Account, clients: number, count: number): TimedWork {
  const required = new Set(account.job.skills_required);
  const path = `/jobs/${account.job.id}`;

  async function measured(): Promise<{ ms: number; uploads: number[]; gets: number[] }> {
    // Made beforehand: to make one would keep this process from asking.
    const files = await account.nextFiles(count);
    const startedAt = performance.now();
    let isOver = false;
    const sent = atOnce(clients, () => files.length > 0, () => account.upload(files.pop()!)).finally(() => {
      isOver = true;
    });
    const asking = atOnce(1, () => !isOver, () => read(account, path), BETWEEN_ASKING_MS);
    const uploads = await sent;
    return { ms: performance.now() - startedAt, uploads, gets: await asking };
  }

  return {
    async answers() {
      const found: string[][] = [];
      for (const file of await account.nextFiles(2)) {
        const { match } = await account.upload(file);
        found.push(match.skills.matched.map(({ skill }) => skill).filter((skill) => required.has(skill)));
      }
      return found;
    },
    async round(atLeastMs) {
      const all = { ms: 0, uploads: [] as number[], gets: [] as number[] };
      do {
        const { ms, uploads, gets } = await measured();
        all.ms += ms;
        all.uploads.push(...uploads);
        all.gets.push(...gets);
      } while (all.ms < atLeastMs);
      return { figure: all.ms / all.uploads.length, latenciesMs: { upload: all.uploads, "`GET` meanwhile": all.gets } };
    },
  };
}

async function asking(account: Account, path: string, atLeastMs: number): Promise<Round> {
  const startedAt = performance.now();
  const until = startedAt + atLeastMs;
  let isFirst = true;
  const hasMore = () => performance.now() < until || isFirst;
  const requests = await atOnce(CONNECTIONS, hasMore, async () => {
    isFirst = false;
    await read(account, path);
  });
  return { figure: (performance.now() - startedAt) / requests.length, latenciesMs: { request: requests } };
}

/** Milliseconds of each piece of work that so many clients do, one after the other, as long as there is more. */
async function atOnce(
  clients: number,
  hasMore: () => boolean,
  work: () => Promise<unknown>,
  pauseMs = 0,
): Promise<number[]> {
  const times: number[] = [];
  await Promise.all(Array.from({ length: clients }, async () => {
    while (hasMore()) {
      const startedAt = performance.now();
      await work();
      times.push(performance.now() - startedAt);
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }));
  return times;
}

const read = async (account: Account, path: string) => await (await account.get(path)).arrayBuffer();

async function json<T = Record<string, unknown>>(account: Account, path: string): Promise<T> {
  return await (await account.get(path)).json();
}
