import { equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { HEAD_TOKENS_MAX, headOf, PASSAGE_TOKENS_MAX, passagesOf } from "./passages.ts";
import type { Section } from "./types.ts";

/** Stands for the tokenizer: a word is a piece for every four letters. */
const countTokens = (text: string) => text.split(/\s+/).reduce((sum, word) => sum + Math.ceil(word.length / 4), 0);

const text = fc.array(fc.stringMatching(/^[A-Za-z0-9 .,;]{0,120}$/), { maxLength: 30 }).map((lines) =>
  lines.join("\n")
);

Deno.test("no passage or head is longer than it may be, and their order is that of the text", () => {
  fc.assert(fc.property(text, (text) => {
    let last = 0;
    for (const passage of passagesOf(text, [], countTokens, {})) {
      ok(countTokens(passage.text) <= PASSAGE_TOKENS_MAX);
      ok(passage.start >= last && passage.end <= text.length);
      last = passage.end;
    }
    ok(countTokens(headOf(text, [], countTokens, {})) <= HEAD_TOKENS_MAX);
  }));
});

Deno.test("every word of the text is in a passage", () => {
  fc.assert(
    fc.property(text, (text) => {
      const words = new Set(passagesOf(text, [], countTokens, {}).flatMap(({ text }) => text.split(/\s+/)));
      for (const word of text.match(/[A-Za-z0-9]{2,16}/g) ?? []) {
        ok([...words].some((known) => known.includes(word)), word);
      }
    }),
    { numRuns: 30 },
  );
});

Deno.test("what is skipped is in no passage and no head, and references are not either", () => {
  const lines = ["Ada Example", "ada@example.com", "Experience", "Built ovens.", "References", "Bob Secret"];
  const text = lines.join("\n");
  const start = (line: string) => text.indexOf(line);
  const sections: Section[] = [
    { name: "header", heading: null, start: 0, end: start("Experience") },
    { name: "experience", heading: "Experience", start: start("Experience"), end: start("References") },
    { name: "references", heading: "References", start: start("References"), end: text.length },
  ];
  const skip = [{ start: 0, end: 11 }, { start: 12, end: 27 }];
  const passages = passagesOf(text, sections, countTokens, { skip });
  equal(passages.map(({ text }) => text).join(), "Built ovens.");
  equal(passages[0]?.section, "experience");
  const head = headOf(text, sections, countTokens, { skip });
  for (const hidden of ["Ada", "ada@", "Bob"]) ok(!head.includes(hidden));
});
