/**
 * Texts to vectors: the embedding threads behind a cache, so that no text is embedded twice.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { EmbedInit } from "../../workers/protocol.ts";
import type { Embedder, Log, SharedBytes } from "../services.ts";
import { type Model, openModel } from "./model.ts";
import { createPool, type Lane, type Pool, type Ticket } from "./pool.ts";

/** How an embedder is made. */
export interface EmbedderOptions {
  /** One ONNX thread each. @default navigator.hardwareConcurrency */
  threads?: number;
  /** @default the one that the project ships */
  model?: Model;
  log?: Log;
  /** Vectors of other processes, and of this one before it was started anew. */
  shared?: SharedBytes | null;
}

/** 4,096 vectors of 384 floats are 6 MB. */
const cachedMax = 4_096;

/** A vector that is there or on its way. */
interface Entry {
  vector: Promise<Float32Array>;
  /** Of the one who is most in a hurry. */
  lane: Lane;
  /** Set while the vector may still wait in the bulk queue. */
  ticket: Ticket<Float32Array> | undefined;
}

/** An entry that is started on. */
interface Made {
  key: string;
  text: string;
  entry: Entry;
  settle: PromiseWithResolvers<Float32Array>;
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
  return rememberVectors(pool, model.id, options.shared);
}

/**
 * An embedder that asks `pool` once for each text: what this process has, what is under way and what another process has
 * left in `shared` is taken from there.
 */
export function rememberVectors(
  pool: Pool<string, Float32Array>,
  model: string,
  shared: SharedBytes | null = null,
): Embedder {
  const entries = new LRUCache<string, Entry>({ max: cachedMax });
  const vectorsFrom = { memory: 0, shared: 0, model: 0 };

  /** Starts on texts that are neither cached nor under way; their entries are there when it returns. */
  function start(missing: ReadonlyMap<string, string>, lane: Lane): Entry[] {
    const made = [...missing].map(([key, text]) => ({ key, text, ...newEntry(key, lane) }));
    const work = async () => {
      const known = shared === null ? [] : await shared.recall(made.map(({ key }) => sharedKey(key)));
      const unknown = made.filter(({ settle }, i) => {
        const vector = vectorIn(known[i] ?? null);
        if (vector !== null) settle.resolve(vector);
        return vector === null;
      });
      vectorsFrom.shared += made.length - unknown.length;
      vectorsFrom.model += unknown.length;
      compute(unknown.filter(({ entry }) => entry.lane === "interactive"), "interactive");
      compute(unknown.filter(({ entry }) => entry.lane === "bulk"), "bulk");
    };
    // Without anybody to ask, texts wait in the pool before this returns.
    work().catch((error) => made.forEach(({ settle }) => settle.reject(error)));
    return made.map(({ entry }) => entry);
  }

  function compute(made: readonly Made[], lane: Lane): void {
    const tickets = pool.submit(made.map(({ text }) => text), lane);
    for (const [i, { entry, settle }] of made.entries()) {
      const ticket = tickets[i]!;
      entry.ticket = lane === "bulk" ? ticket : undefined;
      ticket.response.then(settle.resolve, settle.reject);
    }
    if (shared === null || made.length === 0) return;
    // Together, and for nobody who waits.
    Promise.all(made.map(async ({ key, entry }) => [sharedKey(key), bytesOf(await entry.vector)] as const))
      .then((kept) => shared.keep(new Map(kept)), () => undefined);
  }

  function newEntry(key: string, lane: Lane): Pick<Made, "entry" | "settle"> {
    const settle = Promise.withResolvers<Float32Array>();
    const entry: Entry = { vector: settle.promise, lane, ticket: undefined };
    entries.set(key, entry);
    settle.promise.then(() => entry.ticket = undefined, () => {
      // A failure is not cached; a newer entry of the same text stays.
      if (entries.peek(key) === entry) entries.delete(key);
    });
    return { entry, settle };
  }

  const sharedKey = (key: string) => `vector:${model}:${key}`;

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
        if (lane === "interactive") {
          entry.lane = lane;
          entry.ticket?.promote();
        }
        vectorsFrom.memory++;
        vectors.set(key, entry.vector);
      });
      const started = missing.size === 0 ? [] : start(missing, lane);
      [...missing.keys()].forEach((key, i) => vectors.set(key, started[i]!.vector));
      // A copy each: a caller may write into its vectors or transfer them.
      return await Promise.all(keys.map(async (key) => Float32Array.from(await vectors.get(key) ?? [])));
    },
    load: () => ({ ...pool.load(), vectors: { ...vectorsFrom } }),
    readiness: () => pool.readiness(),
    close: () => pool.close(),
  };
}

const DIMENSIONS = 384;

const bytesOf = (vector: Float32Array) => new Uint8Array(vector.slice().buffer);

/** `null` where it is no vector: somebody else may write to a shared cache. */
function vectorIn(bytes: Uint8Array | null): Float32Array | null {
  if (bytes?.length !== DIMENSIONS * Float32Array.BYTES_PER_ELEMENT) return null;
  const vector = new Float32Array(bytes.slice().buffer);
  return vector.every(Number.isFinite) ? vector : null;
}

/** A digest, so that the cache holds nobody's text. UTF-16 keeps lone surrogates apart. */
function keyOf(text: string): string {
  return createHash("sha256").update(text, "utf16le").digest("base64");
}
