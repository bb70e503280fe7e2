/**
 * `deno task eval --search FOLDER…`: how well searches rank, with the weights that the product has and with others.
 *
 * The jobs of `pairs.json` are the queries and its résumés are searched, against people's grades; and names of ESCO
 * skills are queries for the sentences of `esco_links_dev.json` that imply them. This is what the weights of
 * `resumes/search_lanes.ts` were chosen by.
 *
 * @module
 */
import { join } from "node:path";
import { createDocuments } from "../compute/documents.ts";
import { createEmbedder } from "../compute/embedder.ts";
import { defaultModelFolder } from "../compute/model.ts";
import { loadTokenCounter } from "../compute/tokens.ts";
import { createLog } from "../log.ts";
import { analyseResume } from "../matching/resume.ts";
import { cosine, documentVector, HEAD_WEIGHT } from "../matching/vectors.ts";
import { stemOf } from "../matching/words.ts";
import { WEIGHTS } from "../resumes/search_lanes.ts";
import { readSearch, tokensOf } from "../resumes/search_terms.ts";
import type { Embedder } from "../services.ts";
import { type Links, linksIn } from "./linking.ts";
import { figuresOf } from "./matching_metrics.ts";
import { type Pairs, pairsIn, type PairsJob } from "./matching_pairs.ts";
import { readDocument } from "./sources.ts";

/** What is searched. */
interface Doc {
  id: string;
  words: string[];
  vector: Float32Array;
  passages: Float32Array[];
}

/** A query, and what people say of some of the documents. */
interface Query {
  text: string;
  grades: Map<string, number>;
}

/** Queries of one kind with what is measured of them. */
interface Style {
  name: string;
  figure: "pairwise" | "map";
  relevantFrom: number;
  docs: Doc[];
  queries: Query[];
}

/** As many characters as a search takes. */
const QUERY_CHARS_MAX = 1000;
/** What "present" means: fixed, so that figures do not move with the calendar. */
const TODAY = "2026-11";
/** Differences below this are noise with a hundred grades. */
const NOISE = 0.02;

type Forms = "typed" | "plural" | "stem";
/** Per query and document. */
type Scores = number[][];
interface Lanes {
  semantic: Scores;
  passage: Scores;
  words: Record<Forms, Scores>;
}

const fused = (semantic: number) => ({ semantic: lanes, words }: Lanes): Scores =>
  lanes.map((row, q) => row.map((cosine, d) => semantic * Math.max(0, cosine) + (1 - semantic) * words.plural[q]![d]!));

/** The product's first. */
const rankings: Record<string, (lanes: Lanes) => Scores> = {
  [`${WEIGHTS.semantic} cosine + ${WEIGHTS.lexical} words (chosen)`]: fused(WEIGHTS.semantic),
  "meaning: document vector": ({ semantic }) => semantic,
  "meaning: best passage": ({ passage }) => passage,
  "words, as typed": ({ words }) => words.typed,
  "words, singular or plural": ({ words }) => words.plural,
  "words, stemmed": ({ words }) => words.stem,
  "reciprocal ranks (k = 60)": ({ semantic, words }) =>
    semantic.map((row, q) => {
      const [byMeaning, byWords] = [ranksOf(row), ranksOf(words.plural[q]!)];
      return row.map((_, d) => 1 / (60 + byMeaning[d]!) + 1 / (60 + byWords[d]!));
    }),
  "0.4 cosine + 0.6 words": fused(0.4),
  "0.6 cosine + 0.4 words": fused(0.6),
};

/**
 * Prints a table for each folder.
 *
 * @returns The process's exit code: 1 where one lane alone ranks clearly better than both together, 2 where there is
 * nothing to search.
 */
export async function runSearch(folders: readonly string[], print: (line: string) => void): Promise<number> {
  await using embedder = await createEmbedder().then((made) => ({ ...made, [Symbol.asyncDispose]: made.close }));
  let code = 0;
  for (const folder of folders) {
    const pairs = await pairsIn(folder);
    const links = await linksIn(folder) ?? await linksIn(join(folder, "skills"));
    const styles = [
      ...pairs ? await adStyles(embedder, pairs) : [],
      ...links ? [await skillStyle(embedder, links)] : [],
    ];
    if (styles.length === 0) {
      print(`Cannot evaluate ${folder}: no pairs.json or esco_links_dev.json there`);
      return 2;
    }
    print(
      `\n${folder}: ${
        styles.map(({ name, queries, docs }) => `${name}: ${queries.length} in ${docs.length}`).join("; ")
      }\n`,
    );
    print(
      `| ranking | ${
        styles.map(({ name, figure }) => `${name} (${figure === "map" ? "MAP" : "accuracy"})`).join(" | ")
      } |`,
    );
    print(`|---|${styles.map(() => "---|").join("")}`);
    const lanes = await Promise.all(styles.map((style) => lanesOf(embedder, style)));
    const rows = Object.entries(rankings).map(([name, rank]) => ({
      name,
      figures: styles.map((style, i) => figureOf(style, rank(lanes[i]!))),
    }));
    for (const { name, figures } of rows) {
      print(`| ${name} | ${figures.map((value) => value.toFixed(3)).join(" | ")} |`);
    }
    const [own, ...others] = rows;
    const alone = others.filter(({ name }) => /^(meaning|words)/.test(name));
    if (styles.some((_, i) => alone.some(({ figures }) => figures[i]! > own!.figures[i]! + NOISE))) code = 1;
  }
  return code;
}

