import { deepEqual, equal, notDeepEqual, ok } from "node:assert/strict";
import { unzipSync } from "fflate";
import { PDFDocument } from "pdf-lib";
import { resumeDocx, resumePdf } from "./documents.ts";
import { people } from "./people.ts";

for (const [key, person] of Object.entries(people)) {
  Deno.test(`resumePdf prints the ${key}'s resume in every layout`, async () => {
    for (const layout of ["single", "sidebar", "two-column"] as const) {
      const bytes = await resumePdf(person, { layout });
      equal(new TextDecoder().decode(bytes.subarray(0, 5)), "%PDF-");
      ok((await PDFDocument.load(bytes)).getPageCount() >= 1);
    }
  });

  Deno.test(`resumeDocx writes the ${key}'s resume as a Word document`, async () => {
    const bytes = await resumeDocx(person);
    deepEqual([...bytes.subarray(0, 4)], [0x50, 0x4b, 3, 4]);
    ok("word/document.xml" in unzipSync(bytes));
  });
}

Deno.test("resumePdf gives the same bytes on every call, and others for another person", async () => {
  const bytes = await resumePdf(people.nurse);
  deepEqual(bytes, await resumePdf(people.nurse));
  notDeepEqual(bytes, await resumePdf(people.chef));
});

Deno.test("resumePdf makes more pages of larger text", async () => {
  const pages = async (fontSize: number) =>
    (await PDFDocument.load(await resumePdf(people.backend, { fontSize }))).getPageCount();
  ok(await pages(18) > await pages(10));
});
