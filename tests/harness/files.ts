/** Résumé files made by code, as a browser would send them. @module */
import { resumeDocx, resumePdf } from "../../src/demo/documents.ts";
import { people } from "../../src/demo/people.ts";

/** PDF of an invented person. */
export async function fixtureFile(who: keyof typeof people): Promise<File> {
  return pdfFile(await resumePdf(people[who]), `${who}.pdf`);
}

/** Bytes as a PDF upload. */
export function pdfFile(bytes: Uint8Array<ArrayBuffer>, name = "resume.pdf"): File {
  return new File([bytes], name, { type: "application/pdf" });
}

/** DOCX of an invented person. */
export async function docxFile(who: keyof typeof people): Promise<File> {
  return new File([await resumeDocx(people[who])], `${who}.docx`, {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  });
}
