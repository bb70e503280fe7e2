/** What twice as much input costs: 2 where the work is linear, 4 where it is the square. @module */

/** What doubling may cost. */
export const RATIO_MAX = 2.5;
/** A machine that does other work spoils single measurements, so the fastest of up to this many count. */
const ROUNDS_MAX = 100;

/** Of one measurement, at least: below it the clock and collections of garbage say more than the work. */
const MEASURED_MS = 4;
const TIMES_MAX = 200;

/** How many times as long `long` takes as `short`, the fastest of some rounds of each, one after the other. */
export async function timesAsLong<T>(work: (input: T) => unknown, short: T, long: T): Promise<number> {
  await work(long); // Compiled by then.
  const times = Math.min(TIMES_MAX, Math.ceil(MEASURED_MS / await timeMs(work, short, 1)));
  let [fastestShort, fastestLong] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS_MAX; round++) {
    fastestShort = Math.min(fastestShort, await timeMs(work, short, times));
    fastestLong = Math.min(fastestLong, await timeMs(work, long, times));
    if (round >= 2 && fastestLong <= RATIO_MAX * fastestShort) break;
  }
  return fastestLong / fastestShort;
}

async function timeMs<T>(work: (input: T) => unknown, input: T, times: number): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < times; i++) await work(input);
  return performance.now() - start;
}
