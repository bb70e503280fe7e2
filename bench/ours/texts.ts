/**
 * Texts that a side of an embedding leg reads, and what it answers to them.
 *
 * @module
 */
import { z } from "zod";

/** The texts of a file in the folder of inputs, and each time other ones of the same lengths. */
export interface Texts {
  all: readonly string[];
  /** `all`, each after a number that it has not stood after: nobody has seen these before. */
  fresh(): string[];
}

/** Reads `NAME.json`. */
export async function textsIn(folder: string, name: string): Promise<Texts> {
  const all = z.array(z.string()).parse(JSON.parse(await Deno.readTextFile(`${folder}/${name}.json`)));
  let asked = 0;
  return {
    all,
    fresh() {
      asked++;
      return all.map((text) => `${asked} ${text}`);
    },
  };
}

/** As JSON has them. */
export const numbersOf = (vectors: readonly Float32Array[]) => vectors.map((vector) => [...vector]);
