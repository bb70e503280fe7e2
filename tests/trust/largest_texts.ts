/**
 * Reads every text of the largest size that is taken, in every way. Run with a small heap: it ends by an abort where that is
 * not enough.
 *
 * @module
 */
import { parsers, repeated, texts } from "./readings.ts";

/** Past which documents are cut and fields refused. */
const CHARS_MAX = 200_000;

let read = 0;
for (const parse of Object.values(parsers)) {
  for (const piece of Object.values(texts)) {
    await parse(repeated(piece, CHARS_MAX));
    read++;
  }
}
// deno-lint-ignore no-console -- its output is its answer
console.log(`${read} read`);
