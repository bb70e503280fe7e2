/**
 * Ends serving without breaking what is under way. `shutdown()` of `Deno.serve` alone takes the rest of their bodies
 * from requests that are still being sent, so it comes after them.
 *
 * @module
 */
import { AppError, catalogue } from "../errors.ts";

type Fetch = (request: Request, info: Deno.ServeHandlerInfo<Deno.NetAddr>) => Response | Promise<Response>;

/** A handler that can be drained. */
export interface Drained {
  fetch: Fetch;
  /** From now on new requests are 503; resolves when none of the earlier ones is without its answer. */
  drain(): Promise<void>;
}

/** Seconds after which another process will have taken over. */
const RETRY_AFTER_SECONDS = 2;

/** Counts the requests on their way through `fetch`. */
export function drained(fetch: Fetch): Drained {
  let underWay = 0;
  let isDraining = false;
  const { promise: empty, resolve: onEmpty } = Promise.withResolvers<void>();
  return {
    async fetch(request, info) {
      if (isDraining) return refusal(new URL(request.url).pathname);
      underWay++;
      try {
        return await fetch(request, info);
      } finally {
        if (--underWay === 0 && isDraining) onEmpty();
      }
    },
    drain() {
      isDraining = true;
      if (underWay === 0) onEmpty();
      return empty;
    },
  };
}

function refusal(instance: string): Response {
  const { code, message: detail } = new AppError("unavailable", "Cannot answer: this process is about to end");
  const [status, title] = catalogue[code];
  const requestId = crypto.randomUUID();
  const problem = {
    type: `urn:job-match:problem:${code}`,
    title,
    status,
    detail,
    instance,
    request_id: requestId,
    code,
  };
  return Response.json(problem, {
    status,
    headers: {
      "content-type": "application/problem+json",
      "retry-after": String(RETRY_AFTER_SECONDS),
      "x-request-id": requestId,
      "cache-control": "no-store",
      connection: "close",
    },
  });
}
