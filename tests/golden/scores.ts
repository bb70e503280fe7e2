/**
 * The scores of made résumés and jobs as they were last agreed on.
 *
 * `deno run --allow-env --allow-read --allow-write=tests/golden --allow-ffi --allow-sys --allow-run=deno tests/golden/scores.ts`
 * writes `scores.json` anew; it refuses where scores moved and no version was raised.
 *
 * @module
 */
import { demoJobs } from "../../src/demo/jobs.ts";
import { createEmbedder } from "../../src/compute/embedder.ts";
import { openModel } from "../../src/compute/model.ts";
import { madePairs, type Pairs } from "../../src/eval/matching_pairs.ts";
import { scorePairs } from "../../src/eval/matching_score.ts";
import { ANALYSIS_VERSION, SCORE_VERSION } from "../../src/matching/versions.ts";

/** What `scores.json` holds. */
export interface Golden {
  /** What a stored score depends on besides the texts: one that moves needs one of these to move. */
  madeWith: { score: number; analysis: string; model: string };
  /** A vector's first numbers on the processor that the scores were made on: others add int8 products in another way. */
  probe: number[];
  /** By "job / résumé". */
  scores: Record<string, { similarity: number; skillMatch: number; matchScore: number }>;
}

/**
 * On a processor that adds as the one they were made on: one unit of the last decimal that is stored, by which databases
 * round another way.
 */
export const TOLERANCE = 1.5e-6;

/**
 * On another one: between one with AVX2 alone and one with VNNI the largest difference of these pairs was .0024
 * (2026-11-27), .14 of a match score. Less would fail there, so a change that moves less is only seen where scores were made.
 */
export const TOLERANCE_ELSEWHERE = 0.0025;

/** Any sentence: its vector shows how the processor adds. */
const probed = "Runs PostgreSQL in production";
const probeNumbers = 8;

const file = new URL("scores.json", import.meta.url);

/** The scores as agreed on. */
export async function readGolden(): Promise<Golden> {
  return JSON.parse(await Deno.readTextFile(file));
}

/** The made jobs and résumés, and the jobs of the demo. */
export function goldenPairs(): Pick<Pairs, "jobs" | "resumes"> {
  const made = madePairs();
  const demo = demoJobs.map(({ title, description, requirements, skills_required }) => ({
    id: `demo ${title}`,
    title,
    description,
    requirements: [requirements ?? []].flat().join("\n"),
    skills_required: skills_required ?? [],
  }));
  return { jobs: [...made.jobs, ...demo], resumes: made.resumes };
}

/** The scores as they are now. */
export async function computeGolden(): Promise<Golden> {
  const { jobs, resumes } = goldenPairs();
  const labels = jobs.flatMap(({ id }) => resumes.map((resume) => ({ job: id, resume: resume.id, label: 0 })));
  const pairs = await scorePairs({ jobs, resumes, labels }, () => {});
  const embedder = await createEmbedder();
  const [vector] = await embedder.embed([probed], "bulk").finally(() => embedder.close());
  return {
    madeWith: { score: SCORE_VERSION, analysis: ANALYSIS_VERSION, model: (await openModel()).id },
    probe: [...vector!.slice(0, probeNumbers)],
    scores: Object.fromEntries(pairs.map(({ job, resume, scores }) => [`${job} / ${resume}`, {
      similarity: scores["similarity alone"],
      skillMatch: Math.round(1e6 * scores["skill_match alone"]) / 1e6,
      matchScore: Math.round(1e4 * scores.match_score) / 100,
    }])),
  };
}

/** The pairs whose scores are not the same, one sentence each. */
export function movedScores(
  { probe, scores: before }: Golden,
  { probe: probeNow, scores: after }: Pick<Golden, "probe" | "scores">,
): string[] {
  const tolerance = JSON.stringify(probe) === JSON.stringify(probeNow) ? TOLERANCE : TOLERANCE_ELSEWHERE;
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => {
    const [old, now] = [before[name], after[name]];
    if (!old || !now) return [`${name}: ${old ? "gone" : "new"}`];
    const isSame = Math.abs(old.similarity - now.similarity) <= tolerance && old.skillMatch === now.skillMatch;
    return isSame ? [] : [`${name}: ${old.matchScore} -> ${now.matchScore}`];
  });
}

/** Whether two files were made with the same versions. */
export function isMadeAlike(a: Golden, b: Golden): boolean {
  return JSON.stringify(a.madeWith) === JSON.stringify(b.madeWith);
}

if (import.meta.main) {
  const now = await computeGolden();
  const before = await readGolden().catch((error) => {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  });
  const moved = before === null ? [] : movedScores(before, now);
  // deno-lint-ignore no-console -- a command talks to its terminal
  const say = (line: string) => console.log(line);
  for (const line of moved) say(line);
  if (before !== null && moved.length > 0 && isMadeAlike(before, now)) {
    say("Cannot write the golden scores: they moved, and no version of src/matching/versions.ts was raised");
    Deno.exit(1);
  }
  await Deno.writeTextFile(file, `${JSON.stringify(now, null, 2)}\n`);
  say(`${moved.length} of ${Object.keys(now.scores).length} scores moved`);
}
