/**
 * What a role may do.
 *
 * @module
 */
import { AppError } from "../errors.ts";
import type { Actor } from "../services.ts";

/** Recruiters, admins and the owner do everything; a hiring manager reads and moves candidates. */
export function canWrite(actor: Actor): boolean {
  return actor.isOwner || actor.role !== "hiring_manager";
}

/**
 * @param what As in "Cannot <what>: …".
 * @throws {AppError} `forbidden` if the actor may not write.
 */
export function requireWriter(actor: Actor, what: string): void {
  if (!canWrite(actor)) throw new AppError("forbidden", `Cannot ${what}: your role only reads`);
}
