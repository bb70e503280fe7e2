/**
 * The whole application for tests: real database, real queue, real threads, real document reader; no socket.
 *
 * Threads and reader are shared by the tests of a file: they keep no data. Every test has a database of its own.
 *
 * @module
 */
import { equal } from "node:assert/strict";
import { v7 as newId } from "uuid";
import { createApp } from "../../src/app.ts";
import { createCache } from "../../src/cache/cache.ts";
import { createAnalyst } from "../../src/compute/analyst.ts";
import { createDocuments } from "../../src/compute/documents.ts";
import { createEmbedder } from "../../src/compute/embedder.ts";
import { createAccessTokens } from "../../src/http/auth.ts";
import { createCursors } from "../../src/http/cursor.ts";
import { abandonTask, doTask } from "../../src/ingest.ts";
import { createLog } from "../../src/log.ts";
import { createMetrics } from "../../src/metrics.ts";
import { createCompletions } from "../../src/operations/completions.ts";
import { createReadAhead } from "../../src/resumes/read_ahead.ts";
import { createPasswords } from "../../src/passwords.ts";
import type { Metrics, Services } from "../../src/services.ts";
import { createTasks } from "../../src/tasks/tasks.ts";
import { checkAnswers, type Contract, contractOf } from "./contract_check.ts";
import { testDatabase } from "./database.ts";

/** The document is the same for every application of a file. */
let contract: Contract | undefined;
const log = createLog({ level: "silent", format: "json" });
const embedder = await createEmbedder({ threads: 1 });
const analyst = await createAnalyst();
let reader: Services["documents"] | undefined;
const startedReader = () => reader ??= createDocuments({ log });
/** One reader for all applications of a test file; many have nothing to read. */
export const documents: Services["documents"] = {
  read: (...file) => startedReader().read(...file),
  load: () => startedReader().load(),
  readiness: () => startedReader().readiness(),
  close: async () => await reader?.close(),
};
Deno.test.afterAll(async () => {
  await Promise.all([embedder.close(), analyst.close(), documents.close()]);
});

// deno-lint-ignore no-explicit-any -- tests read bodies whose shape the document tests check
export type Json = any;

/** An answer with its body parsed. */
export interface Answer {
  status: number;
  headers: Headers;
  body: Json;
}

/** Reads `/metrics` of every application. */
export const METRICS_TOKEN = "tests-read-the-figures-with-this-one";

