/**
 * Companies, users and how they log in. The only writer of `companies`, `users` and `logins`.
 *
 * @module
 */
import { and, eq } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { companies, logins, users } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import type { Actor, Services } from "../services.ts";
import { type ExpectedVersions, requireVersion } from "../version_check.ts";
import { requireSeat, type Seat, takeSeat } from "./invitations.ts";
import { passwordProblem } from "./password_rules.ts";
import { endSession, endSessions, issueToken, lockUser, type OpenSession } from "./sessions.ts";
import { throttled } from "./throttle.ts";

/** A user with the name of their company. */
export interface Account {
  id: string;
  email: string;
  fullName: string;
  role: Actor["role"];
  companyId: string;
  companyName: string;
  isOwner: boolean;
  isActive: boolean;
  version: number;
  createdAt: Date;
}

/** Who registers, and the company they found or the invitation they follow. */
export interface NewAccount {
  /** Lower case. */
  email: string;
  password: string;
  fullName: string;
  /** An invited user has the role of the invitation. */
  seat: { companyName: string; role: Actor["role"] } | { inviteToken: string };
}

/**
 * Founds a company and makes the user its owner, or lets the user into the company that invited them. A name that
 * another company bears makes no difference.
 *
 * @throws {AppError} `conflict` if the e-mail address is taken; `invalid` for a password that is easily guessed;
 *   `not_found` without an open invitation, `forbidden` if it is for another address.
 */
export async function register(
  services: Pick<Services, "db" | "passwords" | "now" | "newId">,
  input: NewAccount,
): Promise<Account> {
  const { email, fullName, seat } = input;
  const { db, now: clock, newId } = services;
  const now = clock();
  await refuseWeak(input.password, email, "/password");
  const isInvited = "inviteToken" in seat;
  if (isInvited) await requireSeat(db, { token: seat.inviteToken, email, now });
  const [taken] = await db.select({ email: logins.email }).from(logins).where(eq(logins.email, email));
  if (taken) throw emailTaken();
  const passwordHash = await services.passwords.hash(input.password);

  const userId = newId();
  return await db.transaction(async (tx) => {
    const { companyId, role } = isInvited
      ? await takeSeat(tx, { token: seat.inviteToken, now })
      : await foundCompany(tx, { ...seat, id: newId(), createdAt: now });
    await tx.insert(users)
      .values({ companyId, id: userId, email, fullName, role, isOwner: !isInvited, createdAt: now, updatedAt: now });
    const added = await tx.insert(logins).values({ email, companyId, userId, passwordHash })
      .onConflictDoNothing().returning({ email: logins.email });
    // Another registration was faster; throwing undoes the company, or gives the seat back.
    if (added.length === 0) throw emailTaken();
    return await readAccount(tx, { companyId, userId });
  });
}

async function foundCompany(
  tx: Database,
  { id, companyName, role, createdAt }: { id: string; companyName: string; role: Actor["role"]; createdAt: Date },
): Promise<Seat> {
  await tx.insert(companies).values({ id, name: companyName, createdAt });
  return { companyId: id, role };
}

const emailTaken = () => new AppError("conflict", "Cannot register: the e-mail address is taken");

/**
 * Begins a session. Takes as long and answers the same whether the address or the password is wrong.
 *
 * @param input.address Where the request comes from.
 * @throws {AppError} `unauthenticated`, or `rate_limited` after too many failures.
 */
export async function logIn(
  services: Pick<Services, "db" | "cache" | "passwords" | "now" | "newId">,
  input: { email: string; password: string; address: string; sessionDays: number },
): Promise<{ account: Account; session: OpenSession }> {
  const opened = await throttled(services, { account: input.email, address: input.address }, async () => {
    const [login] = await services.db.select().from(logins).where(eq(logins.email, input.email));
    const matches = await services.passwords.verify(input.password, login?.passwordHash ?? null);
    return login && matches ? await open(services, login, input.sessionDays) : null;
  });
  if (!opened) throw new AppError("unauthenticated", "Cannot log in: wrong e-mail address or password");
  return opened;
}

