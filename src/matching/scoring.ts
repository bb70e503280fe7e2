/**
 * How a resume scores against a job. Pure arithmetic: no I/O, no clock.
 *
 * @module
 */

/** Raise when the same inputs would give another score. */
export const SCORE_VERSION = 1;

/** Decimals of a stored similarity: beyond them engines differ in the order they add. */
export const SIMILARITY_DECIMALS = 6;

/** Shares of the two components in the overall score; the documented formula of the API. */
export const SCORE_WEIGHTS = { similarity: 0.6, skill: 0.4 } as const;

/** How well a candidate fits, in words. */
export type Fit = "excellent" | "good" | "fair" | "poor";

/**
 * Similarity of two documents as it is scored and stored.
 *
 * @param cosine Cosine of two unit vectors; rounding may put it a little outside [-1, 1]. NaN (a zero vector) counts as 0.
 * @returns In [0, 1], {@link SIMILARITY_DECIMALS} decimals.
 */
export function similarityOf(cosine: number): number {
  if (Number.isNaN(cosine)) return 0;
  return round(Math.min(1, Math.max(0, cosine)), SIMILARITY_DECIMALS);
}

/**
 * Share of the required skills that are matched.
 *
 * @returns In [0, 1]; `null` when the job requires none.
 * @throws {RangeError} If the counts are not whole numbers with 0 ≤ matched ≤ required.
 */
export function skillRatio(matched: number, required: number): number | null {
  if (!Number.isInteger(matched) || !Number.isInteger(required) || matched < 0 || matched > required) {
    throw new RangeError(`Cannot take the share of ${matched} in ${required} skills`);
  }
  return required === 0 ? null : matched / required;
}

/**
 * Blends both components into the number candidates are ranked by.
 *
 * @param similarity In [0, 1], as from {@link similarityOf}.
 * @param ratio Matched / required skills, in [0, 1]; `null` when the job requires none.
 * @returns The overall score, in [0, 1].
 * @throws {RangeError} If an argument is out of range or NaN.
 */
export function overallScore(similarity: number, ratio: number | null): number {
  requireShare(similarity, "similarity");
  if (ratio === null) return similarity;
  requireShare(ratio, "skill ratio");
  return Math.min(1, SCORE_WEIGHTS.similarity * similarity + SCORE_WEIGHTS.skill * ratio);
}

/** The score as shown and stored: 100 × overall, two decimals. */
export function matchScore(overall: number): number {
  requireShare(overall, "overall score");
  return round(100 * overall, 2);
}

/** The band of a match score: excellent ≥ 80, good ≥ 60, fair ≥ 40, else poor. */
export function fitOf(score: number): Fit {
  if (score >= 80) return "excellent";
  if (score >= 60) return "good";
  if (score >= 40) return "fair";
  return "poor";
}

/** Rounds half up; the nudge keeps 1.005 from becoming 1 because of its binary form. */
function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round((value + Number.EPSILON) * scale) / scale;
}

function requireShare(value: number, what: string): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`Cannot score: ${what} ${value} is outside [0, 1]`);
}
