/**
 * What fields and activities of the taxonomy mean, as vectors that the project ships: made by `deno task taxonomy vectors`.
 *
 * The file is a line of JSON, then 384 signed bytes for each id in its order; a byte times `scale` is a number of the vector.
 *
 * @module
 */
import { z } from "zod";
import { type Skill, taxonomy } from "../matching/taxonomy.ts";

const DIMENSIONS = 384;

/** Where the vectors are. */
export const skillVectorsFile: URL = new URL("../matching/taxonomy/vectors.bin", import.meta.url);

const Header = z.strictObject({ model: z.string(), scale: z.number().positive(), ids: z.array(z.string()) });

/** A skill and how near it is. */
export interface NearSkill {
  skill: Skill;
  cosine: number;
}

/** Skills that can be told from what a sentence means. */
export interface SkillVectors {
  /** The model they were made with. */
  model: string;
  /** Ids of the skills that have a vector. */
  ids: ReadonlySet<string>;
  /** The skills nearest to a unit vector of the same model, best first. */
  nearest(vector: Float32Array, count: number): NearSkill[];
}

/**
 * Skills that a sentence may imply without naming them: fields and activities of the shipped taxonomy. A product is either
 * named or not meant, a quality is anybody's.
 */
export function impliableSkills(): Skill[] {
  const { spellings } = taxonomy();
  return spellings
    .filter(({ canonical, rule, skill: { category, family } }) =>
      canonical && rule === "topic" && category !== "soft skill" && category !== "human language" && family !== "esco"
    )
    .map(({ skill }) => skill);
}

/** Reads the shipped vectors. */
export async function loadSkillVectors(): Promise<SkillVectors> {
  const bytes = await Deno.readFile(skillVectorsFile);
  const newline = bytes.indexOf(0x0a);
  const { model, scale, ids } = Header.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(0, newline))));
  const numbers = new Int8Array(bytes.buffer, bytes.byteOffset + newline + 1);
  if (numbers.length !== ids.length * DIMENSIONS) throw new Error("Cannot read skill vectors: the file is cut");
  const skillOf = new Map(taxonomy().skills.map((skill) => [skill.id, skill]));

  return {
    model,
    ids: new Set(ids),
    nearest(vector, count) {
      const near: NearSkill[] = [];
      for (const [row, id] of ids.entries()) {
        const skill = skillOf.get(id);
        if (!skill) continue;
        let sum = 0;
        for (let i = 0, at = row * DIMENSIONS; i < DIMENSIONS; i++) sum += vector[i]! * numbers[at + i]!;
        near.push({ skill, cosine: sum * scale });
      }
      return near.sort((a, b) => b.cosine - a.cosine).slice(0, count);
    },
  };
}

/** The bytes of the file for these vectors, one for each id. */
export function packSkillVectors(model: string, ids: readonly string[], vectors: readonly Float32Array[]): Uint8Array {
  const largest = vectors.reduce((max, vector) => vector.reduce((m, x) => Math.max(m, Math.abs(x)), max), 1e-9);
  const scale = largest / 127;
  const head = new TextEncoder().encode(JSON.stringify({ model, scale, ids }) + "\n");
  const numbers = Int8Array.from(vectors.flatMap((vector) => Array.from(vector, (x) => Math.round(x / scale))));
  const file = new Uint8Array(head.length + numbers.length);
  file.set(head);
  file.set(new Uint8Array(numbers.buffer), head.length);
  return file;
}
