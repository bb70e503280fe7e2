/**
 * Keys for integrations. A key acts as the user who made it, within its scopes. The only writer of `api_keys` but for
 * `last_used_at`, which the door writes (`http/api_keys.ts`).
 *
 * @module
 */
import { and, count, desc, eq, lt } from "drizzle-orm";
import { apiKeys } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import { hashToken, newToken } from "../opaque_tokens.ts";
import type { Actor, Services } from "../services.ts";
import { type ExpectedVersions, requireVersion } from "../version_check.ts";
import { canAdminister } from "./roles.ts";
import { lockUser } from "./sessions.ts";

/** `jm_` and eight more characters: enough to tell keys apart, far too few to guess the rest. */
const SHOWN_CHARS = 11;
/** Of one user. */
const KEYS_MAX = 100;
/** A key never changes; it is made and deleted. */
export const API_KEY_VERSION = 1;

const columns = {
  id: apiKeys.id,
  name: apiKeys.name,
  prefix: apiKeys.prefix,
  scopes: apiKeys.scopes,
  expiresAt: apiKeys.expiresAt,
  lastUsedAt: apiKeys.lastUsedAt,
  createdBy: apiKeys.createdBy,
  createdAt: apiKeys.createdAt,
};

/** A key as it can be shown again: without itself. */
export type ApiKey = Pick<typeof apiKeys.$inferSelect, keyof typeof columns>;

/**
 * Makes a key for the actor.
 *
 * @param input.expiresAt `null`: until it is deleted.
 * @returns The key's description, and the key itself, which is shown this once.
 * @throws {AppError} `invalid` for an expiry in the past; `conflict` where the actor has too many.
 */
export async function createApiKey(
  services: Pick<Services, "db" | "now" | "newId">,
  actor: Actor,
  input: { name: string; scopes: string[]; expiresAt: Date | null },
): Promise<{ apiKey: ApiKey; key: string }> {
  const now = services.now();
  if (input.expiresAt && input.expiresAt <= now) {
    throw new AppError("invalid", "Cannot make the API key: it would have expired already", {
      fields: [{ pointer: "/expires_at", detail: "Invalid input: expected a time to come" }],
    });
  }
  const key = newToken("apiKey", actor.companyId);
  return await services.db.transaction(async (tx) => {
    await lockUser(tx, actor);
    const held = await tx.$count(
      apiKeys,
      and(eq(apiKeys.companyId, actor.companyId), eq(apiKeys.createdBy, actor.userId)),
    );
    if (held >= KEYS_MAX) {
      throw new AppError("conflict", `Cannot make the API key: you have ${KEYS_MAX} already; delete some`);
    }
    const [apiKey] = await tx.insert(apiKeys).values({
      companyId: actor.companyId,
      id: services.newId(),
      name: input.name,
      hash: hashToken(key),
      prefix: key.slice(0, SHOWN_CHARS),
      scopes: [...new Set(input.scopes)].toSorted(),
      expiresAt: input.expiresAt,
      createdBy: actor.userId,
      createdAt: now,
    }).returning(columns);
    return { apiKey: apiKey!, key };
  });
}

/** A page of the keys that the actor may manage, newest first, with the number of all. */
export async function listApiKeys(
  services: Pick<Services, "db">,
  actor: Actor,
  page: { limit: number; after: { id: string } | null },
): Promise<{ rows: ApiKey[]; total: number }> {
  const [counted] = await services.db.select({ total: count() }).from(apiKeys).where(managedBy(actor));
  const rows = await services.db.select(columns).from(apiKeys)
    .where(and(managedBy(actor), page.after ? lt(apiKeys.id, page.after.id) : undefined))
    .orderBy(desc(apiKeys.id)).limit(page.limit);
  return { rows, total: counted!.total };
}

/** @throws {AppError} `not_found` where the actor manages no such key. */
export async function getApiKey(services: Pick<Services, "db">, actor: Actor, id: string): Promise<ApiKey> {
  const [apiKey] = await services.db.select(columns).from(apiKeys).where(and(managedBy(actor), eq(apiKeys.id, id)));
  if (!apiKey) throw noSuchKey();
  return apiKey;
}

/**
 * Deletes a key; it stops working at the next request.
 *
 * @throws {AppError} `not_found`; `precondition_failed`.
 */
export async function deleteApiKey(
  services: Pick<Services, "db">,
  actor: Actor,
  input: { id: string; expected: ExpectedVersions },
): Promise<void> {
  await services.db.transaction(async (tx) => {
    const deleted = await tx.delete(apiKeys).where(and(managedBy(actor), eq(apiKeys.id, input.id)))
      .returning({ id: apiKeys.id });
    if (deleted.length === 0) throw noSuchKey();
    requireVersion(API_KEY_VERSION, input.expected);
  });
}

/** Their own; the owner and admins those of the whole company. */
const managedBy = (actor: Actor) =>
  and(
    eq(apiKeys.companyId, actor.companyId),
    canAdminister(actor) ? undefined : eq(apiKeys.createdBy, actor.userId),
  );

const noSuchKey = () => new AppError("not_found", "Cannot find the API key: there is none with this id");
