/**
 * API keys at the door: `Authorization: Bearer jm_…` acts as the user who made the key, within the key's scopes.
 *
 * @module
 */
import { and, eq, isNull, lte, or, sql } from "drizzle-orm";
import { apiKeys, users } from "../db/schema.ts";
import { databaseState } from "../db/state.ts";
import { AppError } from "../errors.ts";
import { companyOfToken, hashToken, TOKEN_PREFIX } from "../opaque_tokens.ts";
import type { Actor, Services } from "../services.ts";
import { type ScopedOperation, scopeOf } from "./scopes.ts";

/** How often a key's last use is written down. */
const LAST_USED_EVERY_MS = 60_000;

/** A key that is valid now. */
export interface KnownKey {
  actor: Actor;
  scopes: readonly string[];
  /** Of the database, when the key was read. */
  state: string;
}

/** Whether a bearer token is meant to be an API key. */
export const isApiKey = (token: string): boolean => token.startsWith(TOKEN_PREFIX.apiKey);

/**
 * Reads a key and its maker's row at each request: a deactivation, role change or deleted key bites at once.
 *
 * @returns `null` for everything that is not a valid key now.
 */
export function apiKeyReader({ db, now }: Pick<Services, "db" | "now">): (token: string) => Promise<KnownKey | null> {
  const statement = db
    .select({
      id: apiKeys.id,
      scopes: apiKeys.scopes,
      expiresAt: apiKeys.expiresAt,
      lastUsedAt: apiKeys.lastUsedAt,
      userId: users.id,
      role: users.role,
      isOwner: users.isOwner,
      isActive: users.isActive,
      state: databaseState,
    })
    .from(apiKeys)
    .innerJoin(users, and(eq(users.companyId, apiKeys.companyId), eq(users.id, apiKeys.createdBy)))
    .where(and(
      eq(apiKeys.companyId, sql.placeholder("companyId")),
      eq(apiKeys.hash, sql.placeholder("hash")),
    ))
    .prepare("current_api_key");
  return async (token) => {
    const companyId = companyOfToken("apiKey", token);
    if (companyId === null) return null;
    const [key] = await statement.execute({ companyId, hash: hashToken(token) });
    const at = now();
    if (!key?.isActive || (key.expiresAt && key.expiresAt <= at)) return null;
    const stale = new Date(at.getTime() - LAST_USED_EVERY_MS);
    if (!key.lastUsedAt || key.lastUsedAt <= stale) {
      // Of many requests at once the first writes; the others find it done.
      await db.update(apiKeys).set({ lastUsedAt: at }).where(and(
        eq(apiKeys.companyId, companyId),
        eq(apiKeys.id, key.id),
        or(isNull(apiKeys.lastUsedAt), lte(apiKeys.lastUsedAt, stale)),
      ));
    }
    const { userId, role, isOwner, scopes, state } = key;
    return { actor: { userId, companyId, role, isOwner }, scopes, state };
  };
}

/**
 * @param operation As declared; undefined for a route outside the contract, which no key opens.
 * @throws {AppError} `forbidden` if the key's scopes do not cover the operation.
 */
export function requireScope(scopes: readonly string[], operation: ScopedOperation | undefined): void {
  const scope = operation && scopeOf(operation);
  if (!scope) throw new AppError("forbidden", "Cannot use an API key here: log in instead");
  if (!scopes.includes(scope)) throw new AppError("forbidden", `Cannot do this: the API key lacks the scope ${scope}`);
}
