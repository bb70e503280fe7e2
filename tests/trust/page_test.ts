import { deepEqual, throws } from "node:assert/strict";
import { parsePromises, PROMISES, readPromises } from "./page.ts";

Deno.test("docs/promises.md has a line for every promise, and each test it names is there", async () => {
  const promises = await readPromises();
  const numbers = [...new Set(promises.map(({ number }) => number))];
  deepEqual(numbers, Array.from({ length: PROMISES }, (_, i) => i + 1));

  const missing: string[] = [];
  for (const { shownBy } of promises) {
    if (!shownBy) continue;
    const source = await Deno.readTextFile(new URL(`../../${shownBy.file}`, import.meta.url)).catch(() => "");
    const named = shownBy.file.endsWith("_test.ts")
      ? ['"', "`"].some((quote) => source.includes(`${quote}${shownBy.name}${quote}`))
      : source.includes(shownBy.name);
    if (!named) missing.push(`${shownBy.file}: ${shownBy.name}`);
  }
  deepEqual(missing, []);
});

Deno.test("a line of docs/promises.md that is malformed, or links elsewhere than it says, is refused", () => {
  const line = "| 2 | One opener | [src/a_test.ts](../src/a_test.ts) `a is one` | PGlite |";
  deepEqual(parsePromises(`# Promises\n\n| # | Promise |\n| - | - |\n${line}\n`), [
    {
      number: 2,
      sentence: "One opener",
      shownBy: { file: "src/a_test.ts", name: "a is one" },
      databases: "PGlite",
    },
  ]);
  for (
    const wrong of [line.replace("../src/a_", "../src/b_"), line.replace("PGlite", "some"), line.replace(" `a", " a")]
  ) {
    throws(() => parsePromises(wrong), SyntaxError);
  }
});
