/**
 * Whether statements would distribute by company: PostgreSQL plans each one that the application sends, and every table
 * of tenants in the plan must be read by its company. The keys are held to it in `src/db/schema_test.ts`. What a function
 * of the database reads is not in a plan.
 *
 * @module
 */
import { deepEqual, equal, ok } from "node:assert/strict";
import { eq } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { ask, type Operation, operationsOf, toBeDone, type Twist } from "./contract/asking.ts";
import { makeWorld, type World } from "./contract/world.ts";
import { testDatabase } from "./harness/database.ts";
import { recordStatements } from "./harness/statements.ts";
import { companies, jobs, resumes } from "../src/db/schema.ts";
import * as schema from "../src/db/schema.ts";
import { connectPostgres } from "../src/db/postgres.ts";
import { rematch } from "../src/rematch_run.ts";
import { eraseUnused } from "../src/resumes/retention.ts";

/** By which column each table of tenants is distributed. */
const keyOf: Record<string, string> = Object.fromEntries(
  Object.values(schema).filter((each) => each instanceof PgTable).map(getTableConfig)
    .filter(({ columns }) => columns.some(({ name }) => name === "company_id"))
    .map(({ name }) => [name, "company_id"]),
);
keyOf["companies"] = "id";

// The directory of who may log in is found by e-mail, before a company is known, and is no tenant's.
delete keyOf["logins"];

/** What is not planned. */
const UTILITY = /^\s*(begin|commit|rollback|savepoint|release|set|do)\b/i;

/** A statement that reads tables across companies, and why it may. */
interface Exception {
  /** What it is known by. */
  text: RegExp;
  why: string;
}

const exceptions: Exception[] = [
  {
    text: /^delete from "idempotency_keys" where "idempotency_keys"."created_at" </,
    why: "upkeep: keys past their time, of all companies",
  },
  {
    text: /^select "companies"."id", .* where "companies"."retention_days" is not null/,
    why: "upkeep: which companies keep resumes for a time only; erasing is by company",
  },
  {
    text: /"(prepared|embedded)_with" <> |[jr]\.prepared_with <> |m\.job_version <> j\.content_version/,
    why: "upkeep: what an older program has prepared, and what is stale; all that follows is by company",
  },
  {
    text: /^\s*select distinct m\.company_id, m\.job_id from "matches" m\b.* where m\.job_version <> 0 and true/s,
    why: "upkeep: an operator rescores everything, or one job",
  },
];

interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Subplan Name"?: string;
  Plans?: PlanNode[];
  [condition: string]: unknown;
}

/** Tables in the plan that are not read by one company, each scan of them once. */
function acrossCompanies(plan: PlanNode): string[] {
  const whole = JSON.stringify(plan);
  const scans = (node: PlanNode): string[] => {
    // A subquery for each row may be planned as one for all, whose rows are then looked up by company.
    if (whole.includes(`company_id = (hashed ${node["Subplan Name"]})`)) return [];
    const table = node["Relation Name"] ?? "";
    const key = node["Node Type"].endsWith("Scan") ? keyOf[table] : undefined;
    const conditions = ["Index Cond", "Recheck Cond", "Filter"].map((name) => node[name] ?? "").join(" ");
    const isOne = key === undefined || new RegExp(`\\b${key} = (?!ANY)|= (\\w+\\.)?${key}\\b`).test(conditions);
    return [...isOne ? [] : [table], ...(node.Plans ?? []).flatMap(scans)];
  };
  return scans(plan);
}

