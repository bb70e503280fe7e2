/**
 * Reads files in processes without permissions: one is kept warm, others come when files wait and go when idle.
 *
 * - A file has a deadline and a bound of memory; past either its process is killed and the file is `too_complex`.
 * - A process that dies by itself is replaced, and the file is tried once more in a fresh one. One that somebody kills,
 *   or that does not start, is not the file's doing: whoever asked may come again.
 * - A process is replaced after a number of files, so that what a reader leaks stays small.
 *
 * @module
 */
import type { DocumentText, ReaderFormat } from "../../workers/protocol.ts";
import { AppError } from "../errors.ts";
import type { Documents, Log } from "../services.ts";
import { type ReaderLimits, ReaderLost, type ReaderProcess, startReader } from "./reader_process.ts";

/** How the reader is made. */
export interface DocumentsOptions extends Partial<ReaderLimits> {
  log: Log;
  /** Processes at most. @default 2 */
  processesMax?: number;
  /** Files that may wait; more are refused. @default 32 */
  waitingMax?: number;
  /** Files after which a process is replaced. @default 200 */
  filesMax?: number;
  /** After which a process that is not the only one ends. @default 30_000 */
  idleMs?: number;
}

/** Of a file that ends its reader. */
const ATTEMPTS_MAX = 2;

/** Starts the first process, without waiting until it is warm: the first file does. */
export function createDocuments(options: DocumentsOptions): Documents {
  const { log, processesMax = 2, waitingMax = 32, filesMax = 200, idleMs = 30_000 } = options;
  const limits = { deadlineMs: options.deadlineMs ?? 8_000, memoryMbMax: options.memoryMbMax ?? 700 };

  /** The last is the one used last. */
  const idle: ReaderProcess[] = [];
  const busy = new Set<ReaderProcess>();
  const waiting: { resolve: (process: ReaderProcess) => void; reject: (error: AppError) => void }[] = [];
  let isWarm = false;
  let closed = false;
  let idleTimer: ReturnType<typeof setTimeout> | undefined;

  function start(): ReaderProcess {
    const process = startReader(limits);
    process.ready.then(() => {
      isWarm = true;
    }, () => {
      isWarm = false;
    });
    return process;
  }

  function acquire(): Promise<ReaderProcess> {
    if (closed) return Promise.reject(unavailable("it is shut down"));
    const process = idle.pop() ?? (busy.size < processesMax ? start() : undefined);
    if (process !== undefined) {
      busy.add(process);
      return Promise.resolve(process);
    }
    if (waiting.length >= waitingMax) return Promise.reject(unavailable("too many files are waiting"));
    const { promise, resolve, reject } = Promise.withResolvers<ReaderProcess>();
    waiting.push({ resolve, reject });
    return promise;
  }

  /** Takes a process back, or in place of a dead or worn one a fresh one. */
  function release(process: ReaderProcess, isUsable: boolean): void {
    busy.delete(process);
    if (closed) return;
    const kept = isUsable && process.files < filesMax ? process : start();
    if (kept !== process) void process.kill();
    const next = waiting.shift();
    if (next !== undefined) {
      busy.add(kept);
      next.resolve(kept);
      return;
    }
    idle.push(kept);
    clearTimeout(idleTimer);
    idleTimer = setTimeout(endSpare, idleMs);
    Deno.unrefTimer(idleTimer);
  }

  function endSpare(): void {
    for (const process of idle.splice(0, Math.max(0, idle.length + busy.size - 1))) void process.kill();
  }

  async function attempt(bytes: Uint8Array, format: ReaderFormat) {
    const process = await acquire();
    let isUsable = false;
    try {
      const reply = await process.read(bytes, format);
      isUsable = true;
      return reply;
    } finally {
      release(process, isUsable);
    }
  }

  idle.push(start());

  return {
    async read(bytes, format): Promise<DocumentText> {
      for (let attempts = 1;; attempts++) {
        try {
          const reply = await attempt(bytes, format);
          if (reply.ok) return reply.document;
          throw new AppError(reply.code, reply.detail);
        } catch (error) {
          if (!(error instanceof ReaderLost)) throw error;
          if (closed) throw unavailable("it is shut down");
          log.warn("document reader is replaced", { reason: error.reason, format });
          const { reason } = error;
          if (reason === "deadline") throw tooComplex("it takes too long");
          if (reason === "memory" || (reason === "crash" && attempts >= ATTEMPTS_MAX)) {
            throw tooComplex("it takes too much memory");
          }
          if (reason === "not_ready") throw unavailable("no reader can start");
          // All that were there may be dead, and after them a fresh one.
          if (attempts > processesMax) throw unavailable("its readers are killed again and again");
        }
      }
    },
    load: () => ({ reading: busy.size, waiting: waiting.length }),
    readiness() {
      if (closed) return "unavailable";
      return isWarm ? "ok" : "starting";
    },
    async close() {
      closed = true;
      clearTimeout(idleTimer);
      for (const { reject } of waiting.splice(0)) reject(unavailable("it is shut down"));
      await Promise.all([...idle.splice(0), ...busy].map((process) => process.kill()));
    },
  };
}

function unavailable(state: string): AppError {
  return new AppError("unavailable", `Cannot read the file: ${state}`, { retryAfterSeconds: 2 });
}

function tooComplex(state: string): AppError {
  return new AppError("too_complex", `Cannot read the file safely: ${state}`);
}
