/**
 * Our embedder as a side of a leg, with one thread.
 *
 * @module
 */
import { createEmbedder } from "../../src/compute/embedder.ts";
import { serve } from "./serve.ts";
import { numbersOf, textsIn } from "./texts.ts";

const texts = await textsIn(Deno.args[0]!, "texts");
const embedder = await createEmbedder({ threads: 1 });
await serve({
  answers: async () => numbersOf(await embedder.embed(texts.all, "bulk")),
  async pass() {
    await embedder.embed(texts.fresh(), "bulk");
  },
}, ["onnxruntime-node"]);
await embedder.close();
