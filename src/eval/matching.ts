/**
 * `deno task eval --matching [FOLDER…]`: how well scores agree with people's grades, beside simpler rankings of the
 * same pairs. Without a folder: a small made set.
 *
 * @module
 */
import { showProgress } from "../demo/progress.ts";
import { figuresOf, type RankingFigures } from "./matching_metrics.ts";
import { madePairs, type Pairs, pairsIn } from "./matching_pairs.ts";
import { type Ranking, rankings, type ScoredPair, scorePairs } from "./matching_score.ts";

/** Differences in pairwise accuracy below this are noise, as measured on the grades that docs/matching.md tells of. */
const NOISE = 0.04;

/** Figures of one way to rank: the résumés of each job, and the jobs of each résumé. */
export interface MatchingFigures {
  byJob: RankingFigures;
  byResume: RankingFigures;
}

/**
 * Evaluates pairs with every ranking.
 *
 * Relevant is who has at least half of the highest grade given.
 */
export async function evaluatePairs(
  pairs: Pairs,
  say: (line: string) => void,
): Promise<Map<Ranking, MatchingFigures>> {
  const bar = showProgress("Scored", pairs.jobs.length + pairs.resumes.length, say);
  const scored = await scorePairs(pairs, (step) => bar.step(step));
  bar.end();
  const relevantFrom = Math.max(...pairs.labels.map(({ label }) => label)) / 2;
  const measured = (ranking: Ranking, by: "job" | "resume") =>
    figuresOf(
      [...Map.groupBy(scored, (pair: ScoredPair) => pair[by]).values()].map((group) =>
        group.map(({ grade, scores }) => ({ grade, score: scores[ranking] }))
      ),
      relevantFrom,
    );
  return new Map(rankings.map((ranking) => [
    ranking,
    { byJob: measured(ranking, "job"), byResume: measured(ranking, "resume") },
  ]));
}

/**
 * Prints the figures of each folder.
 *
 * @returns The process's exit code: 1 where a baseline orders clearly more pairs as people did than match_score does, 2
 * where there is nothing to evaluate.
 */
export async function runMatching(folders: readonly string[], print: (line: string) => void): Promise<number> {
  const sets = folders.length === 0 ? [{ name: "made pairs", pairs: madePairs() }] : [];
  for (const folder of folders) {
    const pairs = await pairsIn(folder);
    if (pairs === null) {
      print(`Cannot evaluate ${folder}: no pairs.json there`);
      return 2;
    }
    sets.push({ name: folder, pairs });
  }
  let code = 0;
  for (const { name, pairs } of sets) {
    const figures = await evaluatePairs(pairs, print);
    print(
      `\n${name}: ${pairs.jobs.length} jobs, ${pairs.resumes.length} resumes, ${pairs.labels.length} graded pairs\n`,
    );
    print("| ranking | pairwise accuracy | nDCG@10 | MAP | AUROC | AUROC, jobs of a resume |");
    print("|---|---|---|---|---|---|");
    for (const [ranking, { byJob, byResume }] of figures) {
      const cells = [byJob.pairwise, byJob.ndcg10, byJob.map, byJob.auroc, byResume.auroc];
      print(`| ${ranking} | ${cells.map((cell) => cell === null ? "" : cell.toFixed(3)).join(" | ")} |`);
    }
    const [own = 1, , , ...baselines] = [...figures.values()].map(({ byJob }) => byJob.pairwise ?? 0);
    if (Math.max(...baselines) > own + NOISE) code = 1;
  }
  return code;
}
