/**
 * Upstash's REST interface in front of a real Redis, as far as `@upstash/redis` speaks it: single commands, `/pipeline`
 * and `/multi-exec`, bearer token, base 64 answers.
 *
 * @module
 */
import { Buffer } from "node:buffer";
import { createClient } from "redis";

/** A running bridge. */
export interface UpstashBridge extends AsyncDisposable {
  url: string;
  /** While true, requests are taken and never answered. */
  hang: boolean;
  requests: number;
}

/** @param redisUrl Of the Redis that does the work. */
export async function startUpstash(redisUrl: string, token: string): Promise<UpstashBridge> {
  const redis = createClient({ url: redisUrl, RESP: 2 });
  redis.on("error", (error) => {
    throw error;
  });
  await redis.connect();
  const hanging: (() => void)[] = [];

  const handle = async (request: Request): Promise<Response> => {
    bridge.requests++;
    if (bridge.hang) await new Promise<void>((resolve) => hanging.push(resolve));
    if (request.headers.get("authorization") !== `Bearer ${token}`) {
      return Response.json({ error: "Unauthorized" }, { status: 401 });
    }
    const encode = request.headers.get("upstash-encoding") === "base64" ? toBase64 : (value: unknown) => value;
    const body = await request.json();
    switch (new URL(request.url).pathname) {
      case "/multi-exec": {
        const multi = redis.multi();
        for (const command of commands(body)) multi.addCommand(command);
        return Response.json((await multi.exec()).map((result) => ({ result: encode(result) })));
      }
      case "/pipeline":
        return Response.json(
          await Promise.all(commands(body).map(async (one) => ({ result: encode(await redis.sendCommand(one)) }))),
        );
      default:
        return Response.json({ result: encode(await redis.sendCommand(command(body))) });
    }
  };

  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => undefined }, handle);
  const bridge: UpstashBridge = {
    url: `http://127.0.0.1:${server.addr.port}`,
    hang: false,
    requests: 0,
    async [Symbol.asyncDispose]() {
      bridge.hang = false;
      for (const resolve of hanging) resolve();
      await server.shutdown();
      redis.destroy();
    },
  };
  return bridge;
}

const command = (body: unknown): string[] => Array.isArray(body) ? body.map(String) : [];
const commands = (body: unknown): string[][] => Array.isArray(body) ? body.map(command) : [];

function toBase64(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toBase64);
  return typeof value === "string" && value !== "OK" ? Buffer.from(value).toString("base64") : value;
}