/** Plans statements on a database of its own, which row-level security does not help. */
async function planner(): Promise<AsyncDisposable & { plan(text: string): Promise<PlanNode> }> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await testDatabase());
  let firstOf: (text: string) => Promise<unknown>;
  if (database.profile === "embedded") firstOf = async (text) => (await database.pg.exec(text))[0]?.rows[0];
  else {
    const client = stack.adopt(await connectPostgres(database.url), (client) => client.end());
    firstOf = async (text) => (await client.query(text)).rows[0];
  }
  const open = stack.move();
  return {
    async plan(text) {
      const row = await firstOf(`explain (generic_plan, format json) ${text}`);
      const { "QUERY PLAN": [{ Plan }] } = row as { "QUERY PLAN": [{ Plan: PlanNode }] };
      return Plan;
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

Deno.test("every statement on a table of tenants names one company, but for those that are listed with the reason", async () => {
  // First: a template that is made for it is not the application's doing.
  await using plans = await planner();
  const texts = await statementsOfAll();
  const wrong: string[] = [];
  const excepted = new Set<Exception>();
  const seen = new Set<string>();
  for (const text of texts) {
    if (UTILITY.test(text)) continue;
    for (const name of Object.keys(keyOf)) if (new RegExp(`\\b${name}\\b`).test(text)) seen.add(name);
    const across = acrossCompanies(await plans.plan(text));
    if (across.length === 0) continue;
    const exception = exceptions.find((each) => each.text.test(text));
    if (exception) excepted.add(exception);
    else wrong.push(`${across}: ${text.replaceAll(/\s+/g, " ")}`);
  }
  deepEqual(wrong, []);
  deepEqual(exceptions.filter((each) => !excepted.has(each)).map(({ why }) => why), [], "no longer sent");
  deepEqual(Object.keys(keyOf).filter((name) => !seen.has(name)), [], "tables that no statement was seen of");
});

/** Does everything once, and the work in the background. */
async function statementsOfAll(): Promise<ReadonlySet<string>> {
  using record = recordStatements();
  await using world = await makeWorld();
  const { services, contract } = world.app;
  const companyId = world.owner.user.company_id;
  await signInAndOut(world);
  const operations = operationsOf(contract);
  for (const operation of operations) await askFiltered(world, operation);
  const [others, deletions] = [false, true].map((deletes) =>
    toBeDone(operations).filter(({ method }) => (method === "DELETE") === deletes)
  );
  for (const operation of others!) await done(world, operation);
  for (const staleOnly of [true, false]) {
    for (const jobId of [null, world.ids["job_id"]!]) {
      await services.db.update(jobs).set({ preparedWith: "older" }).where(eq(jobs.companyId, companyId));
      await services.db.update(resumes).set({ preparedWith: "older" }).where(eq(resumes.companyId, companyId));
      await rematch(services, { jobId, staleOnly }, () => {});
    }
  }
  for (const operation of deletions!) await done(world, operation);
  await services.db.update(companies).set({ retentionDays: 1 }).where(eq(companies.id, companyId));
  const inAYear = () => new Date(services.now().getTime() + 366 * 24 * 60 * 60 * 1000);
  ok(await eraseUnused({ ...services, now: inAYear }) > 0);
  return record.texts;
}

async function done(world: World, operation: Operation): Promise<void> {
  const twist: Twist = operation.method === "POST" ? { headers: { "idempotency-key": "distribution" } } : {};
  if (operation.id === "deleteJob") twist.query = "?force=true";
  const response = await ask(world, operation, twist);
  const text = await response.text();
  ok(response.ok, `${operation.id}: ${text}`);
}

/** What would end the world's own sessions. */
async function signInAndOut({ app, stranger }: World): Promise<void> {
  const account = { email: stranger.user.email, password: "a long enough passphrase" };
  const nobody = app.as("");
  const { body: first } = await nobody.post("/auth/login", account);
  const { body: second } = await nobody.post("/auth/refresh", { refresh_token: first.refresh_token });
  const changed = { current_password: account.password, new_password: "another long passphrase" };
  equal((await app.as(second.access_token).post("/auth/change-password", changed)).status, 204);
  const { body: third } = await nobody.post("/auth/login", { ...account, password: changed.new_password });
  equal((await app.as(third.access_token).post("/auth/logout", undefined)).status, 204);
}

/** Asks for a list or a report with each of its filters. */
async function askFiltered(world: World, operation: Operation): Promise<void> {
  if (operation.method !== "GET") return;
  for (const { name, schema } of operation.query) {
    if (name === "cursor") continue;
    const value = [schema["enum"]].flat()[0] ?? schema["example"] ?? world.ids[name] ??
      (schema["format"] === "uuid" ? world.ids["member_id"] : schema["minimum"] ?? "a");
    const response = await ask(world, operation, { query: `?${name}=${encodeURIComponent(String(value))}` });
    const text = await response.text();
    ok(response.ok, `${operation.id}, ${name}: ${text}`);
  }
}
