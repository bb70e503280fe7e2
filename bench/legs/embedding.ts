/**
 * Texts to vectors: throughput, one query beside bulk work, a process's first vector, and memory. No side is asked for
 * the same text twice, since ours would remember it.
 *
 * @module
 */
import { z } from "zod";
import { defaultModelFolder } from "../../src/compute/model.ts";
import { loadTokenCounter } from "../../src/compute/tokens.ts";
import { cosine } from "../../src/matching/vectors.ts";
import type { Leg } from "../leg.ts";
import { generator, sentenceOf } from "../resumes.ts";

/** Of an int8 model's vector with the float32 one's. */
const COSINE_MIN = 0.98;
const PIECES = { min: 20, max: 256 };
/** [CLS] and [SEP]. */
const MARKS = 2;
const requirements = "requirements-torch.txt";
const peer = "sentence-transformers, float32";

/** Texts of any length that the model reads. */
export const embed: Leg = {
  name: "embed",
  work: "embed 64 texts of 20 to 256 word-pieces, one thread",
  command: ["embed.ts"],
  against: [
    { name: `${peer}, best batch size`, command: ["embed.py"], requirements, reach: 4.5 },
    {
      name: "the ONNX session alone, without pool and cache",
      command: ["session.ts"],
      requirements: null,
      reach: null,
    },
  ],
  prepare: (folder, size) => writeTexts(folder, size === "full" ? 64 : 4),
  differ: vectorsDiffer,
};

/** A query is answered before bulk work, but not before what a thread has begun. */
export const single: Leg = {
  name: "single",
  work: "95th percentile of a query of 20 word-pieces while the bulk lane is full (0.4×: takes 2.5 times as long)",
  command: ["query.ts", "busy"],
  against: [{ name: "the same alone", command: ["query.ts", "alone"], requirements: null, reach: 0.4 }],
  prepare: async (folder, size) => {
    const count = size === "full" ? 100 : 4;
    await write(folder, "queries", count, () => 20);
    // A passage, as the bulk lane has it.
    await write(folder, "bulk", 4 * count, () => 64);
  },
  differ: vectorsDiffer,
};

/** What a start of a server waits for, and a test, and a command. */
export const cold: Leg = {
  name: "cold",
  work: "a process from its start to its first vector",
  command: ["cold.ts"],
  against: [{ name: peer, command: ["cold.py"], requirements, reach: 5 }],
  prepare: (folder) => writeTexts(folder, 1),
  differ: vectorsDiffer,
};

/** Resident memory. */
export const memory: Leg = memoryLeg("memory", 1, "one thread");
/** Beside {@link memory}, what a thread more costs. */
export const memoryOfTwo: Leg = memoryLeg("memory-2", 2, "two threads");

function memoryLeg(name: string, threads: number, withThreads: string): Leg {
  const args = [String(threads)] as const;
  return {
    name,
    work: `resident memory of a process that embeds, ${withThreads}`,
    unit: "MB",
    command: ["memory.ts", ...args],
    against: [{ name: peer, command: ["memory.py", ...args], requirements, reach: null }],
    prepare: (folder, size) => writeTexts(folder, size === "full" ? 32 : 4),
    differ: vectorsDiffer,
  };
}

const vectors = z.array(z.array(z.number()).length(384)).min(1);

/** Each vector of one side against the other's. */
export function vectorsDiffer(ours: unknown, theirs: unknown): string | null {
  const [a, b] = [vectors.parse(ours), vectors.parse(theirs)];
  if (a.length !== b.length) return `${a.length} vectors against ${b.length}`;
  const least = Math.min(...a.map((vector, i) => cosine(Float32Array.from(vector), Float32Array.from(b[i]!))));
  return least >= COSINE_MIN ? null : `a cosine of ${least.toFixed(3)}`;
}

const writeTexts = (folder: string, count: number) =>
  write(folder, "texts", count, (random) => PIECES.min + Math.floor(random() * (PIECES.max - PIECES.min + 1)));

async function write(
  folder: string,
  name: string,
  count: number,
  piecesOf: (random: () => number) => number,
): Promise<void> {
  const countTokens = await loadTokenCounter(defaultModelFolder);
  const random = generator(count);
  const texts = Array.from({ length: count }, () => textOf(random, piecesOf(random), countTokens));
  await Deno.writeTextFile(`${folder}/${name}.json`, JSON.stringify(texts));
}

/** Running text of at most `pieces` word-pieces, [CLS] and [SEP] included. */
function textOf(random: () => number, pieces: number, countTokens: (text: string) => number): string {
  const words: string[] = [];
  for (let count = MARKS;;) {
    for (const word of sentenceOf(random).split(" ")) {
      count += countTokens(word);
      if (count > pieces) return words.join(" ");
      words.push(word);
    }
  }
}
