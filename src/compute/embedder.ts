/**
 * Texts to vectors: the embedding threads behind a cache, so that no text is embedded twice.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { EmbedInit } from "../../workers/protocol.ts";
import type { Embedder, Log } from "../services.ts";
import { type Model, openModel } from "./model.ts";
import { createPool, type Lane, type Pool, type Ticket } from "./pool.ts";

/** How an embedder is made. */
export interface EmbedderOptions {
  /** One ONNX thread each. @default navigator.hardwareConcurrency */
  threads?: number;
  /** @default the one that the project ships */
  model?: Model;
  log?: Log;
}

/** 4,096 vectors of 384 floats are 6 MB. */
const cachedMax = 4_096;

/** A vector that is there or on its way. */
interface Entry {
  vector: Promise<Float32Array>;
  /** Set while the vector may still wait in the bulk queue. */
  ticket: Ticket<Float32Array> | undefined;
}

/**
 * Starts the threads, each of which verifies the model, without waiting until they are warm: calls to `embed` wait for that.
 *
 * @throws {ModelError} When the shipped model is wanted and not what its checksums say.
 * @example
 * ```ts no-eval
 * const embedder = await createEmbedder({ threads: 1 });
 * const [vector] = await embedder.embed(["Runs Postgres in production"], "interactive");
 * await embedder.close();
 * ```
 */
export async function createEmbedder(options: EmbedderOptions = {}): Promise<Embedder> {
  const model = options.model ?? await openModel();
  const pool = createPool<EmbedInit, string, Float32Array>({
    name: "embedding",
    spawn: () => new Worker(new URL("../../workers/embed.ts", import.meta.url), { type: "module", name: "embed" }),
    init: { folder: model.folder, model: model.id },
    threads: options.threads ?? Math.max(1, navigator.hardwareConcurrency),
    ...(options.log ? { log: options.log } : {}),
  });
  return rememberVectors(pool, model.id);
}

/** An embedder that asks `pool` once for each text: what is cached or under way is shared. */
export function rememberVectors(pool: Pool<string, Float32Array>, model: string): Embedder {
  const entries = new LRUCache<string, Entry>({ max: cachedMax });

  /** Starts on a text that is neither cached nor under way. */
  function remember(key: string, ticket: Ticket<Float32Array>, lane: Lane): Entry {
    const entry: Entry = { vector: ticket.response, ticket: lane === "bulk" ? ticket : undefined };
    entries.set(key, entry);
    ticket.response.then(() => entry.ticket = undefined, () => {
      // A failure is not cached; a newer entry of the same text stays.
      if (entries.peek(key) === entry) entries.delete(key);
    });
    return entry;
  }

  return {
    model,
    async embed(texts, lane) {
      const keys = texts.map(keyOf);
      const vectors = new Map<string, Promise<Float32Array>>();
      const missing = new Map<string, string>();
      texts.forEach((text, i) => {
        const key = keys[i] ?? keyOf(text);
        const entry = entries.get(key);
        if (entry === undefined) return missing.set(key, text);
        if (lane === "interactive") entry.ticket?.promote();
        vectors.set(key, entry.vector);
      });
      const tickets = pool.submit([...missing.values()], lane);
      [...missing.keys()].forEach((key, i) => {
        const ticket = tickets[i];
        if (ticket !== undefined) vectors.set(key, remember(key, ticket, lane).vector);
      });
      // A copy each: a caller may write into its vectors or transfer them.
      return await Promise.all(keys.map(async (key) => Float32Array.from(await vectors.get(key) ?? [])));
    },
    readiness: () => pool.readiness(),
    close: () => pool.close(),
  };
}

/** A digest, so that the cache holds nobody's text. UTF-16 keeps lone surrogates apart. */
function keyOf(text: string): string {
  return createHash("sha256").update(text, "utf16le").digest("base64");
}
