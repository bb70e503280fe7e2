/**
 * What a test tells `deno task test:trust`: which faults it injected, and how often.
 *
 * @module
 */

/** Whether every fault is to be injected as often as promised; else a few times. */
export const isFull = Deno.env.get("TRUST") === "full";

/** One line of the file that `TRUST_REPORT` names. */
export interface Injection {
  /** Of the promise. */
  number: number;
  what: string;
  times: number;
}

/** How often to inject: `full` times under `deno task test:trust`, else `quick` times. */
export function times(quick: number, full: number): number {
  return isFull ? full : quick;
}

/** Adds to the report, where one is asked for. */
export function injected(number: number, what: string, times: number): void {
  const path = Deno.env.get("TRUST_REPORT");
  if (!path) return;
  const line: Injection = { number, what, times };
  Deno.writeTextFileSync(path, `${JSON.stringify(line)}\n`, { append: true });
}
