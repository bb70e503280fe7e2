/**
 * Resident memory of a process with our embedder, after every text, in MB (2²⁰ bytes). The second argument says how many
 * threads.
 *
 * @module
 */
import { createEmbedder } from "../../src/compute/embedder.ts";
import { serve } from "./serve.ts";
import { numbersOf, textsIn } from "./texts.ts";

const [folder, threads] = Deno.args;
const texts = await textsIn(folder!, "texts");
const embedder = await createEmbedder({ threads: Number(threads) });
await serve({
  answers: async () => numbersOf(await embedder.embed(texts.all, "bulk")),
  async pass() {
    await embedder.embed(texts.fresh(), "bulk");
    return Deno.memoryUsage().rss / 2 ** 20;
  },
}, ["onnxruntime-node"]);
await embedder.close();