/** Somebody with a token. */
export interface Caller {
  token: string;
  user: Json;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  patch(path: string, body: unknown): Promise<Answer>;
  /** Uploads a file as a form would. */
  upload(file: File, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
  /** Posts a job and gives its body. */
  job(fields?: Record<string, unknown>): Promise<Json>;
}

/** The application with its services. */
export interface TestApp extends AsyncDisposable {
  services: Services;
  metrics: Metrics;
  contract: Contract;
  /** Fails where the answer is not as the document says. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** Registers the owner of a new company and logs them in. */
  owner(fields?: Record<string, string>): Promise<Caller>;
  /** Joins the inviter's company with a role, and logs in. */
  member(inviter: Caller, role: string): Promise<Caller>;
  as(token: string, user?: Json): Caller;
}

/** What differs from the defaults. */
export interface TestAppOptions {
  /** Do not take tasks: uploads stay `received` until {@link TestApp} is given a consumer. */
  withoutConsumer?: boolean;
  overrides?: Partial<Services>;
  /** Put between the application and its queue. */
  wrapTasks?: (tasks: Services["tasks"]) => Services["tasks"];
  /** Put between the application and its database. */
  wrapDatabase?: (db: Services["db"]) => Services["db"];
  /** As with `METRICS_TOKEN` unset. */
  withoutMetrics?: boolean;
  uploadWaitMs?: number;
  uploadBytesMax?: number;
  batchBytesMax?: number;
}

/** Starts the application on an empty database. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await testDatabase();
  const tasks = await createTasks({ database, log });
  const services: Services = {
    db: options.wrapDatabase?.(database.db) ?? database.db,
    cache: await createCache({ cache: { kind: "memory" } }, log),
    embedder,
    analyst,
    documents,
    readAhead: options.withoutConsumer ? null : createReadAhead({ documents, analyst, ...options.overrides }),
    tasks: options.wrapTasks?.(tasks) ?? tasks,
    passwords: createPasswords({ cost: 4 }),
    completions: createCompletions(),
    log,
    now: () => new Date(),
    newId,
    ...options.overrides,
  };
  if (!options.withoutConsumer) {
    await tasks.work((task) => doTask(services, task), (task) => abandonTask(services, task));
  }
  const connections = database.profile === "server" ? () => database.connections() : null;
  const metrics = createMetrics({ ...services, connections });
  const key = new TextEncoder().encode("tests sign with this key of 43 characters..");
  const app = createApp(services, {
    tokens: await createAccessTokens([key], 30),
    cursors: createCursors(key),
    https: false,
    uploadBytesMax: options.uploadBytesMax ?? 10 * 1024 * 1024,
    batchBytesMax: options.batchBytesMax ?? 20 * 1024 * 1024,
    uploadWaitMs: options.uploadWaitMs ?? 60_000,
    refreshTokenDays: 30,
    passwordLengthMin: 12,
    trustedProxies: [],
    corsOrigins: [],
    requestsPerMinute: 0,
    probes: { scraping: options.withoutMetrics ? null : { token: METRICS_TOKEN, metrics } },
  });
  contract ??= contractOf(app);
  const documented = contract;
  const request = checkAnswers(() => documented, async (path, init) => await app.request(path, init));
  let owners = 0;

  const test: TestApp = {
    services,
    metrics,
    contract,
    request,
    as: (token, user) => caller(request, token, user),
    async owner(fields = {}) {
      const email = fields["email"] ?? `owner-${++owners}@example.com`;
      const account = {
        email,
        password: "a long enough passphrase",
        full_name: "Test Owner",
        role: "recruiter",
        company_name: `Company ${owners}`,
        ...fields,
      };
      const registered = await post(request, "/api/v1/auth/register", account);
      equal(registered.status, 201, JSON.stringify(registered.body));
      const login = await post(request, "/api/v1/auth/login", { email, password: account.password });
      equal(login.status, 200, JSON.stringify(login.body));
      return caller(request, login.body.access_token, registered.body);
    },
    async member(inviter, role) {
      const { body: { token } } = await inviter.post("/invitations", { role });
      const account = { email: `member-${++owners}@example.com`, password: "a long enough passphrase" };
      const joining = { ...account, full_name: "Test Member", invite_token: token };
      const registered = await post(request, "/api/v1/auth/register", joining);
      equal(registered.status, 201, JSON.stringify(registered.body));
      const login = await post(request, "/api/v1/auth/login", account);
      return caller(request, login.body.access_token, registered.body);
    },
    async [Symbol.asyncDispose]() {
      metrics.stop();
      await tasks.stop(5_000);
      await services.cache.close();
      await database[Symbol.asyncDispose]();
    },
  };
  return test;
}

type Request = TestApp["request"];

function caller(request: Request, token: string, user: Json): Caller {
  const authorization = `Bearer ${token}`;
  const me: Caller = {
    token,
    user,
    async send(method, path, body, headers = {}) {
      const init: RequestInit = { method, headers: { authorization, ...headers } };
      if (body !== undefined) {
        init.body = JSON.stringify(body);
        init.headers = { "content-type": "application/json", ...init.headers as Record<string, string> };
      }
      return await answer(await request(`/api/v1${path}`, init));
    },
    get: (path) => me.send("GET", path),
    post: (path, body) => me.send("POST", path, body),
    patch: (path, body) => me.send("PATCH", path, body),
    async upload(file, fields = {}, headers = {}) {
      const form = new FormData();
      form.set("file", file);
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      return await answer(
        await request("/api/v1/resumes/upload", { method: "POST", headers: { authorization, ...headers }, body: form }),
      );
    },
    async job(fields = {}) {
      const posted = await me.post("/jobs", {
        title: "Backend engineer",
        company: "Northwind",
        description: "You build the services that plan our deliveries, and keep them running day and night.",
        requirements: "Four years with PostgreSQL and TypeScript in production.",
        skills_required: ["TypeScript", "PostgreSQL", "Docker", "Kubernetes"],
        ...fields,
      });
      equal(posted.status, 201, JSON.stringify(posted.body));
      return posted.body;
    },
  };
  return me;
}

async function post(request: Request, path: string, body: unknown): Promise<Answer> {
  return await answer(
    await request(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
}

/** Reads an answer; a body that is not JSON stays text. */
export async function answer(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}
