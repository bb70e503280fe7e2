/**
 * How often one caller may ask, told with every answer (draft-ietf-httpapi-ratelimit-headers).
 *
 * @module
 */
import type { MiddlewareHandler } from "hono";
import { AppError } from "../errors.ts";
import type { Cache } from "../services.ts";
import { clientAddress } from "./address.ts";
import type { AppEnv } from "./contract.ts";

const WINDOW_SECONDS = 60;

/** Counts requests per user, or per address where there is none. @param options.perMinute 0 does not count. */
export function limitRate(
  { cache }: { cache: Pick<Cache, "increment"> },
  options: { perMinute: number; trustedProxies: readonly string[] },
): MiddlewareHandler<AppEnv> {
  const { perMinute, trustedProxies } = options;
  const addressOf = clientAddress(trustedProxies);
  return async (c, next) => {
    if (perMinute === 0 || !c.req.path.startsWith("/api/")) return await next();
    const actor: AppEnv["Variables"]["actor"] | undefined = c.var.actor;
    const caller = actor ? `user:${actor.userId}` : `address:${addressOf(c)}`;
    const { count, resetSeconds } = await cache.increment(`rate:${caller}`, WINDOW_SECONDS);
    c.header("RateLimit-Policy", `"default";q=${perMinute};w=${WINDOW_SECONDS}`);
    c.header("RateLimit", `"default";r=${Math.max(0, perMinute - count)};t=${Math.ceil(resetSeconds)}`);
    if (count > perMinute) {
      throw new AppError("rate_limited", `Cannot answer: more than ${perMinute} requests a minute`, {
        retryAfterSeconds: resetSeconds,
      });
    }
    await next();
  };
}
