/**
 * `deno task eval [FOLDER…]`: how well résumés and skills are read, against what they say.
 *
 * A folder holds files and their truth in `expected.json`, or sentences in `spans_dev.jsonl`, or sentences with
 * ESCO skills in `esco_links_dev.json`, or such folders. Without one, résumés of invented people are made. Exits with 1 where a figure falls below `eval/thresholds.ts`.
 *
 * `deno task eval --layouts FOLDER…`: whether one résumé reads the same in all its layouts, see `eval/layouts.ts`.
 *
 * `deno task eval --files FOLDER…`: whether any file crashes or gives what it does not print, see `eval/strangers.ts`.
 *
 * `deno task eval --matching [FOLDER…]`: how well scores agree with people's grades, see `eval/matching.ts`.
 * `deno task eval --search FOLDER…`: how well searches rank, see `eval/search.ts`.
 *
 * @module
 */
import { join } from "node:path";
import { createDocuments } from "./compute/documents.ts";
import { defaultModelFolder } from "./compute/model.ts";
import { loadTokenCounter } from "./compute/tokens.ts";
import { AppError } from "./errors.ts";
import { type Band, calibrationRows, HIGH, type Judged, judgedFields } from "./eval/calibration.ts";
import { linkingRows, type Links, linksIn } from "./eval/linking.ts";
import { runLayouts } from "./eval/layouts.ts";
import { runMatching } from "./eval/matching.ts";
import { runSearch } from "./eval/search.ts";
import { type Case, casesIn, madeCases, readDocument, type Sentence, sentencesIn } from "./eval/sources.ts";
import { f1, type Measure, measures, scoreResume, type Tally } from "./eval/score.ts";
import { runFiles } from "./eval/strangers.ts";
import { confidenceThreshold, linkingThreshold, resumeThresholds, spanThresholds } from "./eval/thresholds.ts";
import { timeSkills, timeThreePages } from "./eval/timing.ts";
import { createLog } from "./log.ts";
import { analyseResume } from "./matching/resume.ts";
import { extractSkills } from "./matching/skills.ts";
import type { ResumeAnalysis } from "./matching/types.ts";

/** What "present" means: fixed, so that figures do not move with the calendar. */
const TODAY = "2026-11";

// deno-lint-ignore no-console -- a command talks to its terminal
const print = (line: string) => console.log(line);

async function evaluateResumes(cases: readonly Case[]): Promise<boolean[]> {
  const documents = createDocuments({ log: createLog({ level: "silent", format: "json" }) });
  const countTokens = await loadTokenCounter(defaultModelFolder);
  const pooled = new Map<Measure, Tally>();
  const judged: Judged[] = [];
  const read: Pick<ResumeAnalysis, "text" | "sections">[] = [];
  const milliseconds: number[] = [];
  let refused = 0;
  for (const { name, format, bytes, expected } of cases) {
    try {
      const document = await readDocument(documents, await bytes(), format);
      const start = performance.now();
      const analysis = analyseResume(document, countTokens, TODAY);
      milliseconds.push(performance.now() - start);
      read.push({ text: analysis.text, sections: analysis.sections });
      judged.push(...judgedFields(analysis, expected));
      const wrong = addScores(pooled, scoreResume(analysis, expected));
      if (wrong.length > 0) print(`  ${name}: ${wrong.join(", ")}`);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused++;
      print(`  ${name}: refused, ${error.code}`);
    }
  }
  const timing = await timeThreePages(documents, countTokens, TODAY);
  await documents.close();
  milliseconds.sort((a, b) => a - b);
  const median = milliseconds[Math.floor(milliseconds.length / 2)] ?? 0;
  print(`\n${cases.length} resumes, ${refused} refused, analysis ${median.toFixed(1)} ms (median)`);
  const { readMs, analyseMs, skillsMs, fastestMs, chars } = timing;
  print(
    `three pages (${chars} characters) to a structured resume, warm: ${(readMs + analyseMs).toFixed(1)} ms ` +
      `(reader ${readMs.toFixed(1)}, analysis ${analyseMs.toFixed(1)}; its skills alone ${
        skillsMs.toFixed(2)
      }; fastest ${fastestMs.toFixed(1)})\n`,
  );
  const { micros, fastestMicros, chars: typical, microsPerThousand } = timeSkills(read);
  print(
    `skills of one of these resumes, warm: ${micros.toFixed(0)} µs, fastest ${fastestMicros.toFixed(0)} µs, of ` +
      `${typical} characters (medians); fastest for 1,000 characters ${microsPerThousand.toFixed(0)} µs\n`,
  );
  print("| measure | precision | recall | F1 | at least |\n|---|---|---|---|---|");
  const passes = [refused === 0];
  for (const measure of measures) {
    const tally = pooled.get(measure);
    if (!tally) continue;
    const least = resumeThresholds[measure];
    passes.push(printRow(measure, tally, f1(tally) >= least, least.toFixed(2)));
  }
  passes.push(printCalibration(judged));
  return passes;
}