async function open(
  { db, now, newId }: Pick<Services, "db" | "now" | "newId">,
  login: typeof logins.$inferSelect,
  days: number,
): Promise<{ account: Account; session: OpenSession } | null> {
  return await db.transaction(async (tx) => {
    const user = await lockUser(tx, login);
    // The password may have been changed while this one was being checked.
    const [current] = await tx.select().from(logins).where(eq(logins.email, login.email));
    if (!user?.isActive || current?.passwordHash !== login.passwordHash) return null;
    const { companyId, userId } = login;
    const session = { companyId, userId, sessionVersion: user.sessionVersion, sessionId: newId() };
    return { account: await readAccount(tx, login), session: await issueToken(tx, session, { days, now: now() }) };
  });
}

/** The user who asks. */
export async function getMe(services: Pick<Services, "db">, actor: Actor): Promise<Account> {
  return await readAccount(services.db, actor);
}

/** @throws {AppError} `precondition_failed`. */
export async function renameMe(
  services: Pick<Services, "db" | "now">,
  actor: Actor,
  input: { fullName: string | undefined; expected: ExpectedVersions },
): Promise<Account> {
  return await services.db.transaction(async (tx) => {
    const user = await lockUser(tx, actor);
    if (!user) throw noSuchUser();
    requireVersion(user.version, input.expected);
    await tx.update(users)
      .set({
        ...(input.fullName !== undefined && { fullName: input.fullName }),
        version: user.version + 1,
        updatedAt: services.now(),
      })
      .where(and(eq(users.companyId, actor.companyId), eq(users.id, actor.userId)));
    return await readAccount(tx, actor);
  });
}

/** Ends the session that the request was made in. */
export async function logOut(services: Pick<Services, "db">, actor: Actor, sessionId: string): Promise<void> {
  await services.db.transaction(async (tx) => {
    await lockUser(tx, actor);
    await endSession(tx, { companyId: actor.companyId, sessionId });
  });
}

/**
 * Sets another password and ends every other session of the user.
 *
 * @throws {AppError} `invalid` if the current password is wrong or the new one easily guessed; `rate_limited` after too
 *   many wrong ones; `conflict` if it was changed elsewhere meanwhile.
 */
export async function changePassword(
  services: Pick<Services, "db" | "cache" | "passwords">,
  actor: Actor,
  input: { sessionId: string; currentPassword: string; newPassword: string; address: string },
): Promise<void> {
  const { db, passwords } = services;
  const { email } = await readAccount(db, actor);
  await refuseWeak(input.newPassword, email, "/new_password");
  const login = await throttled(services, { account: email, address: input.address }, async () => {
    const [known] = await db.select().from(logins).where(eq(logins.email, email));
    return known && await passwords.verify(input.currentPassword, known.passwordHash) ? known : null;
  });
  if (!login) {
    throw new AppError("invalid", "Cannot change the password: the current one is wrong", {
      fields: [{ pointer: "/current_password", detail: "Wrong password" }],
    });
  }
  const passwordHash = await passwords.hash(input.newPassword);
  await db.transaction(async (tx) => {
    await lockUser(tx, actor);
    const changed = await tx.update(logins).set({ passwordHash })
      .where(and(eq(logins.email, email), eq(logins.passwordHash, login.passwordHash)))
      .returning({ email: logins.email });
    if (changed.length === 0) throw new AppError("conflict", "Cannot change the password: it was changed meanwhile");
    await endSessions(tx, { companyId: actor.companyId, userId: actor.userId, except: input.sessionId });
  });
}

/** Reads one user with the name of the company. */
export async function readAccount(db: Database, key: { companyId: string; userId: string }): Promise<Account> {
  const [account] = await db
    .select({
      id: users.id,
      email: users.email,
      fullName: users.fullName,
      role: users.role,
      companyId: users.companyId,
      companyName: companies.name,
      isOwner: users.isOwner,
      isActive: users.isActive,
      version: users.version,
      createdAt: users.createdAt,
    })
    .from(users)
    .innerJoin(companies, eq(companies.id, users.companyId))
    .where(and(eq(users.companyId, key.companyId), eq(users.id, key.userId)));
  if (!account) throw noSuchUser();
  return account;
}

const noSuchUser = () => new AppError("not_found", "Cannot show the user: there is none with this id");

async function refuseWeak(password: string, email: string, pointer: string): Promise<void> {
  const detail = await passwordProblem(password, email);
  if (detail) {
    throw new AppError("invalid", "Cannot use this password: it is easily guessed", { fields: [{ pointer, detail }] });
  }
}
