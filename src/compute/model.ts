/**
 * The embedding model as a folder of files whose checksums are known.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** `checksums.json` of a model folder. */
const Manifest = z.strictObject({
  name: z.string().min(1),
  dtype: z.literal("q8"),
  sha256: z.record(z.string().regex(/^[\w./-]+$/), z.string().regex(/^[0-9a-f]{64}$/)),
});

/** The file the vectors depend on most; its checksum is part of the model's identity. */
export const onnxFile = "onnx/model_quantized.onnx";
const requiredFiles = ["config.json", onnxFile, "tokenizer.json", "tokenizer_config.json"];

/** A model folder whose files are what its manifest says. */
export interface Model {
  /** Absolute path. */
  folder: string;
  /** Name, dtype and the first 8 hex digits of the ONNX file's sha256, as in `all-MiniLM-L6-v2@q8@cd98e000`. */
  id: string;
}

/** Why a model cannot be used; the server refuses to start on it. */
export class ModelError extends Error {
  override readonly name = "ModelError";
}

/** The folder of the model that the project ships. */
export const defaultModelFolder = fileURLToPath(new URL("../../models/all-MiniLM-L6-v2", import.meta.url));

/**
 * Reads every file of a model folder and compares it with the folder's `checksums.json`.
 *
 * @param folder Path of the model folder, absolute or relative to the working directory.
 * @throws {ModelError} When it is no folder, the manifest or a file is missing or unreadable, or a checksum differs.
 */
export async function openModel(folder: string = defaultModelFolder): Promise<Model> {
  const path = resolve(folder);
  await refuseNoFolder(path);
  const manifest = await readManifest(path);
  for (const file of requiredFiles) {
    if (manifest.sha256[file] === undefined) {
      throw new ModelError(`Cannot open embedding model: ${join(path, "checksums.json")} has no checksum of ${file}`);
    }
  }
  for (const [file, expected] of Object.entries(manifest.sha256)) {
    const actual = await sha256(join(path, file));
    if (actual !== expected) {
      throw new ModelError(
        `Cannot open embedding model: ${join(path, file)} has sha256 ${actual}, its manifest says ${expected}`,
      );
    }
  }
  return { folder: path, id: `${manifest.name}@${manifest.dtype}@${manifest.sha256[onnxFile]?.slice(0, 8)}` };
}

/** Somebody may have given a model's name on a hub: nothing is fetched here. */
async function refuseNoFolder(path: string): Promise<void> {
  const isFolder = await Deno.stat(path).then(({ isDirectory }) => isDirectory, () => false);
  if (isFolder) return;
  throw new ModelError(
    `Cannot open embedding model: ${path} is not a folder; EMBEDDING_MODEL takes one that holds the model's files ` +
      "and their checksums.json, as models/all-MiniLM-L6-v2 does",
  );
}

async function readManifest(folder: string): Promise<z.infer<typeof Manifest>> {
  const file = join(folder, "checksums.json");
  const text = await reading(file, Deno.readTextFile(file));
  try {
    return Manifest.parse(JSON.parse(text));
  } catch (cause) {
    throw new ModelError(`Cannot open embedding model: ${file} is not a manifest`, { cause });
  }
}

async function sha256(file: string): Promise<string> {
  const hash = createHash("sha256");
  const { readable } = await reading(file, Deno.open(file));
  // By chunks: the 23 MB of the model never stand in memory here.
  for await (const chunk of readable) hash.update(chunk);
  return hash.digest("hex");
}

async function reading<T>(file: string, result: Promise<T>): Promise<T> {
  try {
    return await result;
  } catch (cause) {
    throw new ModelError(`Cannot open embedding model: ${file} cannot be read`, { cause });
  }
}
