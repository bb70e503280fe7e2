import { equal, ok, rejects } from "node:assert/strict";
import {
  damagedPdf,
  deepXmlDocx,
  emptyPdf,
  encryptedPdf,
  flateBombPdf,
  lyingDocx,
  manyPagesPdf,
  renamedPng,
  scannedPdf,
  zipBombDocx,
} from "../../tests/fixtures/hostile.ts";
import { injected } from "../../tests/trust/report.ts";
import type { ReaderFormat } from "../../workers/protocol.ts";
import { resumeDocx, resumePdf } from "../demo/documents.ts";
import { people } from "../demo/people.ts";
import type { Documents } from "../services.ts";
import { createDocuments, type DocumentsOptions } from "./documents.ts";

const log = { info() {}, warn() {}, error() {} };

function reader(options: Partial<DocumentsOptions> = {}): Documents & AsyncDisposable {
  const documents = createDocuments({ log, ...options });
  return { ...documents, [Symbol.asyncDispose]: () => documents.close() };
}

async function reads(documents: Documents): Promise<void> {
  const { lines } = await documents.read(await resumePdf(people.chef), "pdf");
  ok(lines.length > 10);
}

Deno.test("PDF, DOCX and TXT become the same words", async () => {
  await using documents = reader();
  const person = people.nurse;
  const pdf = await documents.read(await resumePdf(person), "pdf");
  const docx = await documents.read(await resumeDocx(person), "docx");
  const txt = await documents.read(new TextEncoder().encode(`${person.name}\n${person.summary}`), "txt");
  for (const { lines } of [pdf, docx, txt]) equal(lines[0]?.text, person.name);
  for (const { bullets } of person.experience) {
    for (const word of bullets.join(" ").match(/\p{L}{4,}/gu) ?? []) {
      for (const { lines } of [pdf, docx]) ok(lines.some(({ text }) => text.includes(word)), word);
    }
  }
});

const hostile: [string, ReaderFormat, () => Promise<Uint8Array> | Uint8Array, string][] = [
  ["an encrypted PDF", "pdf", encryptedPdf, "encrypted"],
  ["a damaged PDF", "pdf", damagedPdf, "damaged"],
  ["a blank PDF", "pdf", emptyPdf, "empty"],
  ["a scan", "pdf", scannedPdf, "scanned"],
  ["a PDF of 20,000 pages", "pdf", () => manyPagesPdf(20_000), "too_complex"],
  ["a PDF that unpacks to half a gigabyte", "pdf", flateBombPdf, "too_complex"],
  ["a DOCX that unpacks to half a gigabyte", "docx", zipBombDocx, "too_complex"],
  ["a DOCX that unpacks to 8 megabytes and says to a thousand bytes", "docx", lyingDocx, "damaged"],
  ["a DOCX of a hundred thousand nested elements", "docx", deepXmlDocx, "too_complex"],
  ["a PNG that is called DOCX", "docx", renamedPng, "damaged"],
  ["a PNG that is called PDF", "pdf", renamedPng, "damaged"],
];

for (const [what, format, make, code] of hostile) {
  Deno.test(`${what} is refused as ${code}, and the next file is read`, async () => {
    await using documents = reader();
    await rejects(documents.read(await make(), format), { name: "AppError", code });
    await reads(documents);
  });
}

Deno.test("a file that takes longer than the deadline is refused, and its process is replaced", async () => {
  const reasons: unknown[] = [];
  await using documents = reader({
    deadlineMs: 1,
    log: { ...log, warn: (_, fields) => reasons.push(fields?.["reason"]) },
  });
  await rejects(documents.read(await resumePdf(people.backend), "pdf"), { code: "too_complex" });
  equal(reasons[0], "deadline");
  injected(8, "readers past their deadline", reasons.length);
});

Deno.test("memory past the bound ends the process, not the service", async () => {
  const reasons: unknown[] = [];
  await using documents = reader({
    memoryMbMax: 1,
    log: { ...log, warn: (_, fields) => reasons.push(fields?.["reason"]) },
  });
  await rejects(documents.read(await resumePdf(people.backend), "pdf"), { code: "too_complex" });
  equal(reasons[0], "memory");
  injected(8, "readers past their memory", reasons.length);
});

/** `kill -9` of every reader that this process has started, of all at once: those that take their place live. */
async function killReaders(): Promise<number> {
  const script = `pids=
    for pid in $(cat /proc/$PPID/task/*/children); do
      read -r name 2>/dev/null < /proc/$pid/comm && [ "$name" = deno ] && pids="$pids $pid"
    done
    [ -z "$pids" ] || kill -9 $pids; echo $pids`;
  const { stdout } = await new Deno.Command("sh", { args: ["-c", script] }).output();
  return new TextDecoder().decode(stdout).split(" ").filter((pid) => Number(pid) > 0).length;
}

Deno.test("a reader that is killed is replaced, and what it was reading is read all the same", async () => {
  const reasons: unknown[] = [];
  await using documents = reader({ log: { ...log, warn: (_, fields) => reasons.push(fields?.["reason"]) } });
  const long = manyPagesPdf(900);
  const read = async () => ok((await documents.read(long, "pdf")).lines.length > 0);
  await read();
  // Whether a reader is at work just then is chance.
  for (let round = 0; round < 20 && reasons.length < 2; round++) {
    const reading = Promise.all([read(), read()]);
    ok(await killReaders() > 0);
    await reading;
  }
  ok(reasons.length >= 2 && reasons.every((reason) => reason === "killed"), `${reasons}`);
  injected(8, "kill -9 of readers at work", reasons.length);
});

Deno.test("a file whose readers are killed again and again is not blamed for it: it can come again", async () => {
  await using documents = reader();
  const long = manyPagesPdf(900);
  let isRefused = false;
  const refused = rejects(documents.read(long, "pdf"), { name: "AppError", code: "unavailable" })
    .finally(() => isRefused = true);
  while (!isRefused) await killReaders();
  await refused;
  await reads(documents);
});

Deno.test("a process is replaced after its share of files, without a file being lost", async () => {
  await using documents = reader({ filesMax: 2 });
  for (let i = 0; i < 5; i++) await reads(documents);
});

Deno.test("files wait their turn, and more than may wait are told to come back", async () => {
  await using documents = reader({ processesMax: 1, waitingMax: 1 });
  const pdf = await resumePdf(people.chef);
  const all = await Promise.allSettled([1, 2, 3].map(() => documents.read(pdf, "pdf")));
  equal(all.filter(({ status }) => status === "fulfilled").length, 2);
  const refused = all.find(({ status }) => status === "rejected");
  equal(refused?.status === "rejected" && refused.reason.code, "unavailable");
});

Deno.test("a reader that is shut down fails what it reads, and says so", async () => {
  const documents = createDocuments({ log });
  const pending = rejects(documents.read(await resumePdf(people.chef), "pdf"), { code: "unavailable" });
  await documents.close();
  await pending;
  equal(documents.readiness(), "unavailable");
  await rejects(documents.read(new Uint8Array(1), "txt"), { code: "unavailable" });
});
