/**
 * Embedding thread: owns one ONNX session.
 *
 * @module
 */
import { setPriority } from "node:os";
import { openModel } from "../src/compute/model.ts";
import type { EmbedInit } from "./protocol.ts";
import { openSession } from "./session.ts";
import { serveThread } from "./thread.ts";

serveThread<EmbedInit, string, Float32Array<ArrayBuffer>>(async ({ folder, model: expected }) => {
  // On Linux this is the thread's own priority, elsewhere the process's: requests are answered before texts are embedded.
  if (Deno.build.os === "linux") setPriority(0, 10);

  // Verified here too: a folder changed under a running server must not give vectors under the old identity.
  const { id } = await openModel(folder);
  if (id !== expected) throw new Error(`Cannot start embedding: model is ${id}, not ${expected}`);

  const session = await openSession(folder);
  await session.embed("warm up");
  return {
    async run(text) {
      const response = await session.embed(text);
      return { response, transfer: [response.buffer] };
    },
    release: session.release,
  };
});
