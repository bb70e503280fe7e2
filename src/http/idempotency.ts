/**
 * `Idempotency-Key`: a POST that is sent again does its work once.
 *
 * The key is written in the transaction of the effect, so there is never one without the other; the answer is added
 * when it is made. Kept for 24 hours, per user and path. What a route declares as secret is not kept: `x-secret` names
 * the member of the answer that is null in a replay, `x-secret-body` has the body compared by a slow salted hash. A route
 * that stores nothing (`x-stores-nothing`) works out its answer again, which is the same; only the hash is kept.
 *
 * ```
 * no row ──▶ running (in this process) ──commit of the effect──▶ row ──answer──▶ row with answer
 *   ▲             │ refused or failed: rolled back                │ process killed: 409, look before you repeat
 *   └─────────────┘                                               ▼
 * ```
 *
 * @module
 */
import { and, eq, gte, isNull, lt } from "drizzle-orm";
import type { Context, MiddlewareHandler, Next } from "hono";
import { AsyncLocalStorage } from "node:async_hooks";
import { Buffer } from "node:buffer";
import { createHash, scrypt } from "node:crypto";
import { promisify } from "node:util";
import type { Database } from "../db/database.ts";
import { idempotencyKeys } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import type { Services } from "../services.ts";
import type { AppEnv } from "./contract.ts";
import type { MatchedOperation } from "./operation.ts";

/** How long a key is remembered. */
const KEPT_MS = 24 * 60 * 60 * 1000;
const scryptHash = promisify<string, string, number, Buffer>(scrypt);
const KEPT_HEADERS = ["content-type", "location", "etag"];

interface Claim {
  companyId: string;
  userId: string;
  request: string;
  key: string;
  bodyHash: string;
  createdAt: Date;
  /** Whether an effect with this key was committed. */
  committed: boolean;
}

const UNDER_WAY = "Cannot answer yet: a request with this key is under way, or its answer was lost";

/** Another request with the same key was faster: its answer is given, and this refusal only where that is not there. */
class KeyTakenError extends AppError {
  constructor() {
    super("conflict", UNDER_WAY, { retryAfterSeconds: 1 });
  }
}

/** The database that features write through, and the middleware that reads keys. They belong together. */
export interface Idempotency {
  db: Database;
  middleware: MiddlewareHandler<AppEnv>;
}

/** @param find From `operationFinder`. */
export function createIdempotency(
  { db, now }: Pick<Services, "db" | "now">,
  find: (c: Context<AppEnv>) => MatchedOperation | null,
): Idempotency {
  const current = new AsyncLocalStorage<Claim>();
  const running = new Set<string>();

  return {
    db: claimingDatabase(db, current),
    async middleware(c, next) {
      const key = c.req.header("idempotency-key");
      const operation = find(c);
      if (key === undefined || c.req.method !== "POST" || !operation?.needsToken) return await next();
      const claim: Claim = { ...await describe(c, key), createdAt: now(), committed: false };
      if (operation.declared?.["x-secret-body"]) claim.bodyHash = await slowHash(claim);
      const earlier = await load(db, claim);
      if (operation.declared?.["x-stores-nothing"]) return await answerAnew(c, next, { db, claim, earlier });
      if (earlier) return replay(c, answerOf(claim, earlier));
      const id = JSON.stringify([claim.companyId, claim.userId, claim.request, claim.key]);
      if (running.has(id)) throw stillRunning();
      running.add(id);
      try {
        await current.run(claim, next);
        const faster = c.error instanceof KeyTakenError ? await load(db, claim) : undefined;
        if (faster) {
          // First: a refusal that is thrown needs an answer to put its headers on.
          const answer = answerOf(claim, faster);
          c.res = undefined;
          c.res = replay(c, answer);
        } else if (claim.committed && c.res.status < 500) {
          await keepAnswer(db, claim, c.res, operation.declared?.["x-secret"]);
        }
      } finally {
        running.delete(id);
      }
    },
  };
}

