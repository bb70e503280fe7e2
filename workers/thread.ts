/**
 * The thread's side of a supervised pool: one request at a time, answered in order.
 *
 * @module
 */
import { getHeapStatistics } from "node:v8";
import type { ThreadCommand, ThreadEvent } from "./protocol.ts";

/** Many times what the largest texts need (`tests/trust/linear_test.ts`), and an eighth of what ends the process. */
const HEAP_MB_MAX = 512;

/** What a thread answers with, and the buffers it gives away with it. */
export interface Answer<Response> {
  response: Response;
  transfer?: Transferable[];
}

/** What a thread does once it has started. */
export interface Work<Request, Response> {
  run(request: Request): Answer<Response> | Promise<Answer<Response>>;
  /** Gives native memory back. @default nothing */
  release?(): Promise<void>;
}

/** The part of a worker's global scope that is used here; Deno's default types describe a page. */
interface WorkerScope {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown, transfer: Transferable[]): void;
  close(): void;
}

/**
 * Serves the pool that made this thread until it says `retire`, or until an error escapes everything else. After a
 * request that left more than `heapMbMax` (2²⁰ bytes) of JavaScript memory in use it asks to be replaced.
 *
 * @param start Called once with the pool's `init`; resolves when the thread is warm. A rejection is answered with
 * `unready`. What a request's `run` throws fails that request alone.
 */
export function serveThread<Init, Request, Response>(
  start: (init: Init) => Promise<Work<Request, Response>>,
  heapMbMax = HEAP_MB_MAX,
): void {
  const scope = globalThis as typeof globalThis & WorkerScope;
  let work: Work<Request, Response> | undefined;
  let turn = Promise.resolve();

  const emit = (event: ThreadEvent<Response>, transfer: Transferable[] = []) => scope.postMessage(event, transfer);

  async function obey(command: ThreadCommand<Init, Request>): Promise<void> {
    switch (command.type) {
      case "start":
        try {
          work = await start(command.init);
          return emit({ type: "ready" });
        } catch (error) {
          return emit({ type: "unready", reason: reasonOf(error) });
        }
      case "run":
        try {
          if (work === undefined) throw new Error("Cannot run request: thread is not ready");
          const { response, transfer } = await work.run(command.request);
          emit({ type: "done", id: command.id, response }, transfer);
        } catch (error) {
          emit({ type: "failed", id: command.id, reason: reasonOf(error) });
        }
        if (heapMb() > heapMbMax) emit({ type: "overgrown", heapMb: Math.round(heapMb()) });
        return;
      case "ping":
        return emit({ type: "pong" });
      case "retire":
        return await leave();
    }
  }

  /** terminate() on a thread that holds an ONNX session leaks 65–80 MB; leaving in this order leaks none. */
  async function leave(): Promise<void> {
    const leaving = work;
    work = undefined;
    try {
      await leaving?.release?.();
    } finally {
      emit({ type: "retired" });
      scope.close();
    }
  }

  function crash(place: string): void {
    emit({ type: "crashed", place });
    // Not in turn: the request that crashed may never end.
    leave().catch((error) => emit({ type: "crashed", place: reasonOf(error) }));
  }

  scope.onmessage = (event) => {
    turn = turn.then(() => obey(event.data));
  };
  // Left alone, the runtime would print the error, which may quote a text, and end the thread with its memory unreleased.
  scope.addEventListener("error", (event) => {
    event.preventDefault();
    crash(`${event.filename}:${event.lineno}`);
  });
  scope.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    crash(event.reason instanceof Error ? `an unhandled ${event.reason.name}` : "an unhandled rejection");
  });
}

/** Of this thread alone, buffers included. */
function heapMb(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return (used_heap_size + external_memory) / 2 ** 20;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