/** Ads as queries: as somebody would type them, shorter or longer. */
async function adStyles(embedder: Embedder, pairs: Pairs): Promise<Style[]> {
  const docs = await resumesOf(embedder, pairs);
  const required = ({ title, description }: PairsJob) => /Required:?\s*([^.]*)\./i.exec(description)?.[1] ?? title;
  const relevantFrom = Math.max(...pairs.labels.map(({ label }) => label)) / 2;
  const style = (name: string, textOf: (job: PairsJob) => string): Style => ({
    name,
    figure: "pairwise",
    relevantFrom,
    docs,
    queries: pairs.jobs.map((job) => ({
      text: textOf(job).slice(0, QUERY_CHARS_MAX),
      grades: new Map(pairs.labels.filter((label) => label.job === job.id).map(({ resume, label }) => [resume, label])),
    })),
  });
  return [
    style("title", ({ title }) => title),
    style("title + required", (job) => `${job.title}: ${required(job)}`),
    style("whole ad", ({ title, description, requirements }) => `${title}\n${description}\n${requirements}`),
  ];
}

async function resumesOf(embedder: Embedder, { resumes }: Pairs): Promise<Doc[]> {
  const countTokens = await loadTokenCounter(defaultModelFolder);
  const documents = createDocuments({ log: createLog({ level: "silent", format: "json" }) });
  const docs: Doc[] = [];
  for (const { id, text, file } of resumes) {
    const bytes = file ? await Deno.readFile(file) : new TextEncoder().encode(text ?? "");
    const format = file?.endsWith(".pdf") ? "pdf" : file?.endsWith(".docx") ? "docx" : "txt";
    const { head, passages, text: read } = analyseResume(
      await readDocument(documents, bytes, format),
      countTokens,
      TODAY,
    );
    const [headVector, ...vectors] = await embedder.embed([head, ...passages.map(({ text }) => text)], "bulk");
    const weighted = passages.map(({ tokens }, i) => ({ tokens, vector: vectors[i]! }));
    docs.push({
      id,
      words: tokensOf(read).map(({ word }) => word),
      vector: documentVector(weighted, head === "" ? null : headVector!, HEAD_WEIGHT),
      passages: vectors,
    });
  }
  await documents.close();
  return docs;
}

async function skillStyle(embedder: Embedder, { sentences, labels }: Links): Promise<Style> {
  const vectors = await embedder.embed(sentences.map(({ sentence }) => sentence), "bulk");
  const docs = sentences.map(({ sentence }, i) => ({
    id: String(i),
    words: tokensOf(sentence).map(({ word }) => word),
    vector: vectors[i]!,
    passages: [vectors[i]!],
  }));
  const named = new Set(sentences.flatMap(({ skills }) => skills));
  const queries = labels.filter((label) => named.has(label)).map((text) => ({
    text,
    grades: new Map(sentences.map(({ skills }, i) => [String(i), skills.includes(text) ? 1 : 0])),
  }));
  return { name: "skill → sentence", figure: "map", relevantFrom: 1, docs, queries };
}

async function lanesOf(embedder: Embedder, { docs, queries }: Style): Promise<Lanes> {
  const searches = queries.map(({ text }) => readSearch(text));
  const vectors = await embedder.embed(searches.map(({ meaning }) => meaning), "bulk");
  const words = (forms: Forms) => searches.map(({ terms }) => shares(terms, docs, forms));
  return {
    semantic: vectors.map((vector) => docs.map((doc) => cosine(vector, doc.vector))),
    passage: vectors.map((vector) =>
      docs.map(({ passages }) => Math.max(0, ...passages.map((p) => cosine(vector, p))))
    ),
    words: { typed: words("typed"), plural: words("plural"), stem: words("stem") },
  };
}

/** As the database computes it: the share of the query's words that each document has, rare ones counting more. */
function shares(terms: readonly { word: string; forms: string[] }[], docs: readonly Doc[], forms: Forms): number[] {
  const has = docs.map(({ words }) => new Set(forms === "stem" ? words.map(stemOf) : words));
  const wanted = (term: { word: string; forms: string[] }) =>
    forms === "plural" ? term.forms : [forms === "stem" ? stemOf(term.word) : term.word];
  const held = terms.map((term) => has.map((words) => wanted(term).some((form) => words.has(form))));
  const weights = held.map((row) => {
    const n = row.filter(Boolean).length;
    return Math.log(1 + (docs.length - n + 0.5) / (n + 0.5));
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return docs.map((_, d) => held.reduce((sum, row, t) => sum + (row[d] ? weights[t]! : 0), 0) / all);
}

function ranksOf(scores: readonly number[]): number[] {
  const ranks: number[] = [];
  scores.map((score, d) => ({ score, d })).sort((a, b) => b.score - a.score).forEach(({ d }, i) => ranks[d] = i + 1);
  return ranks;
}

function figureOf({ docs, queries, relevantFrom, figure }: Style, scores: Scores): number {
  const judged = queries.map(({ grades }, q) =>
    docs.flatMap(({ id }, d) => grades.has(id) ? [{ grade: grades.get(id)!, score: scores[q]![d]! }] : [])
  );
  return figuresOf(judged, relevantFrom)[figure] ?? NaN;
}
