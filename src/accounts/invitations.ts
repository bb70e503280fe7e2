/**
 * Seats offered to people who are not members yet. The only writer of `invitations` but for `members.ts`, which
 * withdraws those of a member who loses the right to invite.
 *
 * ```
 * pending ──registration──▶ accepted
 *    ├── 7 days ──▶ expired
 *    └── withdrawn ──▶ (no row)
 * ```
 *
 * @module
 */
import { and, count, desc, eq, gt, isNotNull, isNull, lt, lte } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { invitations } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import { companyOfToken, hashToken, newToken } from "../opaque_tokens.ts";
import type { Actor, Services } from "../services.ts";
import { type ExpectedVersions, requireVersion } from "../version_check.ts";
import { requireAdmin } from "./roles.ts";
import { lockUser } from "./sessions.ts";

/** How long an invitation can be accepted. */
const VALID_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Where an invitation stands. */
export const INVITATION_STATUSES = ["pending", "accepted", "expired"] as const;
/** One of {@link INVITATION_STATUSES}. */
export type InvitationStatus = (typeof INVITATION_STATUSES)[number];

const columns = {
  id: invitations.id,
  email: invitations.email,
  role: invitations.role,
  expiresAt: invitations.expiresAt,
  acceptedAt: invitations.acceptedAt,
  createdBy: invitations.createdBy,
  createdAt: invitations.createdAt,
};

/** An offered seat, without its token. */
export type Invitation = Pick<typeof invitations.$inferSelect, keyof typeof columns> & {
  status: InvitationStatus;
  /** 1 as offered, 2 as accepted. */
  version: number;
};

/** Whoever registers with an open invitation takes this seat. */
export interface Seat {
  companyId: string;
  role: Actor["role"];
}

/**
 * Offers a seat.
 *
 * @param input.email Lower case; only this address may accept. `null`: whoever holds the token.
 * @returns The invitation and its token, which is shown this once.
 * @throws {AppError} `forbidden` for others than the owner and admins.
 */
export async function createInvitation(
  services: Pick<Services, "db" | "now" | "newId">,
  actor: Actor,
  input: { role: Actor["role"]; email: string | null },
): Promise<{ invitation: Invitation; token: string }> {
  const now = services.now();
  const token = newToken("invitation", actor.companyId);
  const row = await services.db.transaction(async (tx) => {
    // Held, so that whoever loses the right meanwhile leaves no invitation behind.
    requireAdmin(await lockUser(tx, actor) ?? actor, "invite");
    const [row] = await tx.insert(invitations).values({
      companyId: actor.companyId,
      id: services.newId(),
      hash: hashToken(token),
      email: input.email,
      role: input.role,
      expiresAt: new Date(now.getTime() + VALID_DAYS * DAY_MS),
      createdBy: actor.userId,
      createdAt: now,
    }).returning(columns);
    return row!;
  });
  return { invitation: describe(row, now), token };
}

/** A page of the company's invitations, newest first, with the number of all. */
export async function listInvitations(
  services: Pick<Services, "db" | "now">,
  actor: Actor,
  page: { limit: number; after: { id: string } | null; status: InvitationStatus | null },
): Promise<{ rows: Invitation[]; total: number }> {
  requireAdmin(actor, "list the invitations");
  const now = services.now();
  const filter = and(
    eq(invitations.companyId, actor.companyId),
    page.status === null ? undefined : hasStatus(page.status, now),
  );
  const [counted] = await services.db.select({ total: count() }).from(invitations).where(filter);
  const rows = await services.db.select(columns).from(invitations)
    .where(and(filter, page.after ? lt(invitations.id, page.after.id) : undefined))
    .orderBy(desc(invitations.id)).limit(page.limit);
  return { rows: rows.map((row) => describe(row, now)), total: counted!.total };
}

/** @throws {AppError} `not_found` where the company has no such invitation; `forbidden`. */
export async function getInvitation(
  services: Pick<Services, "db" | "now">,
  actor: Actor,
  id: string,
): Promise<Invitation> {
  requireAdmin(actor, "show the invitation");
  const [row] = await services.db.select(columns).from(invitations).where(isInvitation(actor, id));
  if (!row) throw noSuchInvitation();
  return describe(row, services.now());
}

/**
 * Withdraws an invitation that nobody has accepted.
 *
 * @throws {AppError} `forbidden`; `not_found`; `precondition_failed`; `conflict` for an accepted one.
 */
export async function withdrawInvitation(
  services: Pick<Services, "db" | "now">,
  actor: Actor,
  input: { id: string; expected: ExpectedVersions },
): Promise<void> {
  requireAdmin(actor, "withdraw the invitation");
  await services.db.transaction(async (tx) => {
    const [row] = await tx.select(columns).from(invitations).where(isInvitation(actor, input.id)).for("update");
    if (!row) throw noSuchInvitation();
    requireVersion(describe(row, services.now()).version, input.expected);
    if (row.acceptedAt) throw new AppError("conflict", "Cannot withdraw the invitation: it was accepted");
    await tx.delete(invitations).where(isInvitation(actor, input.id));
  });
}

/**
 * Checks that a token offers an address a seat, before the costly work of registering begins.
 *
 * @throws {AppError} `not_found` where no open invitation has this token; `forbidden` if it is for another address.
 */
export async function requireSeat(db: Database, input: { token: string; email: string; now: Date }): Promise<void> {
  const [found] = await db.select({ email: invitations.email }).from(invitations).where(isOpen(input));
  if (!found) throw noOpenInvitation();
  if (found.email !== null && found.email !== input.email) {
    throw new AppError("forbidden", "Cannot register: the invitation is for another e-mail address");
  }
}

/**
 * Uses the invitation up, in the caller's transaction: of many at once one succeeds.
 *
 * @throws {AppError} `not_found` if it was used or withdrawn meanwhile.
 */
export async function takeSeat(tx: Database, input: { token: string; now: Date }): Promise<Seat> {
  const [seat] = await tx.update(invitations).set({ acceptedAt: input.now }).where(isOpen(input))
    .returning({ companyId: invitations.companyId, role: invitations.role });
  if (!seat) throw noOpenInvitation();
  return seat;
}

/** @throws {AppError} `not_found` for what cannot be a token. */
function isOpen({ token, now }: { token: string; now: Date }) {
  const companyId = companyOfToken("invitation", token);
  if (companyId === null) throw noOpenInvitation();
  return and(
    eq(invitations.companyId, companyId),
    eq(invitations.hash, hashToken(token)),
    hasStatus("pending", now),
  );
}

function hasStatus(status: InvitationStatus, now: Date) {
  if (status === "accepted") return isNotNull(invitations.acceptedAt);
  return and(
    isNull(invitations.acceptedAt),
    status === "pending" ? gt(invitations.expiresAt, now) : lte(invitations.expiresAt, now),
  );
}

const isInvitation = (actor: Actor, id: string) =>
  and(eq(invitations.companyId, actor.companyId), eq(invitations.id, id));

function describe(row: Omit<Invitation, "status" | "version">, now: Date): Invitation {
  const status = row.acceptedAt ? "accepted" : row.expiresAt > now ? "pending" : "expired";
  return { ...row, status, version: row.acceptedAt ? 2 : 1 };
}

const noSuchInvitation = () => new AppError("not_found", "Cannot find the invitation: there is none with this id");
const noOpenInvitation = () =>
  new AppError("not_found", "Cannot register: no open invitation has this token; it may have been used or expired");
