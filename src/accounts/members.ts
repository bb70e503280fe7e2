/**
 * Who belongs to a company, with which role. The only other writer of `users` is `accounts.ts`.
 *
 * @module
 */
import { and, count, desc, eq, isNull, lt } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { invitations, users } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import type { Actor, Services } from "../services.ts";
import { type ExpectedVersions, requireVersion } from "../version_check.ts";
import { canAdminister, requireAdmin } from "./roles.ts";
import { endSessions, lockUser } from "./sessions.ts";

const columns = {
  id: users.id,
  email: users.email,
  fullName: users.fullName,
  role: users.role,
  isOwner: users.isOwner,
  isActive: users.isActive,
  version: users.version,
  createdAt: users.createdAt,
  updatedAt: users.updatedAt,
};

/** A user as the company's owner and admins see them. */
export type Member = Pick<typeof users.$inferSelect, keyof typeof columns>;

/** What they may set; a member that is absent stays. */
export type MemberChange = Partial<Pick<Member, "role" | "isActive">>;

/** A page of the company's members, newest first, with the number of all. */
export async function listMembers(
  services: Pick<Services, "db">,
  actor: Actor,
  page: { limit: number; after: { id: string } | null; role: Member["role"] | null; isActive: boolean | null },
): Promise<{ rows: Member[]; total: number }> {
  requireAdmin(actor, "list the members");
  const filter = and(
    eq(users.companyId, actor.companyId),
    page.role === null ? undefined : eq(users.role, page.role),
    page.isActive === null ? undefined : eq(users.isActive, page.isActive),
  );
  const [counted] = await services.db.select({ total: count() }).from(users).where(filter);
  // Ids are UUIDv7: their order is that of time.
  const rows = await services.db.select(columns).from(users)
    .where(and(filter, page.after ? lt(users.id, page.after.id) : undefined))
    .orderBy(desc(users.id)).limit(page.limit);
  return { rows, total: counted!.total };
}

/** @throws {AppError} `not_found` where the company has no such member; `forbidden`. */
export async function getMember(services: Pick<Services, "db">, actor: Actor, id: string): Promise<Member> {
  requireAdmin(actor, "show the member");
  const [member] = await services.db.select(columns).from(users)
    .where(and(eq(users.companyId, actor.companyId), eq(users.id, id)));
  if (!member) throw noSuchMember();
  return member;
}

/**
 * Changes a member's role or access, at once: a deactivated member's sessions end and do not come back with their
 * access, and who may no longer administer leaves no open invitations behind.
 *
 * @throws {AppError} `forbidden` for others than the owner and admins, and where the member is the owner or oneself;
 *   `not_found`; `precondition_failed`.
 */
export async function updateMember(
  services: Pick<Services, "db" | "now">,
  actor: Actor,
  input: { id: string; change: MemberChange; expected: ExpectedVersions },
): Promise<Member> {
  requireAdmin(actor, "change the member");
  const key = { companyId: actor.companyId, userId: input.id };
  return await services.db.transaction(async (tx) => {
    const current = await lockUser(tx, key);
    if (!current) throw noSuchMember();
    requireVersion(current.version, input.expected);
    const { role = current.role, isActive = current.isActive } = input.change;
    if (role !== current.role || isActive !== current.isActive) requireChangeable(current, key, actor);
    const ends = current.isActive && !isActive;
    const [member] = await tx.update(users).set({
      role,
      isActive,
      version: current.version + 1,
      updatedAt: services.now(),
      ...(ends && { sessionVersion: current.sessionVersion + 1 }),
    }).where(and(eq(users.companyId, key.companyId), eq(users.id, key.userId))).returning(columns);
    if (ends) await endSessions(tx, key);
    if (!isActive || !canAdminister({ role, isOwner: current.isOwner })) await withdrawInvitations(tx, key);
    return member!;
  });
}

function requireChangeable(member: { isOwner: boolean }, key: { userId: string }, actor: Actor): void {
  if (member.isOwner) throw new AppError("forbidden", "Cannot change the member: the owner keeps role and access");
  if (key.userId === actor.userId) {
    throw new AppError("forbidden", "Cannot change the member: nobody changes their own role or access");
  }
}

async function withdrawInvitations(tx: Database, key: { companyId: string; userId: string }): Promise<void> {
  await tx.delete(invitations).where(and(
    eq(invitations.companyId, key.companyId),
    eq(invitations.createdBy, key.userId),
    isNull(invitations.acceptedAt),
  ));
}

const noSuchMember = () => new AppError("not_found", "Cannot find the member: there is none with this id");
