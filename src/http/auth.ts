/**
 * Bearer access tokens: made at login, checked at each request together with the user's current row. API keys
 * authenticate beside them.
 *
 * @module
 */
import { and, eq, exists, sql } from "drizzle-orm";
import { type JWTHeaderParameters, jwtVerify, SignJWT } from "jose";
import { LRUCache } from "lru-cache";
import { createHmac } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import type { Database } from "../db/database.ts";
import { refreshTokens, users } from "../db/schema.ts";
import { withCompany } from "../db/scope.ts";
import { sharedRead } from "../db/shared_read.ts";
import { databaseState } from "../db/state.ts";
import { AppError } from "../errors.ts";
import type { Actor, Services } from "../services.ts";
import { apiKeyReader, isApiKey, requireScope } from "./api_keys.ts";
import type { AppEnv } from "./contract.ts";
import type { MatchedOperation } from "./operation.ts";

const ISSUER = "job-match";
const AUDIENCE = "job-match-api";
/** RFC 9068. Tokens of another kind, made with the same key, are not access tokens. */
const TYPE = "at+jwt";
const VERIFIED_MAX = 10_000;
const TOKEN_CHARS_MAX = 2000;

/** Whom an access token speaks for, and the session it was made in. */
export interface AccessClaims {
  userId: string;
  companyId: string;
  /** The login: the family of its refresh tokens. When it ends, so does the access token. */
  sessionId: string;
  /** The user's at that time; raising it ends every session. */
  sessionVersion: number;
}

/** The key that signs, then those that signed before and are still believed. */
export type SigningKeys = readonly [Uint8Array<ArrayBuffer>, ...Uint8Array<ArrayBuffer>[]];

/** Claims of a token that is valid until `expiresAt`, in milliseconds of Unix time. */
export type ValidClaims = AccessClaims & { expiresAt: number };

/** Makes and checks access tokens (JWT, HS256). A key's id is in the header, so that keys can be changed one by one. */
export interface AccessTokens {
  readonly minutes: number;
  sign(claims: AccessClaims, now: Date): Promise<string>;
  /** `null` for everything that is not a valid token now. */
  verify(token: string, now: Date): Promise<ValidClaims | null>;
}

/**
 * @param signingKeys The first signs; every one of them is believed. Each has at least 32 bytes.
 * @param minutes How long a token is valid.
 */
export async function createAccessTokens(signingKeys: SigningKeys, minutes: number): Promise<AccessTokens> {
  const [signing, ...previous] = signingKeys;
  const current = await importKey(signing);
  const keys = new Map([current, ...await Promise.all(previous.map(importKey))]);
  const [kid, key] = current;
  const verified = new LRUCache<string, ValidClaims>({ max: VERIFIED_MAX });
  return {
    minutes,
    async sign({ userId, companyId, sessionId, sessionVersion }, now) {
      const seconds = Math.floor(now.getTime() / 1000);
      return await new SignJWT({ cid: companyId, sid: sessionId, sv: sessionVersion })
        .setProtectedHeader({ alg: "HS256", typ: TYPE, kid })
        .setIssuer(ISSUER).setAudience(AUDIENCE).setSubject(userId)
        .setIssuedAt(seconds).setExpirationTime(seconds + minutes * 60)
        .sign(key);
    },
    async verify(token, now) {
      if (token.length > TOKEN_CHARS_MAX) return null;
      const known = verified.get(token);
      if (known) return known.expiresAt > now.getTime() ? known : null;
      const claims = await verifySignature(token, keys, now);
      if (claims) verified.set(token, claims);
      return claims;
    },
  };
}

/** Its id tells which key signed, and nothing of the key. */
async function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<[kid: string, key: CryptoKey]> {
  const kid = createHmac("sha256", bytes).update("job-match key id v1").digest("base64url").slice(0, 12);
  return [
    kid,
    await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]),
  ];
}

