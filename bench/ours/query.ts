/**
 * How long a query takes, `alone` or while the bulk lane is full (`busy`), as the second argument says.
 *
 * @module
 */
import { createEmbedder } from "../../src/compute/embedder.ts";
import { generator } from "../resumes.ts";
import { quantile } from "../stats.ts";
import { serve } from "./serve.ts";
import { numbersOf, textsIn } from "./texts.ts";

/** Between queries, at most: they come at any moment of a thread's work. */
const PAUSE_MS = 10;

const [folder, how] = Deno.args;
if (folder === undefined || (how !== "alone" && how !== "busy")) {
  throw new RangeError("Cannot start: FOLDER alone|busy");
}
const [queries, bulk] = [await textsIn(folder, "queries"), await textsIn(folder, "bulk")];
const embedder = await createEmbedder({ threads: 1 });
const random = generator(1);

async function timesOfQueries(): Promise<number[]> {
  const times = [];
  for (const query of queries.fresh()) {
    await new Promise((done) => setTimeout(done, random() * PAUSE_MS));
    const askedAt = performance.now();
    await embedder.embed([query], "interactive");
    times.push(performance.now() - askedAt);
  }
  return times;
}

await serve({
  answers: async () => numbersOf(await embedder.embed(queries.all, "interactive")),
  async pass() {
    let isFull = how === "busy";
    const filled = isFull ? embedder.embed(bulk.fresh(), "bulk").then(() => isFull = false) : null;
    const times = await timesOfQueries();
    if (filled !== null && !isFull) throw new Error("Cannot measure: the bulk lane ran dry");
    await filled;
    return quantile(times, 0.95);
  },
}, ["onnxruntime-node"]);
await embedder.close();