/** The same database; the first transaction of a request that brings a key writes the key first. */
function claimingDatabase(db: Database, current: AsyncLocalStorage<Claim>): Database {
  const transaction: Database["transaction"] = async (work, config) => {
    const claim = current.getStore();
    if (!claim || claim.committed) return await db.transaction(work, config);
    const result = await db.transaction(async (tx) => {
      await take(tx, claim);
      return await work(tx);
    }, config);
    claim.committed = true;
    return result;
  };
  return new Proxy(db, {
    get(target, name) {
      if (name === "transaction") return transaction;
      const member = Reflect.get(target, name, target);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
}

async function take(tx: Database, claim: Claim): Promise<void> {
  if (!await insert(tx, claim)) throw new KeyTakenError();
}

/** @returns Whether nobody had the key. */
async function insert(tx: Database, claim: Claim): Promise<boolean> {
  const { committed: _, ...row } = claim;
  await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, new Date(claim.createdAt.getTime() - KEPT_MS)));
  const taken = await tx.insert(idempotencyKeys).values(row).onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  return taken.length > 0;
}

async function answerAnew(
  c: Context<AppEnv>,
  next: Next,
  { db, claim, earlier }: { db: Database; claim: Claim; earlier: Row | undefined },
): Promise<void> {
  if (earlier) requireSameBody(claim, earlier);
  await next();
  if (!c.res.ok) return;
  if (earlier) c.header("Idempotent-Replayed", "true");
  else await insert(db, claim);
}

async function describe(
  c: Context<AppEnv>,
  key: string,
): Promise<Pick<Claim, "companyId" | "userId" | "request" | "key" | "bodyHash">> {
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new AppError("invalid", "Cannot accept the request: headers are invalid", {
      fields: [{ pointer: "/header/idempotency-key", detail: "Invalid input: expected 1 to 255 visible characters" }],
    });
  }
  const { companyId, userId } = c.var.actor;
  return { companyId, userId, request: `POST ${c.req.path}`, key, bodyHash: await hashBody(c.req.raw) };
}

/** The boundary of a form differs each time a client sends it, so it is left out. */
async function hashBody(request: Request): Promise<string> {
  const bytes = new Uint8Array(await request.clone().arrayBuffer());
  const [, boundary] = /boundary="?([^";]+)/i.exec(request.headers.get("content-type") ?? "") ?? [];
  const hash = createHash("sha256");
  if (boundary === undefined) return hash.update(bytes).digest("hex");
  return hash.update(Buffer.from(bytes).toString("latin1").replaceAll(boundary, "")).digest("hex");
}

/** A fast hash of a body that holds a password would let who reads the table guess it. */
async function slowHash({ companyId, userId, request, key, bodyHash }: Claim): Promise<string> {
  return (await scryptHash(bodyHash, JSON.stringify([companyId, userId, request, key]), 32)).toString("hex");
}

type Row = typeof idempotencyKeys.$inferSelect;

const isKey = ({ companyId, userId, request, key }: Claim) =>
  and(
    eq(idempotencyKeys.companyId, companyId),
    eq(idempotencyKeys.userId, userId),
    eq(idempotencyKeys.request, request),
    eq(idempotencyKeys.key, key),
  );

async function load(db: Database, claim: Claim): Promise<Row | undefined> {
  const oldest = new Date(claim.createdAt.getTime() - KEPT_MS);
  const [row] = await db.select().from(idempotencyKeys).where(
    and(isKey(claim), gte(idempotencyKeys.createdAt, oldest)),
  );
  return row;
}

async function keepAnswer(db: Database, claim: Claim, response: Response, secret: unknown): Promise<void> {
  // Before the clone: in Deno 2.9 that of an answer whose headers nobody has looked at has none.
  const headers = Object.fromEntries([...response.headers].filter(([name]) => KEPT_HEADERS.includes(name)));
  const text = await response.clone().text();
  const body = typeof secret === "string" && response.ok
    ? JSON.stringify({ ...JSON.parse(text), [secret]: null })
    : text;
  const answer = { status: response.status, headers, body };
  await db.update(idempotencyKeys).set({ answer }).where(and(isKey(claim), isNull(idempotencyKeys.answer)));
}

function requireSameBody(claim: Claim, { bodyHash }: Row): void {
  if (bodyHash === claim.bodyHash) return;
  throw new AppError("invalid", "Cannot accept the request: this idempotency key was used with another body", {
    fields: [{ pointer: "/header/idempotency-key", detail: "Used with another body" }],
  });
}

type Answer = NonNullable<Row["answer"]>;

function answerOf(claim: Claim, row: Row): Answer {
  requireSameBody(claim, row);
  if (row.answer === null) throw stillRunning();
  return row.answer;
}

function replay(c: Context<AppEnv>, answer: Answer): Response {
  // Not `c.header`, which fails once an answer was made and taken back.
  const { headers } = c.res;
  for (const [name, value] of Object.entries(answer.headers)) headers.set(name, value);
  headers.set("Idempotent-Replayed", "true");
  return new Response(answer.body === "" ? null : answer.body, { status: answer.status, headers });
}

const stillRunning = () => new AppError("conflict", UNDER_WAY, { retryAfterSeconds: 1 });