async function verifySignature(token: string, keys: ReadonlyMap<string, CryptoKey>, now: Date) {
  const keyOf = ({ kid = "" }: JWTHeaderParameters) => {
    const key = keys.get(kid);
    if (!key) throw new RangeError("No such key");
    return key;
  };
  // Every way a token can be wrong is the same 401, so the reason is of no interest.
  const result = await jwtVerify(token, keyOf, {
    algorithms: ["HS256"],
    issuer: ISSUER,
    audience: AUDIENCE,
    typ: TYPE,
    currentDate: now,
    requiredClaims: ["sub", "exp", "iat"],
  }).catch(() => null);
  if (!result) return null;
  const { sub, cid, sid, sv, exp } = result.payload;
  if (!isUuid(sub) || !isUuid(cid) || !isUuid(sid) || typeof sv !== "number" || exp === undefined) return null;
  return { userId: sub, companyId: cid, sessionId: sid, sessionVersion: sv, expiresAt: exp * 1000 };
}

const isUuid = (value: unknown): value is string =>
  typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);

/** A caller let in. */
interface Admission {
  actor: Actor;
  /** Of somebody who logged in. */
  sessionId: string | null;
  /** What an API key may do. */
  scopes: readonly string[] | null;
  /** Of the database, when the caller was let in. */
  state: string;
}

/**
 * Sets `actor` and, for somebody who logged in, `sessionId` on every route that needs a token: all below `/api/` but
 * those declared for `anyone`. Unknown paths pass, so that they are 404 and not 401.
 *
 * The user's row and session, or key, are read at each request: a deactivation, role change, logout or new password
 * bites at once. What follows works behind the wall of the actor's company.
 *
 * @param find From `operationFinder`.
 */
export function authenticate(
  find: (c: Context<AppEnv>) => MatchedOperation | null,
  services: Pick<Services, "db" | "now">,
  tokens: AccessTokens,
): MiddlewareHandler<AppEnv> {
  const admit = sharedRead(admissions(services, tokens));

  return async (c, next) => {
    const operation = find(c);
    if (!operation || !operation.needsToken) return await next();
    const [, token] = /^Bearer +([\w.~+/=-]+) *$/i.exec(c.req.header("authorization") ?? "") ?? [];
    if (token === undefined) throw new AppError("unauthenticated", "Cannot authenticate: send a bearer token");
    const { actor, sessionId, scopes, state } = await admit(token);
    if (scopes) requireScope(scopes, operation.declared);
    c.set("actor", actor);
    if (sessionId !== null) c.set("sessionId", sessionId);
    c.set("databaseState", state);
    await withCompany(actor.companyId, next);
  };
}

/** @returns Reads whom a token speaks for. @throws {AppError} `unauthenticated` if for nobody. */
function admissions(
  services: Pick<Services, "db" | "now">,
  tokens: AccessTokens,
): (token: string) => Promise<Admission> {
  const currentUser = userReader(services.db);
  const currentKey = apiKeyReader(services);
  return async (token) => {
    if (isApiKey(token)) {
      const key = await currentKey(token);
      if (!key) throw new AppError("unauthenticated", "Cannot authenticate: the API key is invalid or expired");
      return { ...key, sessionId: null };
    }
    const claims = await tokens.verify(token, services.now());
    const user = claims && await currentUser(claims);
    if (!user) throw new AppError("unauthenticated", "Cannot authenticate: the token is invalid or expired");
    return { ...user, sessionId: claims.sessionId, scopes: null };
  };
}

function userReader(db: Database): (claims: AccessClaims) => Promise<Pick<Admission, "actor" | "state"> | null> {
  const statement = db
    .select({
      role: users.role,
      isOwner: users.isOwner,
      isActive: users.isActive,
      sessionVersion: users.sessionVersion,
      state: databaseState,
    })
    .from(users)
    .where(and(
      eq(users.companyId, sql.placeholder("companyId")),
      eq(users.id, sql.placeholder("userId")),
      exists(
        db.select({ one: sql`1` }).from(refreshTokens).where(and(
          eq(refreshTokens.companyId, sql.placeholder("companyId")),
          eq(refreshTokens.familyId, sql.placeholder("sessionId")),
        )),
      ),
    ))
    .prepare("current_actor");
  return async ({ companyId, userId, sessionId, sessionVersion }) => {
    const [user] = await statement.execute({ companyId, userId, sessionId });
    if (!user || !user.isActive || user.sessionVersion !== sessionVersion) return null;
    return { actor: { userId, companyId, role: user.role, isOwner: user.isOwner }, state: user.state };
  };
}
