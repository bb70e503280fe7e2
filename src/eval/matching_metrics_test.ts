import { deepEqual, equal, ok } from "node:assert/strict";
import { figuresOf } from "./matching_metrics.ts";

const group = (...pairs: [grade: number, score: number][]) => pairs.map(([grade, score]) => ({ grade, score }));

Deno.test("eval: a perfect ranking gets 1 in every measure, its reverse 0 where a measure reaches 0", () => {
  deepEqual(figuresOf([group([3, 0.9], [2, 0.5], [0, 0.1])], 2), { pairwise: 1, ndcg10: 1, map: 1, auroc: 1 });
  const { pairwise, auroc, map, ndcg10 } = figuresOf([group([3, 0.1], [2, 0.5], [0, 0.9])], 2);
  deepEqual([pairwise, auroc], [0, 0]);
  equal(map, (1 / 2 + 2 / 3) / 2);
  ok(ndcg10! < 0.7);
});

Deno.test("eval: equal scores gain what chance would, whatever the order of the file", () => {
  const figures = figuresOf([group([1, 0.5], [0, 0.5])], 1);
  deepEqual(figures, figuresOf([group([0, 0.5], [1, 0.5])], 1));
  deepEqual([figures.pairwise, figures.auroc], [0.5, 0.5]);
});

Deno.test("eval: where grades allow no measure there is none, and groups never mix", () => {
  deepEqual(figuresOf([group([0, 0.1], [0, 0.2])], 1), { pairwise: null, ndcg10: null, map: null, auroc: null });
  equal(figuresOf([group([1, 0.1], [0, 0]), group([1, 0.9], [0, 0.8])], 1).pairwise, 1);
});
