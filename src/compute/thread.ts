/**
 * One supervised thread: what it is doing, and whether it still lives.
 *
 * ```text
 *              ready              request
 *  starting ──────────► ready ◄──────────────► busy
 *     │                   │     last answer      │
 *     │ unready, or       │ no pong, or          │ uncaught error, or
 *     │ startMs over      │ retire()             │ requestMs over, or retire()
 *     └───────────────────┴──────────┬───────────┘
 *                                    ▼
 *                                 retired  takes no request; answers what it holds, releases its memory
 *                                    │
 *                                    │ "retired", or retireMs over and terminated
 *                                    ▼
 *                                   gone
 * ```
 *
 * A thread that closes itself emits nothing, so its silence is the only sign: an idle thread is pinged, a busy one has
 * a deadline. A thread whose module does not even load skips `retired`: it is dead already.
 *
 * @module
 */
import type { ThreadCommand, ThreadEvent } from "../../workers/protocol.ts";

/** Where a thread is in its life. */
export type ThreadState = "starting" | "ready" | "busy" | "retired" | "gone";

/** One request and whom it is for. */
export interface Job<Request, Response> {
  readonly request: Request;
  /** Threads lost while working on it. */
  attempts: number;
  resolve(response: Response): void;
  reject(error: unknown): void;
}

/** How long a thread may stay silent. */
export interface ThreadLimits {
  /** Time to load and warm up. @default 60_000 */
  startMs: number;
  /** Time for one request, from the moment the thread can begin on it. @default 10_000 */
  requestMs: number;
  /** Time between pings to an idle thread, and the time it has to answer one. @default 5_000 */
  heartbeatMs: number;
  /** Time to answer what it holds and leave, before it is terminated. @default 5_000 */
  retireMs: number;
}

/** What the pool hears from a thread. */
export interface ThreadListener<Request, Response> {
  ready(): void;
  /** A request was answered: there is room for another. */
  answered(): void;
  /** The thread takes no more requests. What it has not answered is given back: the one it was working on, and the rest. */
  lost(reason: string, blamed: Job<Request, Response> | undefined, innocent: Job<Request, Response>[]): void;
}

/** A handle on a thread. */
export interface Thread<Request, Response> {
  state(): ThreadState;
  /** Requests sent and not answered. */
  load(): number;
  send(job: Job<Request, Response>): void;
  /** Lets the thread answer what it holds and leave. Resolves when it is gone, with what it left unanswered. */
  retire(): Promise<Job<Request, Response>[]>;
}

const graceMs = 20;

/** Starts a thread and watches it until it is gone. */
export function startThread<Init, Request, Response>(
  options: ThreadLimits & { spawn: () => Worker; init: Init },
  listener: ThreadListener<Request, Response>,
): Thread<Request, Response> {
  let state: ThreadState = "starting";
  let lastId = 0;
  /** In the order sent, which is the order of the answers: the first is the one being worked on. */
  const held = new Map<number, Job<Request, Response>>();
  const gone = Promise.withResolvers<Job<Request, Response>[]>();
  const worker = options.spawn();
  const tell = (command: ThreadCommand<Init, Request>) => worker.postMessage(command);
  let watch: ReturnType<typeof setTimeout> | undefined;

  worker.onmessage = (event: MessageEvent<ThreadEvent<Response>>) => hear(event.data);
  worker.onmessageerror = () => lose("sent an unreadable answer");
  worker.onerror = (event) => {
    // Without this the error would end the process. Errors of a thread that has loaded come as "crashed".
    event.preventDefault();
    lose(`cannot load: ${event.message}`, "dead");
  };
  within(options.startMs, () => lose(`was not ready within ${options.startMs} ms`));
  tell({ type: "start", init: options.init });

  function within(ms: number, expired: () => void, unref = false): void {
    clearTimeout(watch);
    watch = setTimeout(() => {
      // This loop may have been the blocked one: what the thread has said meanwhile is heard before it is judged.
      watch = setTimeout(expired, graceMs);
      if (unref) watch.unref();
    }, ms);
    if (unref) watch.unref();
  }

  /** An idle thread's heartbeat is no reason for the process to stay alive. */
  function idle(): void {
    state = "ready";
    within(options.heartbeatMs, ping, true);
  }

  function ping(): void {
    tell({ type: "ping" });
    within(
      options.heartbeatMs,
      () => lose(`closed itself, or answered no ping within ${options.heartbeatMs} ms`),
      true,
    );
  }

  function busy(): void {
    state = "busy";
    within(options.requestMs, () => lose(`answered no request within ${options.requestMs} ms`));
  }

  function hear(event: ThreadEvent<Response>): void {
    switch (event.type) {
      case "ready":
        if (state !== "starting") return;
        idle();
        return listener.ready();
      case "unready":
        return lose(`cannot start: ${event.reason}`);
      case "pong":
        if (state === "ready") idle();
        return;
      case "crashed":
        return lose(`threw at ${event.place}`);
      case "overgrown":
        return lose(`held ${event.heapMb} MB`, "between requests");
      case "retired":
        return bury();
      case "done":
      case "failed": {
        const job = held.get(event.id);
        if (job === undefined) return;
        held.delete(event.id);
        if (event.type === "done") job.resolve(event.response);
        else job.reject(new Error(`Cannot run request in thread: ${event.reason}`));
        if (state === "retired") return;
        held.size > 0 ? busy() : idle();
        return listener.answered();
      }
    }
  }

  function lose(reason: string, how: "alive" | "dead" | "between requests" = "alive"): void {
    const wasWorking = state !== "retired" && state !== "gone";
    const unanswered = wasWorking ? [...held.values()] : [];
    if (wasWorking) held.clear();
    if (how === "dead") bury();
    else if (wasWorking) leave();
    const blamed = how === "between requests" ? undefined : unanswered.shift();
    if (wasWorking) listener.lost(reason, blamed, unanswered);
  }

  function leave(): void {
    state = "retired";
    within(options.retireMs, bury);
    tell({ type: "retire" });
  }

  function bury(): void {
    if (state === "gone") return;
    state = "gone";
    clearTimeout(watch);
    // After "retired" the thread has closed itself and this does nothing. It does not stop a busy loop: such a thread
    // burns its core until the process exits.
    worker.terminate();
    gone.resolve([...held.values()]);
    held.clear();
  }

  return {
    state: () => state,
    load: () => held.size,
    send(job) {
      if (state !== "ready" && state !== "busy") throw new RangeError(`Cannot send request: thread is ${state}`);
      const id = ++lastId;
      try {
        tell({ type: "run", id, request: job.request });
      } catch (error) {
        return job.reject(error);
      }
      held.set(id, job);
      if (state === "ready") busy();
    },
    retire() {
      if (state !== "retired" && state !== "gone") leave();
      return gone.promise;
    },
  };
}
