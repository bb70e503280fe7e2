/** Reading order of made pages. @module */
import { equal, ok } from "node:assert/strict";
import { people } from "../../src/demo/people.ts";
import { resumePdf } from "../../src/demo/documents.ts";
import { readPdf } from "./pdf.ts";

Deno.test("two columns are read one after the other at every size of print, and are not called uncertain", async () => {
  for (const [key, person] of Object.entries(people)) {
    for (const fontSize of [9, 10, 11, 12]) {
      const reply = await readPdf(await resumePdf(person, { layout: "two-column", fontSize }));
      ok(reply.ok);
      const lines = reply.document.lines.map(({ text }) => text);
      const [experience, skills] = ["Experience", "Skills"].map((heading) => lines.indexOf(heading));
      ok(experience! >= 0 && skills! > experience!, `${key} at ${fontSize} pt: ${experience}, ${skills}`);
      equal(reply.document.flags.length, 0, `${key} at ${fontSize} pt: ${reply.document.flags}`);
    }
  }
});
