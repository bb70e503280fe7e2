/**
 * What becomes of files that nobody has looked at: `deno task eval --files FOLDER…` reads each PDF and DOCX below the
 * folders, and counts what crashed, what was refused, and values that were read and are not printed in their file.
 *
 * @module
 */
import { join } from "node:path";
import { createDocuments } from "../compute/documents.ts";
import { defaultModelFolder } from "../compute/model.ts";
import { loadTokenCounter } from "../compute/tokens.ts";
import { AppError } from "../errors.ts";
import { createLog } from "../log.ts";
import { analyseResume } from "../matching/resume.ts";
import { wordsOf } from "../matching/text.ts";
import type { ResumeAnalysis } from "../matching/types.ts";
import type { Documents } from "../services.ts";
import type { ReaderFormat } from "../../workers/protocol.ts";

/** Files read at a time: the reader's processes. */
const LANES = 2;
/** As `eval.ts` has it. */
const TODAY = "2026-11";

/** What came of a file: a refusal's code, `crashed`, `not_a_resume`, or that it was kept. */
type Outcome = { kind: "kept"; analysis: ResumeAnalysis; invented: string[] } | { kind: "other"; code: string };

/**
 * Reads the files and prints the counts.
 *
 * @returns The exit code: 1 where one crashed or gave what it does not print.
 */
export async function runFiles(folders: readonly string[], print: (line: string) => void): Promise<number> {
  const files = (await Promise.all(folders.map(filesBelow))).flat().sort();
  const documents = createDocuments({ log: createLog({ level: "silent", format: "json" }) });
  const countTokens = await loadTokenCounter(defaultModelFolder);
  const counts = new Map<string, number>();
  const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  let next = 0;
  const lane = async () => {
    for (let file = files[next++]; file !== undefined; file = files[next++]) {
      const outcome = await outcomeOf(documents, countTokens, file);
      if (outcome.kind === "other") {
        count(outcome.code);
        if (outcome.code === "crashed") print(`  ${file}: crashed`);
        continue;
      }
      const { analysis: { fields: { name }, quality }, invented } = outcome;
      count(name ? "kept, with a name" : "kept, without a name");
      if (invented.length > 0) count("gave what it does not print");
      print(
        `  ${file}: kept at ${quality}, name ${name?.value ?? "none"}${invented.map((value) => `, invented ${value}`)}`,
      );
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await documents.close();
  print(`\n${files.length} files\n\n| outcome | files |\n|---|---|`);
  for (const [what, files] of [...counts].sort(([, a], [, b]) => b - a)) print(`| ${what} | ${files} |`);
  const wrong = (counts.get("crashed") ?? 0) + (counts.get("gave what it does not print") ?? 0);
  print(`\n${wrong === 0 ? "ok" : "FAILED"} | ${files.length - wrong} passed | ${wrong} failed (files)`);
  return wrong === 0 ? 0 : 1;
}

async function outcomeOf(
  documents: Documents,
  countTokens: (text: string) => number,
  file: string,
): Promise<Outcome> {
  try {
    const format: ReaderFormat = file.toLowerCase().endsWith(".pdf") ? "pdf" : "docx";
    const document = await documents.read(await Deno.readFile(file), format);
    const analysis = analyseResume(document, countTokens, TODAY);
    if (analysis.flags.includes("not_a_resume")) return { kind: "other", code: "not_a_resume" };
    return { kind: "kept", analysis, invented: inventedIn(analysis, document.links) };
  } catch (error) {
    return { kind: "other", code: error instanceof AppError ? error.code : "crashed" };
  }
}

/** Words and digits of names, addresses and entries that neither the text nor a link's target holds. */
export function inventedIn({ text, fields }: ResumeAnalysis, links: readonly string[]): string[] {
  const printed = wordsOf(`${text} ${links.join(" ")}`);
  // Small capitals and names over two lines are put together.
  const [words, letters] = [new Set(printed), printed.join("")];
  const digits = text.replace(/\D/gu, "");
  const { name, emails, phones, experience, education } = fields;
  const values = [
    name?.value,
    ...emails.map(({ value }) => value),
    ...experience.flatMap(({ title, company }) => [title, company]),
    ...education.flatMap(({ institution, degree }) => [institution, degree]),
  ].filter((value) => typeof value === "string");
  return [
    ...values.filter((value) => {
      const own = wordsOf(value);
      return !own.every((word) => words.has(word)) && !letters.includes(own.join(""));
    }),
    ...phones.filter((phone) => !digits.includes(phone.printed.replace(/\D/gu, ""))).map(({ value }) => value),
  ];
}

async function filesBelow(folder: string): Promise<string[]> {
  const files: string[] = [];
  for await (const { name, isFile, isDirectory } of Deno.readDir(folder)) {
    const path = join(folder, name);
    if (isDirectory) files.push(...await filesBelow(path));
    else if (isFile && /\.(?:pdf|docx)$/iu.test(name)) files.push(path);
  }
  return files;
}
