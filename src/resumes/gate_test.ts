/** What is refused, and what is kept and flagged: each reason of the parse gate through the API. @module */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { PDFDocument, setTextRenderingMode, StandardFonts, TextRenderingMode } from "pdf-lib";
import { scannedPdf, zipBombDocx } from "../../tests/fixtures/hostile.ts";
import { alsoHtml, alsoZip, withAttachments } from "../../tests/fixtures/hostile_pdf.ts";
import { mappedPdf } from "../../tests/fixtures/mapped.ts";
import { docxOf, docxTricks, pdfOf, pdfTricks, stuffing } from "../../tests/fixtures/tricks.ts";
import { type Caller, testApp } from "../../tests/harness/app.ts";
import { fixtureFile, pdfFile } from "../../tests/harness/files.ts";
import { injected } from "../../tests/trust/report.ts";

const lines = [
  ...[
    "Ada Lindqvist",
    "Nurse",
    "ada.lindqvist@example.com | Leeds",
    "Experience",
    "Nurse, Elm House, May 2019 - June 2021",
  ],
  ...["Cared for forty people a day on a ward for the old and the sick, in shifts by day and by night.", "Education"],
  ...["BSc Nursing, Acme University, 2013 - 2016", "Skills", "Triage, wound care, Java"],
];
const swedish =
  "Sjuksköterska med tio års erfarenhet av vård på avdelning och i hemmet. Jag har lett ett lag av åtta och är van " +
  "vid att arbeta både dag och natt, och jag tycker om att lära upp nya kolleger som kommer till oss.";

const textFile = (text: string, name = "resume.txt", type = "text/plain") => new File([text], name, { type });

/** A picture of a page with the words that a machine has read from it. */
async function recognisedPdf(): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.load(await scannedPdf());
  const page = pdf.getPage(0);
  page.setFont(await pdf.embedFont(StandardFonts.Helvetica));
  page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible));
  for (const [i, line] of lines.entries()) page.drawText(line, { x: 56, y: 780 - 16 * i, size: 11 });
  return new Uint8Array(await pdf.save());
}

/** Two columns of short lines side by side: a table, or two lists. */
function twinPdf(): Promise<Uint8Array<ArrayBuffer>> {
  return pdfOf(lines, (page) => {
    for (let i = 0; i < 9; i++) {
      page.drawText(`Duty on ward number ${"abcdefghi"[i]}`, { x: 56, y: 500 - 16 * i, size: 11 });
      page.drawText(`Care for people at ${"abcdefghi"[i]}`, { x: 320, y: 500 - 16 * i, size: 11 });
    }
  });
}

async function longPdf(): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.load(await pdfOf(lines));
  for (let i = 0; i < 50; i++) pdf.addPage();
  return new Uint8Array(await pdf.save());
}

Deno.test("what is doubtful is kept, with the reason and a quality below that of a plain resume", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const garbled = Object.fromEntries([..."aeinort"].map((letter) => [letter, "\ufffd"]));
  const cases: [flag: string | null, file: File][] = [
    [null, textFile(lines.join("\n"))],
    ["too_short", textFile(lines.filter((line) => line.length < 50).join("\n"))],
    ["unsupported_language", textFile(lines.toSpliced(5, 1, swedish).join("\n"))],
    ["truncated", pdfFile(await longPdf())],
    ["scanned", pdfFile(await recognisedPdf())],
    ["multi_column_uncertain", pdfFile(await twinPdf())],
    ["garbled_fonts", pdfFile(new Uint8Array(mappedPdf([...lines.slice(0, 3), ...lines.slice(5)], garbled)))],
  ];
  for (const [flag, file] of cases) {
    const { status, body } = await recruiter.upload(file);
    equal(status, 201, `${flag}: ${JSON.stringify(body)}`);
    const { flags, quality } = body.resume.parse;
    if (flag === null) deepEqual([flags, quality], [[], 1]);
    else ok(flags.includes(flag) && quality > 0 && quality < 1, `${flag}: ${flags} ${quality}`);
  }
});

