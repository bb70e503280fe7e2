/**
 * What a rematch did, and what it changed: scores and ranks before and after. Pure.
 *
 * @module
 */

/** A match as it was ranked. */
export interface Ranked {
  resumeId: string;
  /** In [0, 1]. */
  overall: number;
}

/** One match whose score moved. */
export interface Move {
  jobId: string;
  resumeId: string;
  /** In [0, 1]. */
  before: number;
  after: number;
  /** 1-based, among the job's matches. */
  rankBefore: number;
  rankAfter: number;
}

/** Moves of any number of jobs, added up. */
export interface Moves {
  /** Matches with another score. */
  scores: number;
  /** Matches with another rank. */
  ranks: number;
  /** Jobs with another candidate at the top. */
  firsts: number;
  /** The matches whose score moved most, the most first. */
  largest: Move[];
}

/** What was done, or would be. */
export interface RematchReport {
  resumesRead: number;
  resumesFailed: number;
  jobsPrepared: number;
  jobsScored: number;
  matchesScored: number;
  moves: Moves;
}

const LARGEST_MAX = 10;

/** Nothing was done yet. */
export function emptyReport(): RematchReport {
  return {
    resumesRead: 0,
    resumesFailed: 0,
    jobsPrepared: 0,
    jobsScored: 0,
    matchesScored: 0,
    moves: { scores: 0, ranks: 0, firsts: 0, largest: [] },
  };
}

/**
 * Adds the moves of a job.
 *
 * @param before Best first, as ranked before; `after` likewise. A match that is in one of them only has not moved.
 */
export function addMoves(moves: Moves, jobId: string, before: readonly Ranked[], after: readonly Ranked[]): void {
  const known = new Map(before.map(({ resumeId, overall }, i) => [resumeId, { overall, rank: i + 1 }]));
  const moved: Move[] = [];
  for (const [i, { resumeId, overall }] of after.entries()) {
    const old = known.get(resumeId);
    if (!old) continue;
    if (old.rank !== i + 1) moves.ranks++;
    if (old.overall === overall) continue;
    moves.scores++;
    moved.push({ jobId, resumeId, before: old.overall, after: overall, rankBefore: old.rank, rankAfter: i + 1 });
  }
  if (before[0] && after[0] && before[0].resumeId !== after[0].resumeId) moves.firsts++;
  const by = ({ before, after }: Move) => Math.abs(after - before);
  moves.largest = [...moves.largest, ...moved].sort((a, b) => by(b) - by(a)).slice(0, LARGEST_MAX);
}

/** The moves in lines for a person. */
export function movesInWords({ scores, ranks, firsts, largest }: Moves): string[] {
  if (scores === 0) return ["No score moved"];
  const score = (overall: number) => (100 * overall).toFixed(2);
  return [
    `${scores} scores moved, ${ranks} ranks, and who is first in ${firsts} jobs. Largest moves:`,
    ...largest.map((move) =>
      `  job ${move.jobId} resume ${move.resumeId}: ${score(move.before)} -> ${score(move.after)}, ` +
      `rank ${move.rankBefore} -> ${move.rankAfter}`
    ),
  ];
}
