/** What twice as much input costs: 2 where the work is linear, 4 where it is the square. @module */

/** What doubling may cost. */
export const RATIO_MAX = 2.5;
/** A machine that does other work spoils single measurements, so the fastest of up to this many count. */
const ROUNDS_MAX = 50;

/**
 * Of one measurement, at least: below the first the clock says more than the work. Where that is too much, a collection of
 * garbage may have fallen on the longer work alone: with the second both have their share.
 */
const MEASURED_MS = [4, 40];
const TIMES_MAX = 200;

/** How many times as long `long` takes as `short`, the fastest of some rounds of each, one after the other. */
export async function timesAsLong<T>(work: (input: T) => unknown, short: T, long: T): Promise<number> {
  await work(long); // Compiled by then.
  let ratio = Infinity;
  for (const measuredMs of MEASURED_MS) {
    const times = Math.min(TIMES_MAX, Math.ceil(measuredMs / await timeMs(work, short, 1)));
    let [fastestShort, fastestLong] = [Infinity, Infinity];
    for (let round = 0; round < ROUNDS_MAX; round++) {
      fastestShort = Math.min(fastestShort, await timeMs(work, short, times));
      fastestLong = Math.min(fastestLong, await timeMs(work, long, times));
      ratio = fastestLong / fastestShort;
      if (round >= 2 && ratio <= RATIO_MAX) return ratio;
    }
  }
  return ratio;
}

async function timeMs<T>(work: (input: T) => unknown, input: T, times: number): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < times; i++) await work(input);
  return performance.now() - start;
}
