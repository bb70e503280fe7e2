/**
 * Sessions: a login and the refresh tokens that follow from it. The only writer of `refresh_tokens`.
 *
 * A token is exchanged once. Used again within ten seconds it gives another successor, as after a lost answer or in two
 * tabs at once; used again later it is taken for stolen, and the whole session ends. Whatever begins, continues or ends
 * a session holds the user's row, so that no successor slips past the end of its session.
 *
 * @module
 */
import { and, eq, lt, ne } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { refreshTokens, users } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import { companyOfToken, hashToken, newToken } from "../opaque_tokens.ts";
import type { Services } from "../services.ts";

/** One login of one user. */
export interface Session {
  companyId: string;
  userId: string;
  sessionId: string;
  /** The user's when the session was last continued. */
  sessionVersion: number;
}

/** A session with the token that continues it; the token is shown once and kept as a hash. */
export interface OpenSession extends Session {
  refreshToken: string;
}

interface UserKey {
  companyId: string;
  userId: string;
}

const GRACE_MS = 10_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Issues a refresh token of a session in the caller's transaction, which holds the user's row. */
export async function issueToken(
  tx: Database,
  session: Session,
  validity: { days: number; now: Date },
): Promise<OpenSession> {
  const { days, now } = validity;
  const refreshToken = newToken("refresh", session.companyId);
  await tx.insert(refreshTokens).values({
    companyId: session.companyId,
    hash: hashToken(refreshToken),
    userId: session.userId,
    familyId: session.sessionId,
    expiresAt: new Date(now.getTime() + days * DAY_MS),
    createdAt: now,
  });
  return { ...session, refreshToken };
}

/**
 * Exchanges a refresh token for its successor.
 *
 * @throws {AppError} `unauthenticated` if the token is unknown, expired, reused, or its user may no longer log in.
 */
export async function continueSession(
  services: Pick<Services, "db" | "now" | "log">,
  input: { refreshToken: string; days: number },
): Promise<OpenSession> {
  const now = services.now();
  const companyId = companyOfToken("refresh", input.refreshToken);
  const session = companyId === null ? null : await services.db.transaction(async (tx) => {
    const token = and(eq(refreshTokens.companyId, companyId), eq(refreshTokens.hash, hashToken(input.refreshToken)));
    const [owner] = await tx.select({ userId: refreshTokens.userId }).from(refreshTokens).where(token);
    const user = owner && await lockUser(tx, { companyId, userId: owner.userId });
    const [known] = user ? await tx.select().from(refreshTokens).where(token) : [];
    if (!user?.isActive || !known || known.expiresAt <= now) return null;
    if (known.usedAt && now.getTime() - known.usedAt.getTime() > GRACE_MS) {
      await endSession(tx, { companyId, sessionId: known.familyId });
      services.log.warn("refresh token used twice: session ended", { companyId, userId: known.userId });
      return null;
    }
    if (!known.usedAt) await tx.update(refreshTokens).set({ usedAt: now }).where(token);
    await forgetExpired(tx, companyId, known.familyId, now);
    const { userId, familyId: sessionId } = known;
    const { sessionVersion } = user;
    return await issueToken(tx, { companyId, userId, sessionId, sessionVersion }, { days: input.days, now });
  });
  if (!session) {
    throw new AppError("unauthenticated", "Cannot refresh the session: the refresh token is invalid or expired");
  }
  return session;
}

/** Ends one session: its refresh tokens and, at the next request, its access token. */
export async function endSession(
  tx: Database,
  { companyId, sessionId }: Pick<Session, "companyId" | "sessionId">,
): Promise<void> {
  await tx.delete(refreshTokens)
    .where(and(eq(refreshTokens.companyId, companyId), eq(refreshTokens.familyId, sessionId)));
}

/**
 * Ends every session of a user, in the caller's transaction, which holds the user's row.
 *
 * @param user.except A session that goes on.
 */
export async function endSessions(
  tx: Database,
  { companyId, userId, except }: UserKey & { except?: string },
): Promise<void> {
  await tx.delete(refreshTokens).where(and(
    eq(refreshTokens.companyId, companyId),
    eq(refreshTokens.userId, userId),
    except === undefined ? undefined : ne(refreshTokens.familyId, except),
  ));
}

/** Holds the user's row to the end of the transaction. */
export async function lockUser(tx: Database, { companyId, userId }: UserKey) {
  const [user] = await tx
    .select({
      isActive: users.isActive,
      isOwner: users.isOwner,
      role: users.role,
      sessionVersion: users.sessionVersion,
      version: users.version,
    })
    .from(users)
    .where(and(eq(users.companyId, companyId), eq(users.id, userId)))
    .for("no key update");
  return user;
}

async function forgetExpired(tx: Database, companyId: string, familyId: string, now: Date): Promise<void> {
  await tx.delete(refreshTokens).where(and(
    eq(refreshTokens.companyId, companyId),
    eq(refreshTokens.familyId, familyId),
    lt(refreshTokens.expiresAt, now),
  ));
}
