/**
 * How well the sentences of ads are linked to the skills of ESCO that they imply, by what both mean.
 *
 * @module
 */
import { join } from "node:path";
import { createEmbedder } from "../compute/embedder.ts";
import { readVocabulary } from "../matching/taxonomy/import.ts";

/** A sentence with the skills that people say it implies. */
export interface LinkedSentence {
  set: string;
  sentence: string;
  skills: string[];
}

/** The links of a folder, and the labels that are ranked for each sentence. */
export interface Links {
  sentences: LinkedSentence[];
  labels: string[];
  /** Where the labels are from. */
  labelsFrom: string;
  /** Whether they are those of ESCO, which goals are set for. */
  isWhole: boolean;
}

/** Says that no label fits; nothing that could be found. */
const noLabel = new Set(["UNDERSPECIFIED", "LABEL NOT PRESENT"]);

/** Ranks that count. */
const RANKS = 5;

/**
 * The links in `esco_links_dev.json` of a folder; `null` where there is none.
 * The labels are those of ESCO's `skills_en.csv` beside it, as downloaded, else the few that the links name.
 */
export async function linksIn(folder: string): Promise<Links | null> {
  const read = (name: string) =>
    Deno.readTextFile(join(folder, name)).catch((error) => {
      if (error instanceof Deno.errors.NotFound) return null;
      throw error;
    });
  const links = await read("esco_links_dev.json");
  if (links === null) return null;
  const sentences: LinkedSentence[] = JSON.parse(links);
  const named = [...new Set(sentences.flatMap(({ skills }) => skills))].filter((skill) => !noLabel.has(skill));
  const esco = await read("skills_en.csv");
  const vocabulary = esco === null ? null : readVocabulary(esco);
  if (vocabulary === null) {
    return { sentences, labels: named, labelsFrom: "labels that the sentences are linked to", isWhole: false };
  }
  const lines = Object.values(vocabulary.families).flatMap((categories) => Object.values(categories).flat());
  return { sentences, labels: lines.map((line) => line.split("|")[0]!), labelsFrom: "labels of ESCO", isWhole: true };
}

/** Share of the right labels among the first five, of as many as there could be; the mean over sentences, by set. */
export async function linkingRows(
  { sentences, labels }: Links,
): Promise<{ set: string; count: number; rp5: number }[]> {
  await using embedder = await createEmbedder().then((made) => ({ ...made, [Symbol.asyncDispose]: made.close }));
  const known = new Set(labels);
  const asked = sentences.map((row) => ({ ...row, right: new Set(row.skills.filter((skill) => known.has(skill))) }))
    .filter(({ right }) => right.size > 0);
  const labelVectors = await embedder.embed(labels, "bulk");
  const sentenceVectors = await embedder.embed(asked.map(({ sentence }) => sentence), "bulk");
  const scores = asked.map(({ set, right }, i) => {
    const first = nearest(sentenceVectors[i]!, labelVectors, RANKS);
    return { set, rp5: first.filter((at) => right.has(labels[at]!)).length / Math.min(RANKS, right.size) };
  });
  return [...Map.groupBy(scores, ({ set }) => set)].map(([set, rows]) => ({
    set,
    count: rows.length,
    rp5: rows.reduce((sum, { rp5 }) => sum + rp5, 0) / rows.length,
  }));
}

/** Indices of the vectors with the largest cosine, best first; of equal ones the first. */
function nearest(vector: Float32Array, among: readonly Float32Array[], count: number): number[] {
  return among.map((other, at) => {
    let cosine = 0;
    for (let i = 0; i < vector.length; i++) cosine += vector[i]! * other[i]!;
    return { at, cosine };
  }).sort((a, b) => b.cosine - a.cosine || a.at - b.at).slice(0, count).map(({ at }) => at);
}
