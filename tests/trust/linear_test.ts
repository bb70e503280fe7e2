import { equal, ok } from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { RATIO_MAX, timesAsLong } from "./doubling.ts";
import { parsers, repeated, texts } from "./readings.ts";
import { injected, times } from "./report.ts";

/** Characters of the shorter text; twice that is below every limit at which texts are cut. */
const CHARS = times(15_000, 40_000);
/** A quarter of what a thread may hold between requests, and a thirtieth of what ends the process. */
const HEAP_MB_ENOUGH = 128;

for (const [name, parse] of Object.entries(parsers)) {
  Deno.test(`a text twice as long takes at most 2.5 times as long: ${name}`, async (t) => {
    for (const [kind, piece] of Object.entries(texts)) {
      await t.step(kind, async () => {
        const ratio = await timesAsLong(parse, repeated(piece, CHARS), repeated(piece, 2 * CHARS));
        ok(ratio <= RATIO_MAX, `${name} of ${kind}: ${ratio.toFixed(2)} times as long`);
      });
    }
    injected(24, `texts of ${2 * CHARS} characters: ${name}`, Object.keys(texts).length);
  });
}

Deno.test("no text that is taken makes a thread run out of memory: the largest need a small part of what a thread may have", async () => {
  const script = fileURLToPath(new URL("largest_texts.ts", import.meta.url));
  const limits = `--v8-flags=--max-old-space-size=${HEAP_MB_ENOUGH}`;
  const { success, stdout, stderr } = await new Deno.Command("deno", {
    args: ["run", "-q", limits, "--allow-read", "--allow-env", script],
  }).output();
  const [said, complained] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  ok(success, complained!.slice(-1000));
  equal(said!.trim(), `${Object.keys(parsers).length * Object.keys(texts).length} read`);
  injected(8, "texts of the largest size", Object.keys(parsers).length * Object.keys(texts).length);
});
