/**
 * A taxonomy of the operator's own, beside the one that the project ships.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import { extendTaxonomy } from "../matching/taxonomy.ts";

const SkillFileSchema = z.strictObject({
  source: z.string().min(1),
  licence: z.string().min(1),
  families: z.record(z.string().min(1), z.record(z.string().min(1), z.array(z.string().min(1).max(20_000)))),
});

/** Why a taxonomy file cannot be used; the server refuses to start on it. */
export class TaxonomyError extends Error {
  override readonly name = "TaxonomyError";
}

/**
 * Adds the skills of a file to this thread's taxonomy, after the shipped ones.
 *
 * @param path Made by `deno task taxonomy import`.
 * @returns Part of the analysis version: the first 12 hex digits of the file's sha256.
 * @throws {TaxonomyError} When the file is missing or is no taxonomy.
 */
export async function loadTaxonomyFile(path: string): Promise<string> {
  const bytes = await Deno.readFile(path).catch((cause) => {
    throw new TaxonomyError(`Cannot open taxonomy ${path}: it is not there, or cannot be read`, { cause });
  });
  const version = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  extendTaxonomy(parse(path, new TextDecoder().decode(bytes)), version);
  return version;
}

function parse(path: string, text: string): z.infer<typeof SkillFileSchema> {
  try {
    return SkillFileSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new TaxonomyError(`Cannot open taxonomy ${path}: it is not what \`deno task taxonomy import\` writes`, {
      cause,
    });
  }
}
