/**
 * Conditional writes: a change that was made against an older version of a row is refused.
 *
 * @module
 */
import { AppError } from "./errors.ts";

/** Versions that a caller's `If-Match` allows; `null` where the caller does not mind. */
export type ExpectedVersions = readonly number[] | null;

/**
 * Call it while the row is held (`for update`), before it is written.
 *
 * @throws {AppError} `precondition_failed` if the row is at none of the versions.
 */
export function requireVersion(version: number, expected: ExpectedVersions): void {
  if (expected === null || expected.includes(version)) return;
  throw new AppError("precondition_failed", "Cannot change it: it was changed since you read it; read it again");
}
