/** The figures of a process, for Prometheus. @module */
import { createHash, timingSafeEqual } from "node:crypto";
import { AppError } from "../errors.ts";
import { type AppRouter, createRoute, newRouter, problems, z } from "../http/contract.ts";
import type { Metrics } from "../services.ts";

/** Who may ask for the figures, and who knows them. */
export interface Scraping {
  /** Bearer token of whoever may read them. */
  token: string;
  metrics: Metrics;
}

const read = createRoute({
  method: "get",
  path: "/metrics",
  operationId: "getMetrics",
  tags: ["System"],
  summary: "Figures of this process, for Prometheus",
  description: "Requests by route, method and status, work that waits, memory and processor time, in the Prometheus " +
    "text format. Nobody's data is in them. 404 where the server has no `METRICS_TOKEN`.",
  security: [{ metrics_token: [] }],
  responses: {
    200: {
      description: "The figures as they are now",
      content: {
        "text/plain": {
          schema: z.string().openapi({ example: 'job_match_tasks{state="waiting"} 0\n' }),
        },
      },
    },
    ...problems("unauthenticated", "not_found"),
  },
});

/** Mounts `/metrics`, at the root. @param scraping `null`: nobody may ask. */
export function metricsRoutes(scraping: Scraping | null): AppRouter {
  return newRouter().openapi(read, async (c) => {
    if (!scraping) throw new AppError("not_found", "Cannot find it: METRICS_TOKEN is not set");
    const [, token] = /^Bearer +(\S+) *$/i.exec(c.req.header("authorization") ?? "") ?? [];
    if (token === undefined || !isSame(token, scraping.token)) {
      throw new AppError("unauthenticated", "Cannot authenticate: send METRICS_TOKEN as a bearer token");
    }
    const { type, text } = await scraping.metrics.scrape();
    return c.text(text, 200, { "content-type": type });
  });
}

/** Takes the same time for every wrong token. */
const isSame = (given: string, expected: string) => timingSafeEqual(digest(given), digest(expected));
const digest = (text: string) => createHash("sha256").update(text).digest();