Deno.test("old Word and RTF files are refused with what to do about it", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const doc = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]);
  for (
    const file of [
      new File([doc], "resume.doc", { type: "application/msword" }),
      new File([doc], "resume.docx", { type: "application/octet-stream" }),
      textFile("{\\rtf1\\ansi Ada Lindqvist}", "resume.rtf", "application/rtf"),
      textFile("{\\rtf1\\ansi Ada Lindqvist}", "resume.txt"),
    ]
  ) {
    const { status, body } = await recruiter.upload(file);
    deepEqual([status, body.code], [415, "wrong_type"], file.name);
    match(body.detail, /save it as DOCX or PDF/);
  }
});

const types = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  txt: "text/plain",
};

function fileOf(bytes: Uint8Array<ArrayBuffer> | string, format: keyof typeof types): File {
  return new File([bytes], `resume.${format}`, { type: types[format] });
}

/** What is scored by, and what is told of the file. */
async function uploaded(recruiter: Caller, file: File, jobId: string) {
  const { status, body } = await recruiter.upload(file, { job_id: jobId });
  equal(status, 201, JSON.stringify(body));
  const { parse, extracted_skills, experience, education, candidate_name } = body.resume;
  const { similarity, skill_match, overall, match_score, skills } = body.match;
  const matched = skills.matched.map(({ skill, kind, credit }: Record<string, unknown>) => [skill, kind, credit]);
  return {
    scored: {
      extracted_skills,
      experience,
      education,
      candidate_name,
      similarity,
      skill_match,
      overall,
      match_score,
      matched,
    },
    flags: parse.flags as string[],
    hidden: parse.hidden_text as { reason: string; quote: string }[],
    quality: parse.quality as number,
  };
}

Deno.test("hidden words are flagged with a quote, and move neither skills nor score, whatever hides them", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const job = await recruiter.job({ skills_required: ["Triage", "Kubernetes", "Terraform", "Rust"] });
  const text = lines.join("\n");
  const plain = {
    pdf: await uploaded(recruiter, fileOf(await pdfOf(lines), "pdf"), job.id),
    docx: await uploaded(recruiter, fileOf(docxOf(lines), "docx"), job.id),
    txt: await uploaded(recruiter, fileOf(text, "txt"), job.id),
  };
  const tricks: [format: keyof typeof types, reason: string, quote: string, bytes: Uint8Array<ArrayBuffer> | string][] =
    [
      ["txt", "zero-width characters", "Triage, wound care, Ja·va", text.replace("Java", "Ja\u200bva")],
      ["txt", "look-alike letters", "K\u0443b\u0435rnetes", `${text}, K\u0443b\u0435rnetes`],
    ];
  for (const [reason, draw] of pdfTricks) tricks.push(["pdf", reason, stuffing, await pdfOf(lines, draw)]);
  for (const [reason, properties] of docxTricks) tricks.push(["docx", reason, stuffing, docxOf(lines, properties)]);

  for (const [format, reason, quote, bytes] of tricks) {
    const { scored, flags, hidden, quality } = await uploaded(recruiter, fileOf(bytes, format), job.id);
    const without = plain[format];
    deepEqual(scored, without.scored, `${format}, ${reason}`);
    deepEqual(hidden, [{ reason, quote }]);
    deepEqual(flags.filter((flag) => !without.flags.includes(flag)), ["hidden_text"]);
    ok(quality < without.quality && quality > 0);
  }
});

Deno.test("of a file that is more than a resume only the resume is read: attachments, scripts, another format inside", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const good = new Uint8Array(await (await fixtureFile("backend")).arrayBuffer());
  const plain = (await recruiter.upload(pdfFile(good))).body.resume;
  const files = [
    await withAttachments(good, await zipBombDocx()),
    alsoZip(good, "Zanzibar"),
    alsoHtml(good),
  ];
  for (const file of files) {
    const { status, body: { resume } } = await recruiter.upload(pdfFile(file));
    equal(status, 201);
    for (const field of ["candidate_name", "sections", "experience", "extracted_skills"]) {
      deepEqual(resume[field], plain[field], field);
    }
    ok(!/Zanzibar|attached|script/.test(JSON.stringify(resume)));
  }
  injected(25, "files that are more than a resume", files.length);
});
