/**
 * A fresh process for every pass, until it has written its first vector: `first.ts`.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { serve } from "./serve.ts";
import { textsIn } from "./texts.ts";

const program = fileURLToPath(new URL("./first.ts", import.meta.url));
const [text] = (await textsIn(Deno.args[0]!, "texts")).all;

async function first(): Promise<number[]> {
  const flags = ["run", "-q", "--allow-read", "--allow-env", "--allow-sys", "--allow-ffi"];
  const { stdout } = await new Deno.Command("deno", { args: [...flags, program, text!], stderr: "inherit" }).output();
  return JSON.parse(new TextDecoder().decode(stdout));
}

await serve({
  answers: async () => [await first()],
  async pass() {
    await first();
  },
}, ["onnxruntime-node"]);
