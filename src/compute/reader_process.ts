/**
 * One process without permissions that reads untrusted files, spoken to in frames (see `workers/document.ts`).
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import type { DocumentReply, ReaderFormat, ReaderFrame } from "../../workers/protocol.ts";

/** Bounds of a reader process. */
export interface ReaderLimits {
  /** Longest time for one file. */
  deadlineMs: number;
  /** Resident memory at which it is killed. */
  memoryMbMax: number;
}

/**
 * Why a process gave no answer. `deadline`, `memory` and `crash` are the doing of the file that it was reading, `killed`
 * of somebody outside, `not_ready` of the machine.
 */
export type ReaderLoss = "deadline" | "memory" | "crash" | "killed" | "not_ready" | "stopped";

/** A process that gave no answer. */
export class ReaderLost extends Error {
  override readonly name = "ReaderLost";
  constructor(readonly reason: ReaderLoss) {
    super(`Cannot read the file: the reader is gone (${reason})`);
  }
}

/** A process, idle or at work on one file. */
export interface ReaderProcess {
  /** Resolves when it is warm. @throws {ReaderLost} */
  readonly ready: Promise<void>;
  /** Files read so far. */
  readonly files: number;
  /**
   * Reads one file; the caller waits for the answer before the next.
   *
   * @throws {ReaderLost} The process is then dead.
   */
  read(bytes: Uint8Array, format: ReaderFormat): Promise<DocumentReply>;
  /** Kills it; whatever it was doing fails. Resolves when it has ended. */
  kill(): Promise<void>;
}

const script = fileURLToPath(new URL("../../workers/document.ts", import.meta.url));
const formats = ["pdf", "docx", "txt"] as const satisfies ReaderFormat[];
/** A warm-up takes 0.6 s of processor time; a machine may be busy. */
const READY_MS_MAX = 60_000;
/** Of the JavaScript heap. What lies beside it, such as unpacked streams, is bounded by the resident memory. */
const HEAP_MB_MAX = 384;
/** V8 never gives back what its young generation has grown to: 16 MB a half by default. */
const YOUNG_MB_MAX = 2;
/** From the end of a process's output to its own. */
const ENDING_MS = 1_000;
const REPLY_BYTES_MAX = 64 * 1024 * 1024;

/** How `deno` runs it. It has no `--allow` flag: no file, network, environment or program is within its reach. */
export const READER_FLAGS: readonly string[] = [
  "run",
  "--no-prompt",
  "--cached-only",
  "--quiet",
  "--ignore-env",
  `--v8-flags=--max-old-space-size=${HEAP_MB_MAX},--max-semi-space-size=${YOUNG_MB_MAX}`,
];

/** Starts a process. */
export function startReader(limits: ReaderLimits): ReaderProcess {
  const child = new Deno.Command("deno", {
    args: [...READER_FLAGS, script, String(limits.memoryMbMax)],
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const input = child.stdin.getWriter();
  const frames = framesOf(child.stdout);
  let lost: ReaderLoss | null = null;
  let files = 0;

  async function kill(reason: ReaderLoss): Promise<void> {
    if (lost === null) {
      lost = reason;
      signal(child);
    }
    await child.status;
  }

  /** After its output has ended, or makes no sense: what is left of the process is of no use. */
  async function end(): Promise<void> {
    if (lost === null) {
      // Somebody else's signal was there before this one, or else it is what ends the process.
      const { promise: aWhile, resolve } = Promise.withResolvers<null>();
      const timer = setTimeout(resolve, ENDING_MS, null);
      const status = await Promise.race([child.status, aWhile]);
      clearTimeout(timer);
      await kill(status?.signal === "SIGKILL" ? "killed" : "crash");
    }
    await child.status;
  }

  /** The next frame within a time; anything but a whole frame ends the process. */
  async function next(withinMs: number, late: ReaderLoss): Promise<ReaderFrame> {
    const timer = setTimeout(() => kill(late), withinMs);
    try {
      const { value: frame } = await frames.next();
      if (frame !== undefined && frame.type !== "over_memory" && lost === null) return frame;
      await (frame?.type === "over_memory" ? kill("memory") : end());
    } catch {
      await end();
    } finally {
      clearTimeout(timer);
    }
    throw new ReaderLost(lost ?? "crash");
  }

  async function send(bytes: Uint8Array, format: ReaderFormat): Promise<void> {
    const header = new Uint8Array(5);
    new DataView(header.buffer).setUint32(0, bytes.length + 1);
    header[4] = formats.indexOf(format);
    await input.write(header);
    await input.write(bytes);
  }

  const ready = next(READY_MS_MAX, "not_ready").then(() => {});
  // Whoever waits for it is told; a process that nobody waits for may fail unseen until it is used.
  ready.catch(() => {});

  return {
    ready,
    get files() {
      return files;
    },
    async read(bytes, format) {
      await ready;
      files++;
      const answer = next(limits.deadlineMs, "deadline");
      // A pipe that breaks shows as the end of the frames.
      send(bytes, format).catch(end);
      const frame = await answer;
      if (frame.type === "reply") return frame.reply;
      await end();
      throw new ReaderLost(lost ?? "crash");
    },
    kill: () => kill("stopped"),
  };
}

function signal(child: Deno.ChildProcess): void {
  try {
    child.kill("SIGKILL");
  } catch (error) {
    // It has ended by itself meanwhile.
    if (!(error instanceof TypeError)) throw error;
  }
}

/** Cuts the stream into frames; copies no byte more than twice, however small the chunks. */
async function* framesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<ReaderFrame, undefined> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let size: number | null = null;
  for await (const chunk of stream) {
    parts.push(chunk);
    length += chunk.length;
    while (length >= 4 + (size ?? 0)) {
      const bytes = joined(parts, length);
      parts = [bytes];
      size ??= new DataView(bytes.buffer).getUint32(0);
      if (size > REPLY_BYTES_MAX) throw new RangeError("Cannot read the frame: too large");
      if (length < 4 + size) break;
      yield JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + size)));
      parts = [bytes.slice(4 + size)];
      length -= 4 + size;
      size = null;
    }
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
