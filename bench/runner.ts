/**
 * Measures one leg, the same way for all: the answers must agree first, then A B A B, and no figure where the machine was
 * not steady enough for one.
 *
 * @module
 */
import type { Leg, Peer, Size } from "./leg.ts";
import type { Round } from "./ours/serve.ts";
import { type Side, startOurs, startPeer } from "./side.ts";
import { quantile } from "./stats.ts";

/** Of each side. */
export const ROUNDS = 8;
/** A round is at least so long: many times what the clock and the scheduler do to it. */
const ROUND_MS = 1500;
/** Until a just-in-time compiler has seen enough, on one core with what it compiles for. */
const WARM_UP_MS = 8000;
/** A side's later rounds against its earlier ones, beyond which the machine was not steady. */
export const DRIFT_MAX = 0.1;

/** Of all inputs of a leg, in its unit. */
export interface Figures {
  ratio: { median: number; min: number; max: number };
  ours: number;
  theirs: number;
  /** Of each request by its kind, where the work is requests. */
  latenciesMs: { ours: Record<string, number[]>; theirs: Record<string, number[]> };
  /** What the machine allows, where the leg says so. */
  limitMs: number | null;
  versions: Record<string, string>;
}

/** How a leg went against one other design. */
export type Outcome = { ok: true; figures: Figures } | { ok: false; why: string };

/** How many times {@link compare} calls `step`. */
export const STEPS = ROUNDS + 2;

/**
 * Ours against another design. A side that answers otherwise, or drifts, is an outcome without figures.
 *
 * @param step Called after each part of the work.
 */
export async function compare(leg: Leg, peer: Peer, step: () => void): Promise<Outcome> {
  const missing = leg.missing?.() ?? null;
  if (missing !== null) return { ok: false, why: missing };
  const outcome = await inInputs<Outcome>(leg, "full", async (folder) => {
    const [ours, theirs] = await Promise.all([startOurs(leg, folder), startPeer(peer, folder)]);
    try {
      const difference = leg.differ(await ours.answers(), await theirs.answers());
      step();
      if (difference !== null) return { ok: false, why: `the answers differ (${difference})` };
      await ours.round(WARM_UP_MS);
      await theirs.round(WARM_UP_MS);
      step();
      return judged(await alternate(ours, theirs, step), { ...ours.versions, ...theirs.versions });
    } finally {
      await Promise.all([ours.close(), theirs.close()]);
    }
  });
  if (outcome.ok && leg.limitMs) outcome.figures.limitMs = await leg.limitMs();
  return outcome;
}

/** Whether ours works, without a figure and without another design. @returns What is wrong; `null` if nothing is. */
export async function tryOurs(leg: Leg): Promise<string | null> {
  return await inInputs(leg, "small", async (folder) => {
    const ours = await startOurs(leg, folder);
    try {
      const wrong = leg.differ(await ours.answers(), await ours.answers());
      await ours.round(0);
      return wrong;
    } finally {
      await ours.close();
    }
  });
}

async function alternate(ours: Side, theirs: Side, step: () => void): Promise<[ours: Round, theirs: Round][]> {
  const rounds: [Round, Round][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push([await ours.round(ROUND_MS), await theirs.round(ROUND_MS)]);
    step();
  }
  return rounds;
}

function judged(rounds: [ours: Round, theirs: Round][], versions: Record<string, string>): Outcome {
  const ours = rounds.map(([{ figure }]) => figure);
  const theirs = rounds.map(([, { figure }]) => figure);
  for (const [who, times] of [["ours", ours], ["theirs", theirs]] as const) {
    const drift = driftOf(times);
    if (drift > DRIFT_MAX) return { ok: false, why: `${who} drifted by ${(100 * drift).toFixed(0)} %` };
  }
  const ratios = rounds.map(([a, b]) => b.figure / a.figure);
  const ratio = { median: middle(ratios), min: Math.min(...ratios), max: Math.max(...ratios) };
  const latenciesMs = { ours: joined(rounds.map(([a]) => a)), theirs: joined(rounds.map(([, b]) => b)) };
  const figures = { ratio, ours: middle(ours), theirs: middle(theirs), latenciesMs, limitMs: null, versions };
  return { ok: true, figures };
}

function joined(rounds: readonly Round[]): Record<string, number[]> {
  const kinds = Object.keys(rounds[0]?.latenciesMs ?? {});
  return Object.fromEntries(
    kinds.map((kind) => [kind, rounds.flatMap(({ latenciesMs }) => latenciesMs?.[kind] ?? [])]),
  );
}

/** How far the median of the second half is from that of the first, as a share. */
export function driftOf(times: readonly number[]): number {
  const half = Math.floor(times.length / 2);
  return Math.abs(middle(times.slice(-half)) / middle(times.slice(0, half)) - 1);
}

const middle = (values: readonly number[]) => quantile(values, 0.5);

async function inInputs<T>(leg: Leg, size: Size, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await Deno.makeTempDir({ prefix: "job-match-bench-" });
  try {
    await leg.prepare(folder, size);
    return await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
