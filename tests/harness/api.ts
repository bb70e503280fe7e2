/**
 * The HTTP layer and accounts on a real database, without the parts that embed, read documents or queue: what the tests
 * of conventions and accounts need, started in no time.
 *
 * @module
 */
import { equal } from "node:assert/strict";
import { v7 as newId } from "uuid";
import { accountRoutes } from "../../src/accounts/routes.ts";
import { createCache } from "../../src/cache/cache.ts";
import { type AccessTokens, createAccessTokens } from "../../src/http/auth.ts";
import { type AppRouter, newRouter } from "../../src/http/contract.ts";
import { applyConventions } from "../../src/http/conventions.ts";
import { createCursors } from "../../src/http/cursor.ts";
import { docsRoutes } from "../../src/http/docs.ts";
import { createLog } from "../../src/log.ts";
import { createPasswords } from "../../src/passwords.ts";
import type { Services } from "../../src/services.ts";
import { checkAnswers, type Contract, contractOf } from "./contract_check.ts";
import { testDatabase } from "./database.ts";

/** The key that tests sign with. */
export const signingKey = new TextEncoder().encode("tests of accounts sign with this key....");
/** Signed before that one, and is still believed. */
export const previousKey = new TextEncoder().encode("tests of accounts signed with this one..");
/** A password that the rules take. */
export const PASSWORD = "a passphrase of words";

/** Where a request seems to come from. */
export interface Connection {
  remoteAddr: Deno.NetAddr;
}

/** The API of a test. */
export interface TestApi extends AsyncDisposable {
  app: AppRouter;
  services: Pick<Services, "db" | "cache" | "passwords" | "log" | "now" | "newId">;
  tokens: AccessTokens;
  /** Log lines so far, as JSON. */
  lines: string[];
  /** Moves the clock. */
  advance(ms: number): void;
  /** Fails where the answer is not as the document says. */
  request(path: string, init?: RequestInit, from?: Connection): Promise<Response>;
  /** Posts JSON, with a token where one is given. */
  post(path: string, body: unknown, token?: string, from?: Connection): Promise<Response>;
  get(path: string, token?: string): Promise<Response>;
  /** Sends any method with a token, JSON and headers; gives the parsed answer. */
  send(token: string, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Registers a user of the inviting token's company and logs them in. */
  member(inviter: string, role: string): Promise<{ token: string; refreshToken: string; user: RegisteredUser }>;
  /** Registers a user with an address of their own; gives the body of the answer. */
  register(fields?: Record<string, unknown>): Promise<RegisteredUser>;
  /** Logs in; gives the body of the answer. */
  logIn(email: string, password?: string): Promise<TokenBody>;
}

/** An answer with its body parsed. */
export interface Answer {
  status: number;
  headers: Headers;
  // deno-lint-ignore no-explicit-any -- tests read bodies whose shape the document tests check
  body: any;
}

/** Of a 201 to `POST /auth/register`. */
export interface RegisteredUser {
  id: string;
  email: string;
  company_id: string;
  [name: string]: unknown;
}

/** Of a 200 to `POST /auth/login`. */
export interface TokenBody {
  access_token: string;
  refresh_token: string;
  token_type: string;
  expires_in: number;
  user: RegisteredUser;
}

/** @param options.routes More routes below `/api/v1`. */
export async function testApi(
  options: {
    routes?: AppRouter[];
    trustedProxies?: string[];
    requestsPerMinute?: number;
    corsOrigins?: string[];
    overrides?: Partial<TestApi["services"]>;
  } = {},
): Promise<TestApi> {
  const database = await testDatabase();
  const lines: string[] = [];
  const log = createLog({ level: "info", format: "json", write: (line) => lines.push(line) });
  let aheadMs = 0;
  const services = {
    db: database.db,
    cache: await createCache({ cache: { kind: "memory" } }, log),
    passwords: createPasswords({ cost: 4 }),
    log,
    now: () => new Date(Date.now() + aheadMs),
    newId,
    ...options.overrides,
  };
  const tokens = await createAccessTokens([signingKey, previousKey], 30);
  const app = newRouter();
  const trustedProxies = options.trustedProxies ?? [];
  const { requestsPerMinute = 0 } = options;
  services.db = applyConventions(app, services, {
    tokens,
    https: true,
    requestsPerMinute,
    trustedProxies,
    corsOrigins: options.corsOrigins ?? [],
    metrics: null,
  });
  const settings = {
    tokens,
    cursors: createCursors(signingKey),
    refreshTokenDays: 30,
    passwordLengthMin: 12,
    trustedProxies,
  };
  for (const routes of [accountRoutes(services, settings), ...options.routes ?? []]) app.route("/api/v1", routes);
  app.route("/", docsRoutes(app, "1.2.3"));

  let contract: Contract | undefined;
  let registered = 0;
  const api: TestApi = {
    app,
    services,
    tokens,
    lines,
    advance: (ms) => {
      aheadMs += ms;
    },
    request: checkAnswers(
      () => contract ??= contractOf(app),
      async (path, init, from?: Connection) => await app.request(path, init, from),
    ),
    post: (path, body, token, from) =>
      api.request(path, {
        method: "POST",
        headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
        body: JSON.stringify(body),
      }, from),
    get: (path, token) => api.request(path, { headers: token ? { authorization: `Bearer ${token}` } : {} }),
    async send(token, method, path, body, headers = {}) {
      const response = await api.request(`/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) };
    },
    async member(inviter, role) {
      const { body: invitation } = await api.send(inviter, "POST", "/invitations", { role });
      const user = await api.register({ invite_token: invitation.token, company_name: undefined });
      const { access_token, refresh_token } = await api.logIn(user.email);
      return { token: access_token, refreshToken: refresh_token, user };
    },
    async register(fields = {}) {
      const response = await api.post("/api/v1/auth/register", {
        email: `user-${++registered}@example.com`,
        password: PASSWORD,
        full_name: "Test User",
        role: "recruiter",
        company_name: "Test Company",
        ...fields,
      });
      equal(response.status, 201);
      return await response.json();
    },
    async logIn(email, password = PASSWORD) {
      const response = await api.post("/api/v1/auth/login", { email, password });
      equal(response.status, 200);
      return await response.json();
    },
    async [Symbol.asyncDispose]() {
      await services.cache.close();
      await database[Symbol.asyncDispose]();
    },
  };
  return api;
}

/** Status and code of an error; asserts that it is a problem document which quotes no password. */
export async function problemOf(response: Response): Promise<[status: number, code: string]> {
  const text = await response.text();
  equal(response.headers.get("content-type"), "application/problem+json", text);
  equal(text.includes(PASSWORD), false);
  const { status, code } = JSON.parse(text);
  equal(status, response.status);
  return [status, code];
}

/** Pointers to what is wrong with the input. */
export async function pointersOf(response: Response): Promise<string[]> {
  const { errors = [] } = await response.json();
  return errors.map(({ pointer }: { pointer: string }) => pointer);
}
