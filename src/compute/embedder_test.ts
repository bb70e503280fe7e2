import "../../workers/no_telemetry.ts";
import { deepEqual, equal, notDeepEqual, ok, rejects } from "node:assert/strict";
import { basename, dirname } from "node:path";
import { env, pipeline } from "@huggingface/transformers";
import { AppError } from "../errors.ts";
import type { Embedder, Log, SharedBytes } from "../services.ts";
import type { EmbedInit } from "../../workers/protocol.ts";
import { createEmbedder, rememberVectors } from "./embedder.ts";
import { defaultModelFolder, openModel } from "./model.ts";
import { createPool } from "./pool.ts";

async function withEmbedder(threads: number, act: (embedder: Embedder) => Promise<void>): Promise<void> {
  const embedder = await createEmbedder({ threads });
  try {
    await act(embedder);
  } finally {
    await embedder.close();
  }
}

async function vectorOf(embedder: Embedder, text: string): Promise<Float32Array> {
  const [vector] = await embedder.embed([text], "interactive");
  ok(vector);
  return vector;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((sum, x, i) => sum + x * (b[i] ?? NaN), 0);
}

const sentences = Array.from({ length: 12 }, (_, i) => `Built data pipeline number ${i} for the billing team`);

Deno.test("a vector is 384 floats of unit length and begins as the model's authors publish it", () =>
  withEmbedder(1, async (embedder) => {
    equal(embedder.model, "all-MiniLM-L6-v2@q8@cd98e000");
    const vector = await vectorOf(embedder, "This is an example sentence");
    equal(vector.length, 384);
    ok(Math.abs(Math.sqrt(dot(vector, vector)) - 1) < 1e-6);
    [.0637, .0673, .0568, .0741].forEach((x, i) => ok(Math.abs((vector[i] ?? NaN) - x) < .002, `${i}: ${vector[i]}`));
    equal(embedder.readiness(), "ok");
  }));

// The references were computed by sentence-transformers in float32; how is told beside them.
Deno.test("vectors equal those of sentence-transformers within cosine .98", () =>
  withEmbedder(1, async (embedder) => {
    const file = new URL("../../tests/fixtures/embeddings/reference.jsonl", import.meta.url);
    const lines = (await Deno.readTextFile(file)).trimEnd().split("\n");
    const references: { text: string; vector: number[] }[] = lines.map((line) => JSON.parse(line));
    const vectors = await embedder.embed(references.map((r) => r.text), "bulk");
    references.forEach(({ text, vector }, i) => {
      const cosine = dot(vectors[i] ?? [], vector) / Math.sqrt(dot(vector, vector));
      ok(cosine >= .98, `${cosine}: ${text.slice(0, 60)}`);
    });
  }));

Deno.test("vectors are those that transformers.js makes of the same model", () =>
  withEmbedder(1, async (embedder) => {
    env.localModelPath = dirname(defaultModelFolder);
    env.allowRemoteModels = false;
    const extractor = await pipeline("feature-extraction", basename(defaultModelFolder), {
      dtype: "q8",
      device: "cpu",
    });
    const texts = ["Nurse", "\u00fcber C++ & C#, 3.5 years", "\u4f60\u597d \ud83d\ude00", ...sentences.slice(0, 3)];
    for (const text of texts) {
      const theirs = await extractor(text, { pooling: "mean", normalize: true });
      const ours = await vectorOf(embedder, text);
      ours.forEach((x, i) => ok(Math.abs(x - Number(theirs.data[i])) < 1e-6, `${text}, ${i}`));
    }
    await extractor.dispose();
  }));

Deno.test("a text has the same bits on every call, in every order and from every thread", async () => {
  const runs: Float32Array[][] = [];
  await withEmbedder(1, async (embedder) => {
    runs.push(await embedder.embed(sentences, "bulk"));
    runs.push(await embedder.embed(sentences, "interactive"));
  });
  await withEmbedder(2, async (embedder) => {
    runs.push((await embedder.embed(sentences.toReversed(), "bulk")).toReversed());
  });
  await withEmbedder(1, async (embedder) => {
    const alone: Float32Array[] = [];
    for (const text of sentences) alone.push(await vectorOf(embedder, text));
    runs.push(alone);
  });
  for (const run of runs) deepEqual(run, runs[0]);
});

