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

/** Members, invitations and the company belong to the owner and the admins. */
export function canAdminister(actor: Pick<Actor, "role" | "isOwner">): boolean {
  return actor.isOwner || actor.role === "admin";
}

/**
 * @param what As in "Cannot <what>: …".
 * @throws {AppError} `forbidden` if the actor is neither the owner nor an admin.
 */
export function requireAdmin(actor: Pick<Actor, "role" | "isOwner">, what: string): void {
  if (!canAdminister(actor)) throw new AppError("forbidden", `Cannot ${what}: only the owner or an admin may`);
}
