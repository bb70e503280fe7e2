/**
 * Request bodies: bounded in bytes and time, of a declared type, JSON in real UTF-8 and forms whole.
 *
 * @module
 */
import { isUtf8 } from "node:buffer";
import type { Context } from "hono";
import { AppError } from "../errors.ts";
import type { AppEnv } from "./contract.ts";
import { readForm } from "./form.ts";
import type { MatchedOperation } from "./operation.ts";

/** Largest JSON body. */
export const JSON_BYTES_MAX = 1024 * 1024;
/** A body that takes longer is given up: a client that trickles must not hold a connection for ever. */
const READ_MS_MAX = 30_000;
/** What a large body may take beyond that: 1 MB a second. */
const BYTES_PER_MS = 1000;

/**
 * Reads a whole body.
 *
 * @throws {AppError} `too_large` past `bytesMax`, whether declared or chunked; `malformed` if it ends early or takes
 *   longer than 30 s and a second for each megabyte allowed.
 */
export async function readBody(request: Request, bytesMax: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > bytesMax) throw tooLarge(bytesMax);
  if (!request.body) return new Uint8Array();
  const readMsMax = READ_MS_MAX + bytesMax / BYTES_PER_MS;
  const reader = request.body.getReader();
  const timer = setTimeout(() => reader.cancel("too slow").catch(() => undefined), readMsMax);
  const started = performance.now();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    while (true) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > bytesMax) {
        await reader.cancel("too large");
        throw tooLarge(bytesMax);
      }
      chunks.push(value);
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("malformed", "Cannot read the request: the body ended early", { cause: error });
  } finally {
    clearTimeout(timer);
  }
  if (performance.now() - started >= readMsMax) {
    throw new AppError("malformed", "Cannot read the request: the body took too long");
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

const tooLarge = (bytesMax: number) =>
  new AppError("too_large", `Cannot accept the request: the body is larger than ${bytesMax} bytes`);

/**
 * Holds the body to what the operation declares: another content type is 415, a body past its bytes 413. JSON has 1 MB;
 * another type as many bytes as the route's `x-max-bytes` says.
 */
export async function readDeclaredBody(c: Context<AppEnv>, operation: MatchedOperation): Promise<void> {
  const declared = operation.declared?.request?.body;
  if (!declared) return;
  const [essence = "", ...parameters] = (c.req.header("content-type") ?? "").toLowerCase().split(";")
    .map((part) => part.trim());
  if (essence === "" && !declared.required && c.req.raw.body === null) return;
  const charset = parameters.find((parameter) => parameter.startsWith("charset="))?.slice(8).replaceAll('"', "");
  const isJson = essence === "application/json";
  if (
    !Object.hasOwn(declared.content, essence) || (isJson && charset !== undefined && charset !== "utf-8") ||
    (c.req.header("content-encoding") ?? "identity") !== "identity"
  ) {
    const types = Object.keys(declared.content).join(" or ");
    throw new AppError("unsupported_media_type", `Cannot accept the request: send ${types}, not compressed`);
  }
  const bytes = await readBody(c.req.raw, isJson ? JSON_BYTES_MAX : bytesMaxOf(operation));
  if (isJson && !isUtf8(bytes)) throw new AppError("malformed", "Cannot read the request: the body is not UTF-8");
  replaceBody(c, bytes);
  if (essence === "multipart/form-data") {
    c.req.bodyCache.formData = await readForm(bytes, c.req.header("content-type") ?? "");
  }
}

function bytesMaxOf({ declared, pattern }: MatchedOperation): number {
  const bytesMax: unknown = declared?.["x-max-bytes"];
  if (typeof bytesMax !== "number") throw new TypeError(`Cannot read a body: ${pattern} declares no x-max-bytes`);
  return bytesMax;
}

/** Not by `new Request(request, …)`: that touches its signal, about which `Deno.serve` warns on the console. */
function replaceBody(c: Context<AppEnv>, bytes: Uint8Array<ArrayBuffer>): void {
  c.req.raw = new Request(c.req.url, { method: c.req.method, headers: c.req.raw.headers, body: bytes });
}
