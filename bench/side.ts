/**
 * A side of a leg: a program on one core, or a client of a server that it starts; asked in lines, as `ours/serve.ts`
 * says.
 *
 * @module
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Leg, Peer } from "./leg.ts";
import type { Round } from "./ours/serve.ts";
import { peerPython } from "./venv.ts";

/** A running program. */
export interface Side {
  versions: Record<string, string>;
  answers(): Promise<unknown>;
  /** Does all inputs for at least so long. */
  round(atLeastMs: number): Promise<Round>;
  /** Ends it, and resolves when it has ended. */
  close(): Promise<void>;
}

/** The core that all sides share, one at a time: none has more than another. The first has the interrupts, too. */
export const CORE = navigator.hardwareConcurrency - 1;
/** Where the clients of servers run, so that they take nothing of what a server on {@link CORE} has. */
const CLIENT_CORES = `0-${Math.max(0, CORE - 1)}`;
const started = z.object({ versions: z.record(z.string(), z.string()) });
const timed = z.object({
  figure: z.number().positive(),
  latenciesMs: z.record(z.string(), z.array(z.number())).default({}),
});
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const deno = ["deno", "run", "-q", "--allow-read", "--allow-env", "--allow-sys"];
const client = [...deno, "--allow-net", "--allow-write", "--allow-run=taskset"];

/** Starts our program of a leg. @throws {Error} If it ends before it is asked. */
export function startOurs(
  { command: [file, ...args], isClient }: Pick<Leg, "command" | "isClient">,
  folder: string,
): Promise<Side> {
  const program = [path(`./ours/${file}`), folder, ...args];
  return isClient
    ? start(CLIENT_CORES, [...client, ...program])
    : start(CORE, [...deno, "--allow-run=deno", "--allow-ffi", ...program]);
}

/**
 * Starts a peer's program: one of ours, where it needs no Python; a client gets the Python of its server after the folder.
 *
 * @throws As `startOurs`.
 */
export async function startPeer({ command, requirements }: Peer, folder: string): Promise<Side> {
  if (requirements === null) return await startOurs({ command }, folder);
  const [file, ...args] = command;
  const python = await peerPython(requirements);
  const program = path(`./peers/${file}`);
  return file.endsWith(".py")
    ? await start(CORE, [python, program, folder, ...args])
    : await start(CLIENT_CORES, [...client, program, folder, python, ...args]);
}

async function start(cores: string | number, command: string[]): Promise<Side> {
  const child = spawn("sh", ["-c", 'exec taskset -c "$@"', "sh", String(cores), ...command], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  // A pipe that breaks shows as the end of the lines.
  child.stdin.on("error", () => {});

  async function next(): Promise<unknown> {
    const { value, done } = await lines.next();
    if (done) throw new Error(`Cannot measure: ${command.slice(-3).join(" ")} has ended`);
    return JSON.parse(value);
  }

  function ask(line: string): Promise<unknown> {
    child.stdin.write(`${line}\n`);
    return next();
  }

  const { versions } = started.parse(await next());
  return {
    versions,
    answers: () => ask("answers"),
    round: async (atLeastMs) => timed.parse(await ask(`round ${atLeastMs}`)),
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}