Deno.test("a repeated text gets equal vectors of its own, in place", () =>
  withEmbedder(1, async (embedder) => {
    const [a, b, c] = await embedder.embed(["Go", "Rust", "Go"], "interactive");
    deepEqual(a, c);
    notDeepEqual(a, b);
    ok(a);
    const kept = a.slice();
    // What a caller does with its vector reaches nobody else.
    a.fill(0);
    deepEqual(c, kept);
    deepEqual(await vectorOf(embedder, "Go"), kept);
  }));

Deno.test("a text is cut at 256 word-pieces: what follows does not count", () =>
  withEmbedder(1, async (embedder) => {
    // One word-piece each; [CLS] and [SEP] take two places.
    const words = (n: number) => "work ".repeat(n);
    const [full, longer, shorter, endless] = await embedder.embed(
      [words(254), words(254) + "banana opera", words(253) + "banana", words(254) + "banana ".repeat(100_000)],
      "bulk",
    );
    deepEqual(longer, full);
    deepEqual(endless, full);
    notDeepEqual(shorter, full);
  }));

Deno.test("empty, blank, NUL, emoji and broken texts have unit vectors without NaN", () =>
  withEmbedder(1, async (embedder) => {
    const texts = [
      "",
      " \n\t",
      "\0",
      "a\0b",
      "😀👩‍💻🇫🇷",
      "\ud800",
      "\udc00 x",
      "\u200b",
      "你好",
      "�",
      "x".repeat(500),
      "[CLS] [SEP] [PAD]",
    ];
    const vectors = await embedder.embed(texts, "interactive");
    vectors.forEach((vector, i) => {
      equal(vector.length, 384);
      ok(Math.abs(dot(vector, vector) - 1) < 1e-5, JSON.stringify(texts[i]));
    });
    // Nothing but [CLS] and [SEP] is left of a blank text.
    deepEqual(vectors[1], vectors[0]);
    deepEqual(await embedder.embed([], "interactive"), []);
  }));

Deno.test("no text is embedded twice: not within a call, not in calls at the same time, not later", async () => {
  const { folder, id } = await openModel();
  const pool = createPool<EmbedInit, string, Float32Array>({
    name: "embedding",
    spawn: () => new Worker(new URL("../../workers/embed.ts", import.meta.url), { type: "module" }),
    init: { folder, model: id },
    threads: 1,
  });
  const asked: string[] = [];
  const submit: typeof pool.submit = (texts, lane) => {
    asked.push(...texts);
    return pool.submit(texts, lane);
  };
  const embedder = rememberVectors({ ...pool, submit }, id);
  const [a, b, c] = await Promise.all([
    embedder.embed([...sentences, ...sentences], "bulk"),
    embedder.embed(sentences, "interactive"),
    embedder.embed(sentences.toReversed(), "interactive").then((vectors) => vectors.reverse()),
  ]);
  deepEqual(b, a.slice(0, sentences.length));
  deepEqual(c, b);
  deepEqual(await embedder.embed(sentences, "bulk"), b);
  deepEqual(asked, sentences);
  await embedder.close();
});

/** A pool that answers at once, and tells what it was asked. */
function tellingPool() {
  const asked: string[] = [];
  const pool: Parameters<typeof rememberVectors>[0] = {
    submit: (texts) =>
      texts.map((text) => {
        asked.push(text);
        return { response: Promise.resolve(new Float32Array(384).fill(text.length)), promote() {} };
      }),
    load: () => ({ waiting: { interactive: 0, bulk: 0 }, threads: 1 }),
    readiness: () => "ok",
    close: () => Promise.resolve(),
  };
  return { pool, asked };
}

