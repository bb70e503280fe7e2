/**
 * A real server process of our own: started by the project's task, on a free port, with data that nobody else has.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { TextLineStream } from "./lines.ts";

/** How to start it. */
export interface ServerOptions {
  /** Folder of its data. */
  dataDir: string;
  /** Settings that differ from a development server on the embedded database. */
  env?: Record<string, string>;
  /** @default `deno task start` */
  command?: readonly [string, ...string[]];
  /** Gives the process and its children a process group of their own, whose id is `pid`. @default false */
  ownGroup?: boolean;
  /** @default 120_000: the first start of a clone installs the packages */
  readyMsMax?: number;
}

/** A server that answers. */
export interface RunningServer extends AsyncDisposable {
  /** Its address, without a slash at the end. */
  readonly url: string;
  /** Of the command; the server itself may be a child of it. */
  readonly pid: number;
  /** From the start of the command to the line that says where it listens. */
  readonly startMs: number;
  /** The last lines it wrote. */
  output(): string;
  /** Resolves when the command has ended, with its exit code. */
  readonly ended: Promise<number>;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
}

/** A server that ended instead of starting; the message holds what it wrote. */
export class StartError extends Error {
  override readonly name = "StartError";
  constructor(readonly exitCode: number, output: string) {
    super(`Cannot start the server: it ended with ${exitCode}\n${output}`);
  }
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const OUTPUT_LINES_MAX = 200;

/** Empty counts as unset, and wins over what a `.env` may say: a server for a demo must not find the real data. */
const neutral = {
  ENVIRONMENT: "development",
  HOST: "127.0.0.1",
  PORT: "0",
  ROLE: "all",
  LOG_LEVEL: "info",
  LOG_FORMAT: "json",
  DATABASE_URL: "",
  REDIS_URL: "",
  UPSTASH_REDIS_REST_URL: "",
  UPSTASH_REDIS_REST_TOKEN: "",
  SECRET_KEY: "",
};

/**
 * Starts a server and waits until it listens.
 *
 * @throws {StartError} If it ends before.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const [program, ...args] = options.command ?? ["deno", "task", "start"];
  const startedAt = performance.now();
  const child = new Deno.Command(program, {
    args,
    cwd: root,
    env: { ...neutral, DATA_DIR: options.dataDir, ...options.env },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    detached: options.ownGroup ?? false,
  }).spawn();
  const lines: string[] = [];
  const { promise: listening, resolve } = Promise.withResolvers<string>();
  const read = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) => {
    for await (const line of stream.pipeThrough(new TextDecoderStream()).pipeThrough(new TextLineStream())) {
      lines.push(line);
      if (lines.length > OUTPUT_LINES_MAX) lines.shift();
      const url = addressIn(line);
      if (url !== null) resolve(url);
    }
  };
  const drained = Promise.all([read(child.stdout), read(child.stderr)]);
  const ended = child.status.then(({ code }) => code);
  const stop = async () => {
    // Whoever has ended cannot be asked to.
    if (await Promise.race([ended.then(() => true), Promise.resolve(false)])) return;
    child.kill("SIGTERM");
    await ended;
    await drained;
  };

  const { promise: late, resolve: giveUp } = Promise.withResolvers<null>();
  const timer = setTimeout(() => giveUp(null), options.readyMsMax ?? 120_000);
  try {
    const first = await Promise.race([listening, ended, late]);
    if (typeof first === "number") {
      await drained;
      throw new StartError(first, lines.join("\n"));
    }
    if (first === null) {
      await stop();
      throw new StartError(await ended, lines.join("\n"));
    }
    const startMs = performance.now() - startedAt;
    const output = () => lines.join("\n");
    return { url: first, pid: child.pid, startMs, output, ended, stop, [Symbol.asyncDispose]: stop };
  } finally {
    clearTimeout(timer);
  }
}

function addressIn(line: string): string | null {
  if (!line.startsWith("{")) return null;
  const entry: unknown = JSON.parse(line);
  if (typeof entry !== "object" || entry === null || !("listening" in entry)) return null;
  return String(entry.listening);
}
