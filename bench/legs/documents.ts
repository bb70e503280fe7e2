/**
 * Reading files to text: resumes of three pages as PDF, and invented people's as DOCX.
 *
 * @module
 */
import { resumeDocx } from "../../src/demo/documents.ts";
import { people } from "../../src/demo/people.ts";
import { type Leg, listsDiffer } from "../leg.ts";
import { threePagePdf } from "../resumes.ts";

/** Of the words; page furniture and the glyphs of bullets are cut by one and kept by another. */
const WORDS_IN_COMMON = 0.98;

/** PDF to text. */
export const pdf: Leg = {
  name: "pdf",
  work: "text of a PDF of three pages",
  command: ["documents.ts", "pdf"],
  against: [
    { name: "PyPDF2", command: ["documents.py", "PyPDF2"], requirements: "requirements.txt", reach: 1.3 },
    { name: "pdfminer.six", command: ["documents.py", "pdfminer.six"], requirements: "requirements.txt", reach: 6 },
  ],
  prepare: (folder, size) =>
    write(folder, "pdf", Array.from({ length: size === "full" ? 10 : 2 }, (_, seed) => threePagePdf(seed))),
  differ: listsDiffer(WORDS_IN_COMMON, 500),
};

/** DOCX to text. */
export const docx: Leg = {
  name: "docx",
  work: "text of a DOCX",
  command: ["documents.ts", "docx"],
  against: [{
    name: "python-docx",
    command: ["documents.py", "python-docx"],
    requirements: "requirements.txt",
    reach: 10,
  }],
  prepare: (folder, size) =>
    write(folder, "docx", Object.values(people).slice(0, size === "full" ? undefined : 2).map(resumeDocx)),
  differ: listsDiffer(WORDS_IN_COMMON, 100),
};

async function write(folder: string, ending: string, files: Promise<Uint8Array>[]): Promise<void> {
  for (const [i, file] of files.entries()) {
    await Deno.writeFile(`${folder}/${String(i).padStart(3, "0")}.${ending}`, await file);
  }
}