function printCalibration(judged: readonly Judged[]): boolean {
  print(`\n| read | confidence ≥ ${HIGH} | right | below | right |\n|---|---|---|---|---|`);
  const share = ({ right, read }: Band) => `${read} | ${read === 0 ? "" : (right / read).toFixed(3)}`;
  const rows = calibrationRows(judged);
  for (const { field, high, low } of rows) print(`| ${field} | ${share(high)} | ${share(low)} |`);
  const { high } = rows.at(-1)!;
  return high.right >= confidenceThreshold * high.read;
}

function addScores(pooled: Map<Measure, Tally>, scores: Partial<Record<Measure, Tally>>): string[] {
  const wrong: string[] = [];
  for (const measure of measures) {
    const score = scores[measure];
    if (!score) continue;
    const sum = pooled.get(measure) ?? { right: 0, found: 0, wanted: 0 };
    pooled.set(measure, {
      right: sum.right + score.right,
      found: sum.found + score.found,
      wanted: sum.wanted + score.wanted,
    });
    if (f1(score) < 1) wrong.push(`${measure} ${score.right} of ${score.wanted}, ${score.found} found`);
  }
  return wrong;
}

function evaluateSpans(sentences: readonly Sentence[]): boolean {
  const tally: Tally = { right: 0, found: 0, wanted: 0 };
  for (const { text, knowledge } of sentences) {
    const wanted = new Set(knowledge.map(({ start, end }) => `${start} ${end}`));
    const found = extractSkills(text, []);
    tally.found += found.length;
    tally.wanted += wanted.size;
    tally.right += found.filter(({ start, end }) => wanted.has(`${start} ${end}`)).length;
  }
  print(`\n${sentences.length} sentences of ads\n`);
  print("| measure | precision | recall | F1 | at least |\n|---|---|---|---|---|");
  const { precision, f1: least } = spanThresholds;
  const passes = tally.right >= precision * tally.found && f1(tally) >= least;
  return printRow("skill spans", tally, passes, `P ${precision}, F1 ${least}`);
}

async function evaluateLinks(links: Links): Promise<boolean[]> {
  const rows = await linkingRows(links);
  print(
    `\nESCO linking over ${links.labels.length} ${links.labelsFrom}\n\n| set | sentences | RP@5 | at least |\n|---|---|---|---|`,
  );
  return rows.map(({ set, count, rp5 }) => {
    const passes = !links.isWhole || rp5 >= linkingThreshold;
    const least = links.isWhole ? `${(100 * linkingThreshold).toFixed(1)}${passes ? "" : " (missed)"}` : "";
    print(`| ${set} | ${count} | ${(100 * rp5).toFixed(1)} | ${least} |`);
    return passes;
  });
}

function printRow(name: string, tally: Tally, passes: boolean, least: string): boolean {
  const share = (of: number) => (of === 0 ? "" : (tally.right / of).toFixed(3));
  const mark = passes ? "" : " (missed)";
  print(`| ${name} | ${share(tally.found)} | ${share(tally.wanted)} | ${f1(tally).toFixed(3)} | ${least}${mark} |`);
  return passes;
}

/** The folders themselves and those in them. */
async function withChildren(folders: readonly string[]): Promise<string[]> {
  const all = [...folders];
  for (const folder of folders) {
    for await (const entry of Deno.readDir(folder)) if (entry.isDirectory) all.push(join(folder, entry.name));
  }
  return all;
}

if (import.meta.main) {
  const args = Deno.args.filter((arg) => arg !== "--");
  if (args.includes("--matching")) {
    Deno.exit(await runMatching(args.filter((arg) => arg !== "--matching"), print));
  }
  if (args.includes("--search")) {
    Deno.exit(await runSearch(args.filter((arg) => arg !== "--search"), print));
  }
  if (args.includes("--files")) {
    Deno.exit(await runFiles(args.filter((arg) => arg !== "--files"), print));
  }
  if (args.includes("--layouts")) {
    Deno.exit(await runLayouts(args.filter((arg) => arg !== "--layouts"), print));
  }
  const folders = await withChildren(args);
  const cases = folders.length === 0 ? madeCases() : (await Promise.all(folders.map(casesIn))).flat();
  const sentences = (await Promise.all(folders.map(sentencesIn))).flat();
  const links = (await Promise.all(folders.map(linksIn))).filter((found) => found !== null);
  if (cases.length + sentences.length + links.length === 0) {
    print(`Cannot evaluate ${folders.join(", ")}: no expected.json, spans_dev.jsonl or esco_links_dev.json there`);
    Deno.exit(2);
  }
  const passes = cases.length === 0 ? [] : await evaluateResumes(cases);
  if (sentences.length > 0) passes.push(evaluateSpans(sentences));
  for (const found of links) passes.push(...await evaluateLinks(found));
  const missed = passes.filter((pass) => !pass).length;
  // As `deno test` ends, for whoever counts.
  print(`\n${missed === 0 ? "ok" : "FAILED"} | ${passes.length - missed} passed | ${missed} failed (thresholds)`);
  Deno.exit(missed === 0 ? 0 : 1);
}
