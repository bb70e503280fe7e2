import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import { Buffer } from "node:buffer";
import { createHmac, generateKeyPairSync, randomBytes } from "node:crypto";
import { type JWTPayload, SignJWT } from "jose";
import { PASSWORD, previousKey, problemOf, signingKey, testApi } from "../../tests/harness/api.ts";
import { createAccessTokens } from "./auth.ts";
import { injected } from "../../tests/trust/report.ts";

type Header = { alg: string; typ: string; kid: string };

Deno.test("only an access token that this server signed, and in its time, is one", async (t) => {
  await using api = await testApi();
  const { email } = await api.register();
  const { access_token: token, refresh_token } = await api.logIn(email);
  const [head, payload, signature] = token.split(".") as [string, string, string];
  const header: Header = JSON.parse(Buffer.from(head, "base64url").toString());
  const claims: JWTPayload = JSON.parse(Buffer.from(payload, "base64url").toString());
  const signed = (
    changed: Record<string, unknown>,
    head: Partial<Header> = {},
    key: Uint8Array | CryptoKey = signingKey,
  ) => new SignJWT({ ...claims, ...changed }).setProtectedHeader({ ...header, ...head }).sign(key);
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const rsa = await crypto.subtle.importKey(
    "pkcs8",
    privateKey.export({ type: "pkcs8", format: "der" }),
    { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const jwk = publicKey.export({ format: "jwk" });

  const tokens: [name: string, token: string][] = [
    ["alg none", `${base64url({ ...header, alg: "none" })}.${payload}.`],
    ["alg None with a signature", `${base64url({ ...header, alg: "None" })}.${payload}.${signature}`],
    ["HS512 with the same key", await signed({}, { alg: "HS512" }, Buffer.concat([signingKey, signingKey]))],
    ["RS256 with a key of its own, named in the header", await signed({}, { alg: "RS256", ...{ jwk } }, rsa)],
    ["another key under the same id", await signed({}, {}, randomBytes(48))],
    ["an empty key", withHmac(`${head}.${payload}`, "")],
    ["the key's id as the key", withHmac(`${head}.${payload}`, header.kid)],
    ["an unknown key id", await signed({}, { kid: "unknown" })],
    ["a key id that is a path", await signed({}, { kid: "../../dev/null" })],
    ["no key id", `${base64url({ alg: "HS256", typ: header.typ })}.${payload}.${signature}`],
    ["changed claims", `${head}.${base64url({ ...claims, exp: Number(claims.exp) + 3600 })}.${signature}`],
    ["no signature", `${head}.${payload}.`],
    ["another issuer", await signed({ iss: "somebody" })],
    ["no issuer", await signed({ iss: undefined })],
    ["another audience", await signed({ aud: "another-api" })],
    ["another type", await signed({}, { typ: "JWT" })],
    ["expired", await signed({ exp: Number(claims.iat) - 1 })],
    ["not valid yet", await signed({ nbf: Number(claims.exp) })],
    ["no expiry", await signed({ exp: undefined })],
    ["no subject", await signed({ sub: undefined })],
    ["another session", await signed({ sid: crypto.randomUUID() })],
    ["another company", await signed({ cid: crypto.randomUUID() })],
    ["a refresh token", refresh_token],
    ["not a token", "nonsense"],
    ["an endless token", `${head}.${"a".repeat(5000)}.${signature}`],
  ];
  for (const [name, forged] of tokens) {
    await t.step(name, async () => {
      const response = await api.get("/api/v1/auth/me", forged);
      match(response.headers.get("www-authenticate") ?? "", /^Bearer/);
      deepEqual(await problemOf(response), [401, "unauthenticated"]);
    });
  }
  await t.step("none, or of another scheme", async () => {
    deepEqual(await problemOf(await api.get("/api/v1/auth/me")), [401, "unauthenticated"]);
    const headers = { authorization: `Basic ${Buffer.from(`${email}:${PASSWORD}`).toString("base64")}` };
    deepEqual(await problemOf(await api.request("/api/v1/auth/me", { headers })), [401, "unauthenticated"]);
  });
  await t.step(
    "the same claims signed as they should be are taken, so that the cases above fail for their reason",
    async () => {
      equal((await api.get("/api/v1/auth/me", await signed({}))).status, 200);
    },
  );
  await t.step("the real one, until it expires", async () => {
    equal((await api.get("/api/v1/auth/me", token)).status, 200);
    api.advance(31 * 60_000);
    deepEqual(await problemOf(await api.get("/api/v1/auth/me", token)), [401, "unauthenticated"]);
  });
  injected(17, "tokens that are none of ours, or not now", tokens.length);
});

Deno.test("a token signed with a former key is believed while that key is named, and no longer", async () => {
  await using api = await testApi();
  const { email } = await api.register();
  const { access_token: token } = await api.logIn(email);
  const now = new Date();
  const [current, former] = await Promise.all([
    createAccessTokens([signingKey], 30),
    createAccessTokens([previousKey], 30),
  ]);
  const claims = await current.verify(token, now);
  const old = await former.sign(claims!, now);

  // The server of these tests names both keys.
  equal((await api.get("/api/v1/auth/me", old)).status, 200);
  equal(await current.verify(old, now), null);
  notEqual(await former.verify(old, now), null);
});

function withHmac(content: string, key: string): string {
  return `${content}.${createHmac("sha256", key).update(content).digest("base64url")}`;
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