Deno.test("what one process has embedded another, or the same one after a restart, takes from the shared cache", async () => {
  const kept = new Map<string, Uint8Array>();
  const stored = Promise.withResolvers<void>();
  const shared: SharedBytes = {
    recall: (keys) => Promise.resolve(keys.map((key) => kept.get(key) ?? null)),
    keep(entries) {
      for (const [key, bytes] of entries) kept.set(key, bytes);
      stored.resolve();
      return Promise.resolve();
    },
  };
  const [first, second, other] = [tellingPool(), tellingPool(), tellingPool()];
  const before = await rememberVectors(first.pool, "model", shared).embed(["a", "bb"], "bulk");
  await stored.promise;
  const embedder = rememberVectors(second.pool, "model", shared);

  const [a, bb, ccc] = await embedder.embed(["a", "bb", "ccc"], "interactive");
  deepEqual([a, bb], before);
  deepEqual(second.asked, ["ccc"]);
  equal(ccc?.[0], 3);
  await rememberVectors(other.pool, "another model", shared).embed(["a"], "bulk");
  deepEqual(other.asked, ["a"], "a vector of one model is none of another");
  ok([...kept.keys()].every((key) => !/[:]a$|bb/.test(key)), "no text is kept");

  for (const bytes of [new Uint8Array(3), new Uint8Array(1536).fill(255)]) {
    for (const key of kept.keys()) kept.set(key, bytes);
    const broken = tellingPool();
    deepEqual(await rememberVectors(broken.pool, "model", shared).embed(["a"], "bulk"), [before[0]]);
    deepEqual(broken.asked, ["a"], "what is no vector is made anew");
  }
});

Deno.test("texts at the same time are embedded once also while the shared cache is asked", async () => {
  const answer = Promise.withResolvers<(Uint8Array | null)[]>();
  const { pool, asked } = tellingPool();
  const shared: SharedBytes = { recall: () => answer.promise, keep: () => Promise.resolve() };
  const embedder = rememberVectors(pool, "model", shared);
  const both = Promise.all([embedder.embed(["a", "b"], "bulk"), embedder.embed(["b"], "interactive")]);
  answer.resolve([null, null]);
  await both;
  deepEqual(asked.toSorted(), ["a", "b"]);
});

Deno.test("a failure is not remembered: the text is embedded on the next call", async () => {
  const failures = [new AppError("unavailable", "Cannot run embedding: too busy")];
  const vector = Float32Array.of(1, 0);
  const embedder = rememberVectors({
    submit: (texts) =>
      texts.map(() => {
        const failure = failures.pop();
        return { response: failure ? Promise.reject(failure) : Promise.resolve(vector), promote() {} };
      }),
    load: () => ({ waiting: { interactive: 0, bulk: 0 }, threads: 1 }),
    readiness: () => "ok",
    close: () => Promise.resolve(),
  }, "test");
  await rejects(embedder.embed(["a"], "bulk"), AppError);
  deepEqual(await embedder.embed(["a"], "bulk"), [vector]);
});

Deno.test("without a number of threads there is one a core", async () => {
  const cores = navigator.hardwareConcurrency;
  const all = Promise.withResolvers<void>();
  let ready = 0;
  const log: Log = { info: () => ++ready === cores && all.resolve(), warn: all.reject, error: all.reject };
  const embedder = await createEmbedder({ log });
  await all.promise;
  await embedder.embed(sentences, "bulk");
  equal(embedder.load().threads, cores);
  equal(ready, cores);
  await embedder.close();
});

Deno.test("a closed embedder refuses and gives its threads back", async () => {
  const embedder = await createEmbedder({ threads: 2 });
  await vectorOf(embedder, "warm");
  await embedder.close();
  equal(embedder.readiness(), "unavailable");
  await rejects(vectorOf(embedder, "cold"), (error) => error instanceof AppError && error.code === "unavailable");
});

Deno.test("a process that closed its embedder ends by itself", async () => {
  const script = `
    import { createEmbedder } from ${JSON.stringify(new URL("./embedder.ts", import.meta.url).href)};
    const embedder = await createEmbedder({ threads: 2 });
    await embedder.embed(["the last text"], "bulk");
    await embedder.close();`;
  const child = new Deno.Command("deno", {
    args: ["eval", "--no-lock", script],
    signal: AbortSignal.timeout(60_000),
    stdout: "null",
    stderr: "null",
  }).spawn();
  // Had it not ended, the signal would have: as a failure.
  equal((await child.status).code, 0);
});

Deno.test("memory does not grow over threads that retire", async () => {
  const settle = async () => {
    await withEmbedder(1, async (embedder) => void await vectorOf(embedder, "a thread comes and goes"));
    return Deno.memoryUsage().rss;
  };
  for (let i = 0; i < 3; i++) await settle();
  const before = await settle();
  let after = before;
  for (let i = 0; i < 6; i++) after = await settle();
  // Each thread that leaked its session would add 65–80 MB to about 200.
  ok(after < before * 1.5, `${before} -> ${after}`);
});
