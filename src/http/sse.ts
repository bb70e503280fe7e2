/**
 * Server-sent events: bounded in number and time, and let go of as soon as the client is gone.
 *
 * @module
 */
import type { Context } from "hono";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import { AppError } from "../errors.ts";
import type { Log } from "../services.ts";
import type { AppEnv } from "./contract.ts";

/** One event as its client sees it. */
export interface ServerEvent {
  /** Comes back as `Last-Event-ID` when the client connects again. */
  id: string;
  event: string;
  data: string;
}

/** Bounds of the streams of one process. */
export interface EventStreamLimits {
  /** Streams of one user at once. @default 8 */
  perUser?: number;
  /** After this a stream ends and its client connects again, which looks at its token again. @default 120000 */
  lifetimeMs?: number;
  /** A comment this often keeps proxies from closing a silent stream. @default 15000 */
  heartbeatMs?: number;
}

/** Opens streams and counts them. */
export interface EventStreams {
  /**
   * Answers with the events, until there are no more, the lifetime is over, or the client is gone.
   *
   * @param events Told by its signal when nobody reads any more.
   * @throws {AppError} `rate_limited` where the user has too many streams open.
   */
  open(c: Context<AppEnv>, events: (signal: AbortSignal) => AsyncIterable<ServerEvent>): Response;
}

const RETRY_MS = 1000;

/** Makes the streams of a process. */
export function createEventStreams({ log }: { log: Log }, limits: EventStreamLimits = {}): EventStreams {
  const { perUser = 8, lifetimeMs = 120_000, heartbeatMs = 15_000 } = limits;
  const open = new Map<string, number>();
  const count = (userId: string, by: number) => {
    const left = (open.get(userId) ?? 0) + by;
    if (left > 0) open.set(userId, left);
    else open.delete(userId);
  };

  return {
    open(c, events) {
      const { userId } = c.var.actor;
      // There is nobody to read what a HEAD request would start.
      if (c.req.method === "HEAD") return c.body(null, 200, { "content-type": "text/event-stream" });
      if ((open.get(userId) ?? 0) >= perUser) {
        throw new AppError("rate_limited", `Cannot open the stream: ${perUser} of yours are open`, {
          retryAfterSeconds: Math.ceil(heartbeatMs / 1000),
        });
      }
      count(userId, 1);
      const response = streamSSE(c, async (stream) => {
        const closed = new AbortController();
        stream.onAbort(() => closed.abort());
        // Also frees a write that waits for a client which does not read.
        const lifetime = setTimeout(() => stream.abort(), lifetimeMs);
        const heartbeat = setInterval(() => stream.write(":\n\n"), heartbeatMs);
        try {
          await send(stream, events(closed.signal));
        } catch (error) {
          log.error("event stream failed", { requestId: c.var.requestId, error });
        } finally {
          clearTimeout(lifetime);
          clearInterval(heartbeat);
          closed.abort();
          count(userId, -1);
        }
      });
      response.headers.set("cache-control", "no-store");
      return response;
    },
  };
}

async function send(stream: SSEStreamingApi, events: AsyncIterable<ServerEvent>): Promise<void> {
  await stream.write(`retry: ${RETRY_MS}\n\n`);
  for await (const event of events) {
    if (stream.aborted) return;
    await stream.writeSSE(event);
  }
}
