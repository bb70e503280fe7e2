/**
 * The embedding model's session on the main thread, with nothing around it: what embedding alone takes.
 *
 * @module
 */
import { defaultModelFolder } from "../../src/compute/model.ts";
import { openSession } from "../../workers/session.ts";
import { serve } from "./serve.ts";
import { numbersOf, textsIn } from "./texts.ts";

const texts = await textsIn(Deno.args[0]!, "texts");
const session = await openSession(defaultModelFolder);
await serve({
  async answers() {
    const vectors = [];
    for (const text of texts.all) vectors.push(await session.embed(text));
    return numbersOf(vectors);
  },
  async pass() {
    for (const text of texts.fresh()) await session.embed(text);
  },
}, ["onnxruntime-node"]);
await session.release();
