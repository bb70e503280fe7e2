import { equal, ok } from "node:assert/strict";
import { createDocuments } from "../compute/documents.ts";
import { type Case, madeCases, readDocument } from "../eval/sources.ts";
import { people } from "../demo/people.ts";
import { createLog } from "../log.ts";
import { bareLink } from "./contact.ts";
import { datesIn } from "./dates.ts";
import { analyseResume } from "./resume.ts";
import { wordsOf } from "./text.ts";
import type { EducationEntry, ExperienceEntry, Found, ResumeAnalysis, Span } from "./types.ts";

const words = (text: string) => wordsOf(text).join(" ");
const digits = (text: string) => text.replace(/\D/gu, "");

const all = madeCases();
const each = all.length / Object.keys(people).length;
/** Every layout and every person, not every pair of them. */
const cases = all.filter((_, i) => (i % each + Math.floor(i / each)) % 3 === 0);

Deno.test("every field of a made résumé has a confidence, and stands at its offsets as printed", async (t) => {
  const documents = createDocuments({ log: createLog({ level: "silent", format: "json" }) });
  for (const made of cases) await t.step(made.name, async () => check(await analysed(documents, made)));
  await documents.close();
});

async function analysed(documents: ReturnType<typeof createDocuments>, made: Case): Promise<ResumeAnalysis> {
  const document = await readDocument(documents, await made.bytes(), made.format);
  return analyseResume(document, (text) => text.split(/\s+/).length, "2026-11");
}

function check({ text, fields, skills }: ResumeAnalysis): void {
  const placed = ({ start, end, confidence, printed }: Span & { confidence: number; printed?: string }) => {
    ok(start >= 0 && start < end && end <= text.length, `${start} to ${end} of ${text.length}`);
    ok(confidence > 0 && confidence <= 1, String(confidence));
    if (printed !== undefined) equal(text.slice(start, end), printed);
    return text.slice(start, end);
  };
  const same = (field: Found<string>, plain: (text: string) => string) => {
    equal(placed(field), field.printed);
    equal(plain(field.printed!), plain(field.value));
  };
  const { name, location, emails, phones, links, languages, certifications, experience, education } = fields;
  ok(name !== null && location !== null);
  for (const all of [emails, phones, languages, experience, education]) ok(all.length > 0);
  same(name, words);
  same(location, words);
  for (const email of emails) same(email, (printed) => printed.toLowerCase());
  for (const phone of phones) {
    ok(phone.value.startsWith("+") && digits(phone.value).endsWith(digits(placed(phone)).slice(-7)), phone.value);
  }
  for (const link of links) same(link, bareLink);
  // "Deutsch" is German: where it stands there is one word.
  for (const language of languages) ok(/^\p{L}+$/u.test(placed(language)) && language.printed);
  for (const certification of certifications) same(certification, words);
  for (const entry of [...experience, ...education]) checkEntry(entry, placed);
  for (const { start, end, quote } of skills) equal(text.slice(start, end), quote);
}

/** Each member that the entry names is printed in one of its parts, and the parts say the same. */
function checkEntry(entry: ExperienceEntry | EducationEntry, placed: (span: Span & { confidence: number }) => string) {
  placed(entry);
  // Of a range that a narrow column breaks, the first end comes first.
  const parts = new Map(entry.parts!.toReversed().map((part) => [part.part as string, placed(part)]));
  const isBroken = entry.parts!.filter(({ part }) => part === "dates").length > 1 ||
    !/\d.*[\p{L}\d]$/u.test(parts.get("dates")!);
  for (const [part, printed] of parts) {
    if (part === "dates") {
      const [range] = datesIn(printed.replaceAll("\n", " "));
      equal(range?.from ?? null, entry.startDate ?? entry.endDate);
      if (!isBroken) equal(range?.to ?? null, entry.startDate === null ? null : entry.endDate);
    } else equal(words(printed), words(String(entry[part as keyof typeof entry])));
  }
  for (const member of ["title", "company", "location", "institution", "degree", "field"]) {
    const value = entry[member as keyof typeof entry] ?? null;
    equal(parts.has(member), value !== null, `${member} ${value}`);
  }
  equal(parts.has("dates"), entry.startDate !== null || entry.endDate !== null);
}
