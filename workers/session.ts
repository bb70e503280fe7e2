/**
 * One ONNX session of the embedding model: turns a text into 384 floats of unit length.
 *
 * @module
 */
import "./no_telemetry.ts";
import { join } from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { onnxFile } from "../src/compute/model.ts";
import { loadTokenizer } from "../src/compute/tokens.ts";
import { dimensions, embeddedTokensMax } from "./protocol.ts";

/** A loaded model, in the thread that loaded it. */
export interface Session {
  /** Blocks its thread while the model runs. @returns 384 numbers of unit length. */
  embed(text: string): Promise<Float32Array<ArrayBuffer>>;
  /** Gives native memory back. */
  release(): Promise<void>;
}

// 254 word-pieces average far below 64 characters; what is behind this many cannot reach the model.
const charactersMax = 16_384;

/** Loads the model with one ONNX thread. @param folder Absolute path of a folder that `openModel` has verified. */
export async function openSession(folder: string): Promise<Session> {
  const [tokenizer, model] = await Promise.all([
    loadTokenizer(folder),
    InferenceSession.create(join(folder, onnxFile), {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: "sequential",
      extra: { session: { intra_op: { allow_spinning: "0" } } },
    }),
  ]);

  return {
    async embed(text) {
      const pieces = tokenizer.encode(text.slice(0, charactersMax)).ids;
      // The tokenizer's own truncation cuts off [SEP], which the model was trained to end on.
      const ids = pieces.length > embeddedTokensMax
        ? [...pieces.slice(0, embeddedTokensMax - 1), ...pieces.slice(-1)]
        : pieces;
      // Batch of one: dynamic int8 makes a vector depend on its batch mates and on padding.
      const shape = [1, ids.length];
      const { last_hidden_state: hidden } = await model.run({
        input_ids: new Tensor("int64", BigInt64Array.from(ids, BigInt), shape),
        attention_mask: new Tensor("int64", new BigInt64Array(ids.length).fill(1n), shape),
        token_type_ids: new Tensor("int64", new BigInt64Array(ids.length), shape),
      });
      if (!(hidden?.data instanceof Float32Array)) throw new TypeError("Cannot embed: the model gave no hidden state");
      return meanUnit(hidden.data);
    },
    async release() {
      await model.release();
    },
  };
}

/** Mean of the rows, scaled to unit length. */
function meanUnit(rows: Float32Array): Float32Array<ArrayBuffer> {
  // The scale of the mean cancels in the normalisation, so the sum will do.
  const sum = new Float64Array(dimensions);
  for (let start = 0; start < rows.length; start += dimensions) {
    for (let i = 0; i < dimensions; i++) sum[i]! += rows[start + i]!;
  }
  const length = Math.hypot(...sum);
  if (rows.length === 0 || rows.length % dimensions !== 0 || !(length > 0 && length < Infinity)) {
    throw new RangeError(`Cannot normalise embedding: ${rows.length} numbers of length ${length}`);
  }
  return Float32Array.from(sum, (x) => x / length);
}
