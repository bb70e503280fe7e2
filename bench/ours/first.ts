/**
 * Writes the vector of its argument as JSON.
 *
 * @module
 */
import { createEmbedder } from "../../src/compute/embedder.ts";

const embedder = await createEmbedder({ threads: 1 });
const [vector] = await embedder.embed([Deno.args[0]!], "interactive");
// deno-lint-ignore no-console -- its output is its answer
console.log(JSON.stringify([...vector!]));
Deno.exit();
