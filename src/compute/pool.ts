/**
 * A bounded number of supervised threads behind two queues.
 *
 * - The interactive queue is served before the bulk queue; each thread holds at most two requests, so that it never
 *   waits for the next one.
 * - A thread that throws, hangs, closes itself or falls silent is replaced, with exponential backoff. The request it was
 *   working on is tried once more on another thread, then fails with `unavailable`; the one behind it loses nothing.
 *   Requests must therefore be pure. A thread that holds too much memory after a request is replaced, too.
 * - When no thread is left and starting one fails again and again, or has never succeeded, the pool is `unavailable`:
 *   it refuses every request at once and tries one thread at a time until one is ready.
 *
 * @module
 */
import { AppError } from "../errors.ts";
import type { Log, Readiness } from "../services.ts";
import { type Job, startThread, type Thread, type ThreadLimits } from "./thread.ts";

/** `interactive` is served before `bulk`. */
export type Lane = "interactive" | "bulk";

/** How a pool is made. */
export interface PoolOptions<Init> extends Partial<ThreadLimits> {
  /** What the threads do, for messages: "embedding". */
  name: string;
  /** Makes a worker whose module calls `serveThread`. */
  spawn: () => Worker;
  /** Handed to every thread when it starts. */
  init: Init;
  /** At least 1. */
  threads: number;
  /** Interactive requests that may wait; more are refused. @default 512 */
  waitingMax?: number;
  /** Wait before the first replacement of a lost thread; doubles with each loss without an answer in between. @default 100 */
  backoffMs?: number;
  /** @default 30_000 */
  backoffMsMax?: number;
  log?: Log;
}

/** A request that was taken in. */
export interface Ticket<Response> {
  /**
   * Rejects with `unavailable` when the pool gives up or is closed, and with an `Error` when the thread's code throws.
   */
  readonly response: Promise<Response>;
  /** Moves the request from the bulk to the interactive queue, if it still waits. */
  promote(): void;
}

/** Threads and the requests that wait for them. */
export interface Pool<Request, Response> {
  /**
   * Takes in requests, all or none. A bulk caller bounds the queue by awaiting what it submitted before it submits more.
   *
   * @throws {AppError} `unavailable` when the lane is interactive and `waitingMax` are waiting, when no thread can
   * start, or after `close`.
   */
  submit(requests: readonly Request[], lane: Lane): Ticket<Response>[];
  /** Requests that no thread has taken, and threads that take some. */
  load(): { waiting: Record<Lane, number>; threads: number };
  readiness(): Readiness;
  /** Refuses new and waiting requests, lets the running ones finish and every thread leave. */
  close(): Promise<void>;
}

/**
 * Requests that a thread holds: a second one is there when the first is done. Bulk does without, so that an interactive
 * request waits for one of them at most.
 */
const heldMax: Record<Lane, number> = { interactive: 2, bulk: 1 };
const attemptsMax = 2;
const failuresMax = 3;

/**
 * Starts the threads one after the other, so that the first is ready soon; requests wait for that.
 *
 * @throws {RangeError} If `threads` is not a positive integer.
 */
