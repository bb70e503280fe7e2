/** Whether the service works, for people, balancers and orchestrators. @module */
import { sql } from "drizzle-orm";
import { anyone, type AppRouter, createRoute, json, newRouter, z } from "../http/contract.ts";
import type { Readiness, Services } from "../services.ts";

/** A check that has not answered by then counts as failed: health is asked in the worst of times. */
const CHECK_MS_MAX = 1000;

const State = z.enum(["starting", "ok", "unavailable"]);
const Health = z.strictObject({
  status: z.enum(["ok", "degraded", "unavailable"]),
  version: z.string(),
  checks: z.strictObject({ database: State, cache: State, embedder: State, documents: State, queue: State }),
  freshening: z.strictObject({ step: z.string(), done: z.int().min(0), total: z.int().min(0) }).nullable().openapi({
    description: "How far this process has brought scores up to date, after a new model, parser or taxonomy; null " +
      "when it is not at it",
    example: { step: "resumes read", done: 120, total: 3400 },
  }),
}).openapi("Health");
const Live = z.strictObject({ status: z.literal("ok") }).openapi("Live");

/** Seconds after which a part that was lost may be back. */
const RETRY_AFTER = "2";
const retryAfter = { "retry-after": { description: "Seconds to wait", schema: { type: "integer" } } } as const;

const health = createRoute({
  method: "get",
  path: "/api/v1/health",
  operationId: "getHealth",
  tags: ["System"],
  summary: "Health of every part",
  description: "`ok`: everything works; `degraded`: requests are answered, some later or slower; `unavailable`: no " +
    "database.",
  security: anyone,
  responses: {
    200: json(Health, "Requests are answered"),
    503: json(Health, "Requests are not answered", retryAfter),
  },
});

const live = createRoute({
  method: "get",
  path: "/livez",
  operationId: "getLiveness",
  tags: ["System"],
  summary: "Is the process alive",
  description: "Answers as long as the process can answer at all.",
  security: anyone,
  responses: { 200: json(Live, "Alive") },
});

const ready = createRoute({
  method: "get",
  path: "/readyz",
  operationId: "getReadiness",
  tags: ["System"],
  summary: "May traffic be sent here",
  description: "True once database, queue and model work.",
  security: anyone,
  responses: { 200: json(Health, "Ready"), 503: json(Health, "Not ready", retryAfter) },
});

/** What has been done of a step of the work in the background. */
export type FresheningProgress = NonNullable<z.output<typeof Health>["freshening"]>;

type HealthServices = Pick<Services, "db" | "cache" | "embedder" | "documents" | "tasks">;

/** Mounts the health endpoints, at the root. */
export function healthRoutes(
  services: HealthServices,
  version: string,
  freshening: () => FresheningProgress | null = () => null,
): AppRouter {
  const check = async () => ({ ...await checkParts(services, version), freshening: freshening() });
  return newRouter()
    .openapi(health, async (c) => {
      const body = await check();
      if (body.status !== "unavailable") return c.json(body, 200);
      c.header("Retry-After", RETRY_AFTER);
      return c.json(body, 503);
    })
    .openapi(live, (c) => c.json({ status: "ok" as const }, 200))
    .openapi(ready, async (c) => {
      const body = await check();
      const { database, queue, embedder } = body.checks;
      const isReady = [database, queue, embedder].every((state) => state === "ok");
      if (isReady) return c.json(body, 200);
      c.header("Retry-After", RETRY_AFTER);
      return c.json(body, 503);
    });
}

async function checkParts(
  services: HealthServices,
  version: string,
): Promise<Omit<z.output<typeof Health>, "freshening">> {
  const [database, cache, queue] = await Promise.all([
    answers(services.db.execute(sql`select 1`).then(() => "ok" as const)),
    answers(services.cache.readiness()),
    answers(services.tasks.readiness()),
  ]);
  const checks = {
    database,
    cache,
    embedder: services.embedder.readiness(),
    documents: services.documents.readiness(),
    queue,
  };
  const allOk = Object.values(checks).every((state) => state === "ok");
  return { status: database !== "ok" ? "unavailable" : allOk ? "ok" : "degraded", version, checks };
}

/** Any failure is the answer "unavailable": that is what is being asked. */
async function answers(asked: Promise<Readiness>): Promise<Readiness> {
  const { promise: late, resolve } = Promise.withResolvers<Readiness>();
  const timer = setTimeout(() => resolve("unavailable"), CHECK_MS_MAX);
  try {
    return await Promise.race([asked.catch(() => "unavailable" as const), late]);
  } finally {
    clearTimeout(timer);
  }
}
