/**
 * Opaque secrets that are shown once and kept as a hash: refresh tokens, API keys, invitations.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import { createHash, randomBytes } from "node:crypto";

/** What each kind begins with, so that a leaked one is recognised for what it is. */
export const TOKEN_PREFIX = { refresh: "jmr_", apiKey: "jm_", invitation: "jmi_" } as const;

/** A key of {@link TOKEN_PREFIX}. */
export type TokenKind = keyof typeof TOKEN_PREFIX;

const RANDOM_BYTES = 32;
const UUID_BYTES = 16;

/** 256 random bits, then the company's id: the row is found by (company, hash). */
export function newToken(kind: TokenKind, companyId: string): string {
  const company = Buffer.from(companyId.replaceAll("-", ""), "hex");
  return TOKEN_PREFIX[kind] + Buffer.concat([randomBytes(RANDOM_BYTES), company]).toString("base64url");
}

/** The company that a token names; `null` for what cannot be a token of this kind. Says nothing about its validity. */
export function companyOfToken(kind: TokenKind, token: string): string | null {
  if (!token.startsWith(TOKEN_PREFIX[kind])) return null;
  const bytes = Buffer.from(token.slice(TOKEN_PREFIX[kind].length), "base64url");
  if (bytes.length !== RANDOM_BYTES + UUID_BYTES) return null;
  return bytes.subarray(RANDOM_BYTES).toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** What is stored of a token: SHA-256, hexadecimal. Of 256 random bits a fast hash gives nothing away. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
