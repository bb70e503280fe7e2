/**
 * One side of a leg as a process: a line on stdin asks, a line of JSON on stdout answers; `peers/serve.py` is the same.
 *
 * - on start: `{"versions": {...}}`
 * - `answers`: what it finds in every input
 * - `round MS`: does all inputs again and again for at least so long, at least once; `{"ms": …}` for all inputs once,
 *   and `latenciesMs` where they are requests
 *
 * @module
 */
import { createInterface } from "node:readline";
import process from "node:process";
import config from "../../deno.json" with { type: "json" };

/** What a side does. */
export interface Work {
  /** What is found in every input, in order. */
  answers(): Promise<unknown>;
  /** Does every input once. */
  pass(): void | Promise<void>;
}

/** Milliseconds of all inputs once, and those of each request by its kind where there are any. */
export interface Round {
  ms: number;
  latenciesMs?: Record<string, number[]>;
}

/** What a side does that takes the time of its rounds itself. */
export interface TimedWork {
  answers(): Promise<unknown>;
  round(atLeastMs: number): Promise<Round>;
}

/**
 * Answers until stdin ends.
 *
 * @param packages Whose versions are told, besides Deno's.
 * @param others Versions of what is no package of ours.
 */
export async function serve(
  work: Work | TimedWork,
  packages: readonly (keyof typeof config.imports)[],
  others: Record<string, string> = {},
): Promise<void> {
  const versions = packages.map((name) => [name, config.imports[name].split("@").at(-1)]);
  answer({ versions: { Deno: Deno.version.deno, ...Object.fromEntries(versions), ...others } });
  for await (const line of createInterface({ input: process.stdin })) {
    const [verb, ms] = line.split(" ");
    if (verb === "answers") answer(await work.answers());
    else if (verb === "round") answer(await round(work, Number(ms)));
    else throw new RangeError(`Cannot answer: ${line} is no question`);
  }
}

async function round(work: Work | TimedWork, atLeastMs: number): Promise<Round> {
  if ("round" in work) return await work.round(atLeastMs);
  const startedAt = performance.now();
  for (let passes = 1;; passes++) {
    await work.pass();
    const elapsedMs = performance.now() - startedAt;
    if (elapsedMs >= atLeastMs) return { ms: elapsedMs / passes };
  }
}

function answer(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Inputs of a leg in the order of their names. */
export async function filesIn(folder: string): Promise<Uint8Array[]> {
  const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();
  return await Promise.all(names.map((name) => Deno.readFile(`${folder}/${name}`)));
}
