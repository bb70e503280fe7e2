/**
 * A side of a leg: a program on one core, asked in lines, as `ours/serve.ts` says.
 *
 * @module
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Leg, Peer } from "./leg.ts";

/** A running program. */
export interface Side {
  versions: Record<string, string>;
  answers(): Promise<unknown>;
  /** Does all inputs for at least so long. @returns Milliseconds for all inputs once. */
  round(atLeastMs: number): Promise<number>;
  /** Ends it, and resolves when it has ended. */
  close(): Promise<void>;
}

/** The core that all sides share, one at a time: none has more than another. The first has the interrupts, too. */
const CORE = navigator.hardwareConcurrency - 1;
const started = z.object({ versions: z.record(z.string(), z.string()) });
const timed = z.object({ ms: z.number().positive() });
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Starts our program of a leg. @throws {Error} If it ends before it is asked. */
export function startOurs({ command: [file, ...args] }: Pick<Leg, "command">, folder: string): Promise<Side> {
  const flags = ["run", "-q", "--allow-read", "--allow-run=deno", "--allow-env", "--allow-sys"];
  return start(["deno", ...flags, path(`./ours/${file}`), folder, ...args]);
}

/** Starts another design's program. @param python Of the environment made by `venv.ts`. @throws As `startOurs`. */
export function startPeer({ command: [file, ...args] }: Peer, folder: string, python: string): Promise<Side> {
  return start([python, path(`./peers/${file}`), folder, ...args]);
}

async function start(command: string[]): Promise<Side> {
  const child = spawn("sh", ["-c", 'exec taskset -c "$@"', "sh", String(CORE), ...command], {
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
    round: async (atLeastMs) => timed.parse(await ask(`round ${atLeastMs}`)).ms,
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}
