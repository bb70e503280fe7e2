/** One résumé reads the same in every layout. @module */
import { deepEqual, equal, ok } from "node:assert/strict";
import { people, type Person } from "../../src/demo/people.ts";
import { themedPdf, type ThemeName, themes } from "../../src/demo/themes.ts";
import { structureOf } from "../../src/eval/layouts.ts";
import { analyseResume } from "../../src/matching/resume.ts";
import { readPdf } from "./pdf.ts";

async function structureIn(person: Person, theme: ThemeName) {
  const reply = await readPdf(await themedPdf(person, theme));
  ok(reply.ok);
  deepEqual(reply.document.flags, []);
  return structureOf(analyseResume(reply.document, (text) => text.length / 4, "2026-11"));
}

Deno.test("one resume in thirteen layouts gives one structure", async (t) => {
  const names = Object.keys(themes) as ThemeName[];
  equal(names.length, 13);
  for (const [key, person] of Object.entries(people)) {
    const expected = await structureIn(person, names[0]!);
    for (const part of ["experience", "education"] as const) {
      equal(Array.isArray(expected[part]) && expected[part].length, person[part].length);
    }
    for (const name of names) {
      await t.step(`${key}, ${name}`, async () => deepEqual(await structureIn(person, name), expected));
    }
  }
});
