/**
 * One vector per document out of the vectors of its parts. Weights as measured in docs/matching.md.
 *
 * @module
 */

/** Weight of a résumé's head (headline, summary, skills, latest role) against the unit mean of its passages. */
export const HEAD_WEIGHT = 0.5;

/** Weight of a job's title alone against the unit mean of its passages. */
export const TITLE_WEIGHT = 1;

/** Length of a document vector. */
const dimensions = 384;

/** A passage's vector and its weight. */
export interface WeightedVector {
  /** Word-pieces; a passage without any still counts as one. */
  tokens: number;
  vector: Float32Array;
}

/**
 * unit( unit(length-weighted mean of the passages) + weight · extra ).
 *
 * @param passages May be empty: then the document is its extra vector.
 * @param extra The head of a résumé or the title of a job; `null` where there is none.
 * @param weight {@link HEAD_WEIGHT} or {@link TITLE_WEIGHT}.
 * @returns 384 numbers of unit length, or all zeros when nothing was given that has a direction. Never NaN.
 * @throws {RangeError} If a vector has another length.
 */
export function documentVector(
  passages: readonly WeightedVector[],
  extra: Float32Array | null,
  weight: number,
): Float32Array {
  const sum = new Float64Array(dimensions);
  for (const { tokens, vector } of passages) add(sum, vector, Math.max(1, tokens));
  toUnit(sum);
  if (extra) add(sum, extra, weight);
  toUnit(sum);
  return Float32Array.from(sum);
}

/**
 * Cosine of two vectors of any length other than zero; 0 where one of them has no direction.
 *
 * @returns In [-1, 1].
 */
export function cosine(a: Float32Array, b: Float32Array): number {
  let dot = 0, aa = 0, bb = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i] ?? 0, y = b[i] ?? 0;
    dot += x * y;
    aa += x * x;
    bb += y * y;
  }
  const norm = Math.sqrt(aa) * Math.sqrt(bb);
  if (!(norm > 0) || !Number.isFinite(norm)) return 0;
  return Math.min(1, Math.max(-1, dot / norm));
}

/** The vector nearest to another, the first of equals; `null` where there is none. */
export function nearestOf(
  vector: Float32Array,
  others: readonly Float32Array[],
): { index: number; cosine: number } | null {
  let best: { index: number; cosine: number } | null = null;
  for (const [index, other] of others.entries()) {
    const close = cosine(vector, other);
    if (best === null || close > best.cosine) best = { index, cosine: close };
  }
  return best;
}

/** A vector as it is stored: one with a number that is not finite has no direction, so all zeros. */
export function finite(vector: Float32Array): Float32Array {
  return vector.every(Number.isFinite) ? vector : new Float32Array(vector.length);
}

/** Adds `weight · vector`, where that has a direction. */
function add(sum: Float64Array, vector: Float32Array, weight: number): void {
  if (vector.length !== dimensions) {
    throw new RangeError(`Cannot add a vector: it has ${vector.length} numbers, not ${dimensions}`);
  }
  const added = finite(vector);
  for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + weight * (added[i] ?? 0);
}

function toUnit(vector: Float64Array): void {
  let squares = 0;
  for (const x of vector) squares += x * x;
  const norm = Math.sqrt(squares);
  // Below this the direction is rounding noise: opposite vectors that cancelled out.
  if (norm < 1e-9) vector.fill(0);
  else for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) / norm;
}
