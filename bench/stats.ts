/**
 * Quantiles of measured times.
 *
 * @module
 */

/**
 * The smallest measured value that at least a share `q` of all does not exceed.
 *
 * @throws {RangeError} Without values.
 */
export function quantile(values: readonly number[], q: number): number {
  if (values.length === 0) throw new RangeError("Cannot take a quantile: there are no values");
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)]!;
}
