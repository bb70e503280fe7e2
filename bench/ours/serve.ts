/**
 * One side of a leg as a process: a line on stdin asks, a line of JSON on stdout answers; `peers/serve.py` is the same.
 *
 * - on start: `{"versions": {...}}`
 * - `answers`: what it finds in every input
 * - `round MS`: does all inputs again and again for at least so long, at least once; `{"figure": …}`, the mean of
 *   the passes, and `latenciesMs` where they are requests
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
  /** Does every input once. @returns What counts, where that is not the milliseconds of all of it. */
  pass(): number | void | Promise<number | void>;
}

/** What counts of all inputs once, and the milliseconds of each request by its kind where there are any. */
export interface Round {
  figure: number;
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
  let sum = 0;
  for (let passes = 1;; passes++) {
    const passAt = performance.now();
    const figure = await work.pass();
    const now = performance.now();
    sum += figure ?? now - passAt;
    if (now - startedAt >= atLeastMs) return { figure: sum / passes };
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
