/**
 * How well scores agree with people's grades. Pure. Equal scores say nothing of the order: they share what they gain.
 *
 * @module
 */

/** One judged pair: what a person said and what was computed. */
export interface Judged {
  /** 0 is no fit; higher is better. */
  grade: number;
  score: number;
}

/** Sums from which a share is taken; adds up over groups. */
interface Share {
  right: number;
  of: number;
}

/** What is measured of a ranking; `null` where the grades do not allow it. */
export interface RankingFigures {
  /** Share of pairs with unequal grades in one group that the scores order alike; equal scores count half. */
  pairwise: number | null;
  /** Mean over groups, with gain 2^grade − 1. */
  ndcg10: number | null;
  /** Mean average precision over groups that hold somebody relevant and somebody who is not. */
  map: number | null;
  /** Mean over the same groups: chance that a relevant one scores above one that is not. */
  auroc: number | null;
}

/**
 * Measures groups that are ranked apart: the résumés of a job, or the jobs of a résumé.
 *
 * @param relevantFrom The grade from which somebody is relevant, for MAP and AUROC.
 */
export function figuresOf(groups: readonly (readonly Judged[])[], relevantFrom: number): RankingFigures {
  const split = groups.filter((group) => {
    const relevant = group.filter(({ grade }) => grade >= relevantFrom).length;
    return relevant > 0 && relevant < group.length;
  });
  const pairs = groups.map(orderedPairs);
  const of = pairs.reduce((sum, share) => sum + share.of, 0);
  return {
    pairwise: of === 0 ? null : pairs.reduce((sum, share) => sum + share.right, 0) / of,
    ndcg10: mean(groups.filter((group) => group.some(({ grade }) => grade > 0)).map((group) => ndcg(group, 10))),
    map: mean(split.map((group) => averagePrecision(group, relevantFrom))),
    auroc: mean(split.map((group) => areaUnderCurve(group, relevantFrom))),
  };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function orderedPairs(group: readonly Judged[]): Share {
  const share: Share = { right: 0, of: 0 };
  for (const [i, a] of group.entries()) {
    for (const b of group.slice(i + 1)) {
      if (a.grade === b.grade) continue;
      share.of++;
      if (a.score === b.score) share.right += 0.5;
      else if (a.score > b.score === a.grade > b.grade) share.right++;
    }
  }
  return share;
}

function ndcg(group: readonly Judged[], k: number): number {
  const gain = ({ grade }: Judged) => 2 ** grade - 1;
  const dcg = (gains: readonly number[]) => gains.slice(0, k).reduce((sum, g, i) => sum + g / Math.log2(i + 2), 0);
  return dcg(ranked(group, gain)) / dcg(group.map(gain).sort((a, b) => b - a));
}

function averagePrecision(group: readonly Judged[], relevantFrom: number): number {
  const relevance = ranked(group, ({ grade }) => grade >= relevantFrom ? 1 : 0);
  let found = 0;
  let sum = 0;
  for (const [i, share] of relevance.entries()) {
    found += share;
    sum += share * found / (i + 1);
  }
  return sum / found;
}

function areaUnderCurve(group: readonly Judged[], relevantFrom: number): number {
  const { right, of } = orderedPairs(
    group.map(({ grade, score }) => ({ grade: grade >= relevantFrom ? 1 : 0, score })),
  );
  return right / of;
}

/** The values by descending score; members of equal scores get the mean of theirs. */
function ranked(group: readonly Judged[], valueOf: (judged: Judged) => number): number[] {
  const byScore = Map.groupBy(group, ({ score }) => score);
  return [...byScore].sort(([a], [b]) => b - a).flatMap(([, tied]) => {
    const share = tied.reduce((sum, judged) => sum + valueOf(judged), 0) / tied.length;
    return tied.map(() => share);
  });
}