export function createPool<Init, Request, Response>(options: PoolOptions<Init>): Pool<Request, Response> {
  const { name, log, spawn, threads: threadsMax, waitingMax = 512, backoffMs = 100, backoffMsMax = 30_000 } = options;
  const { startMs = 60_000, requestMs = 10_000, heartbeatMs = 5_000, retireMs = 5_000 } = options;
  if (!Number.isInteger(threadsMax) || threadsMax < 1) {
    throw new RangeError(`Cannot make ${name} pool: ${threadsMax} threads`);
  }
  const limits = { startMs, requestMs, heartbeatMs, retireMs };

  const waiting: Record<Lane, Job<Request, Response>[]> = { interactive: [], bulk: [] };
  const live = new Set<Thread<Request, Response>>();
  const leaving = new Set<Promise<void>>();
  /** Threads lost since a request was last answered. */
  let failures = 0;
  let wasReady = false;
  let broken = false;
  let closed = false;
  let respawn: ReturnType<typeof setTimeout> | undefined;
  let respawnMs = 0;

  function start(): void {
    const thread = startThread<Init, Request, Response>({ ...limits, spawn, init: options.init }, {
      ready() {
        wasReady = true;
        broken = false;
        log?.info(`${name} thread is ready`, { threads: live.size });
        if (live.size < threadsMax && respawn === undefined) start();
        pump();
      },
      answered() {
        failures = 0;
        pump();
      },
      lost(reason, blamed, innocent) {
        failures++;
        depart(thread);
        putBack(blamed, innocent);
        if (![...live].some(takesRequests) && (failures >= failuresMax || !wasReady)) trip();
        replaceLater();
        log?.warn(`${name} thread is replaced`, { reason, failures, respawnMs, broken });
        pump();
      },
    });
    live.add(thread);
  }

  function depart(thread: Thread<Request, Response>): Promise<void> {
    live.delete(thread);
    const left = thread.retire().then((unanswered) => {
      leaving.delete(left);
      for (const job of unanswered) job.reject(unavailable("it is shut down"));
    });
    leaving.add(left);
    return left;
  }

  function putBack(blamed: Job<Request, Response> | undefined, innocent: Job<Request, Response>[]): void {
    waiting.interactive.unshift(...innocent);
    if (blamed === undefined) return;
    if (++blamed.attempts < attemptsMax) waiting.interactive.unshift(blamed);
    else blamed.reject(unavailable("its thread failed twice"));
  }

  function trip(): void {
    broken = true;
    rejectWaiting("no thread can start");
  }

  function replaceLater(): void {
    respawnMs = Math.min(backoffMsMax, backoffMs * 2 ** (failures - 1));
    if (closed || respawn !== undefined) return;
    respawn = setTimeout(() => {
      respawn = undefined;
      if (live.size < threadsMax) start();
    }, respawnMs);
  }

  function pump(): void {
    while (waiting.interactive.length + waiting.bulk.length > 0) {
      const lane = waiting.interactive.length > 0 ? "interactive" : "bulk";
      let idlest: Thread<Request, Response> | undefined;
      for (const thread of live) {
        if (takesRequests(thread) && thread.load() < (idlest?.load() ?? heldMax[lane])) idlest = thread;
      }
      const job = idlest && waiting[lane].shift();
      if (idlest === undefined || job === undefined) return;
      idlest.send(job);
    }
  }

  function unavailable(state: string): AppError {
    const retryAfterSeconds = Math.max(1, Math.ceil(broken ? respawnMs / 1000 : 1));
    return new AppError("unavailable", `Cannot run ${name}: ${state}`, { retryAfterSeconds });
  }

  function rejectWaiting(state: string): void {
    for (const lane of ["interactive", "bulk"] as const) {
      for (const job of waiting[lane].splice(0)) job.reject(unavailable(state));
    }
  }

  function enqueue(request: Request, lane: Lane): Ticket<Response> {
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    const job = { request, attempts: 0, resolve, reject };
    waiting[lane].push(job);
    return {
      response: promise,
      promote() {
        const place = waiting.bulk.indexOf(job);
        if (place >= 0) waiting.interactive.push(...waiting.bulk.splice(place, 1));
      },
    };
  }

  start();

  return {
    submit(requests, lane) {
      if (closed) throw unavailable("it is shut down");
      if (broken) throw unavailable("no thread can start");
      if (lane === "interactive" && requests.length > 0 && waiting.interactive.length >= waitingMax) {
        throw unavailable("too many requests are waiting");
      }
      const tickets = requests.map((request) => enqueue(request, lane));
      pump();
      return tickets;
    },
    load: () => ({
      waiting: { interactive: waiting.interactive.length, bulk: waiting.bulk.length },
      threads: [...live].filter(takesRequests).length,
    }),
    readiness() {
      if (closed || broken) return "unavailable";
      return [...live].some(takesRequests) ? "ok" : "starting";
    },
    async close() {
      closed = true;
      clearTimeout(respawn);
      rejectWaiting("it is shut down");
      for (const thread of [...live]) depart(thread);
      await Promise.all(leaving);
    },
  };
}

function takesRequests(thread: Thread<unknown, never>): boolean {
  return thread.state() === "ready" || thread.state() === "busy";
}
