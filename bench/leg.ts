/**
 * What one leg of the comparing suite says of itself. How it is measured is in `runner.ts`, the same for all.
 *
 * @module
 */
import { z } from "zod";

/** How much there is to do: `small` shows that a leg works, `full` gives figures. */
export type Size = "small" | "full";

/** What Python needs to run a peer: a file in `bench/peers/`. The second takes some 5 GB. */
export type Requirements = "requirements.txt" | "requirements-torch.txt";

/** Another design of the same work, or our own under other conditions. */
export interface Peer {
  name: string;
  /** File in `bench/peers/`, or in `bench/ours/` without `requirements`; and its arguments after the folder of inputs. */
  command: readonly [file: string, ...args: string[]];
  /** `null`: no Python. */
  requirements: Requirements | null;
  /** Times as fast (as small) as this one that ours shall be; `null` where no goal is set. */
  reach: number | null;
}

/**
 * One kind of work, done by a program of ours and by others. Each is a process on one and the same core, and is asked in
 * lines (see `ours/serve.ts`).
 */
export interface Leg {
  /** For `--leg`. */
  name: string;
  work: string;
  /** File in `bench/ours/`, and its arguments after the folder of inputs. */
  command: readonly [file: string, ...args: string[]];
  against: readonly Peer[];
  /** Of what a round gives. @default "ms" */
  unit?: "ms" | "MB";
  /** The programs are clients of servers that they start: these have the cores, and the programs what is left. */
  isClient?: boolean;
  /** Only another amount of work that a leg does, too: not tried where nothing is measured. */
  isVariant?: boolean;
  /** What a whole measurement needs and is not there; `null` where nothing is missing. */
  missing?(): string | null;
  /** Milliseconds of all inputs that the machine allows with nothing else to do, measured after the rounds. */
  limitMs?(): Promise<number>;
  /** Writes the inputs that every side reads. */
  prepare(folder: string, size: Size): Promise<void>;
  /**
   * Why two sides did not do the same work; `null` where they did. Also asked of ours twice, so it must refuse an answer
   * that holds too little.
   */
  differ(ours: unknown, theirs: unknown): string | null;
}

const lists = z.array(z.array(z.string()));

/**
 * Compares a list of strings for each item, in any order: of all that either side names, a share of at least `agreement`
 * is named by both, and ours names at least `least`.
 */
export function listsDiffer(agreement: number, least: number): Leg["differ"] {
  return (ours, theirs) => {
    const [a, b] = [lists.parse(ours), lists.parse(theirs)];
    if (a.length === 0 || a.length !== b.length) return `${a.length} answers against ${b.length}`;
    for (const [i, own] of a.entries()) {
      if (own.length < least) return `item ${i}: only ${own.length} found`;
      const common = commonOf(own, b[i]!);
      const share = common / (own.length + b[i]!.length - common);
      if (share < agreement) return `item ${i}: ${(100 * share).toFixed(1)} % in common`;
    }
    return null;
  };
}

function commonOf(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const one of a) left.set(one, (left.get(one) ?? 0) + 1);
  let common = 0;
  for (const one of b) {
    const count = left.get(one) ?? 0;
    if (count === 0) continue;
    left.set(one, count - 1);
    common++;
  }
  return common;
}
