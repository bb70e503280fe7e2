import { equal, ok, throws } from "node:assert/strict";
import fc from "fast-check";
import { fitOf, matchScore, overallScore, similarityOf, skillRatio } from "./scoring.ts";
import { cosine, documentVector, HEAD_WEIGHT } from "./vectors.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const ratio = fc.option(share, { nil: null });
const vector = fc.float32Array({ minLength: 384, maxLength: 384 });

Deno.test("a score is in its bounds and never NaN, whatever the vectors and skills", () => {
  fc.assert(fc.property(vector, vector, ratio, (a, b, skills) => {
    const overall = overallScore(similarityOf(cosine(a, b)), skills);
    ok(overall >= 0 && overall <= 1);
    const score = matchScore(overall);
    ok(score >= 0 && score <= 100);
  }));
});

Deno.test("a score never falls when a part of it rises", () => {
  fc.assert(fc.property(share, share, ratio, (a, b, skills) => {
    ok(overallScore(Math.max(a, b), skills) >= overallScore(Math.min(a, b), skills));
    ok(overallScore(a, Math.max(b, skills ?? 0)) >= overallScore(a, Math.min(b, skills ?? 0)));
  }));
});

Deno.test("a score is 0.6 × similarity + 0.4 × skill_match, and similarity alone without required skills", () => {
  equal(overallScore(0.5, 1), 0.6 * 0.5 + 0.4);
  equal(overallScore(0.5, 0), 0.3);
  equal(overallScore(0.5, null), 0.5);
  equal(skillRatio(0, 0), null);
  equal(skillRatio(2, 4), 0.5);
});

Deno.test("a text without a direction is similar to nothing", () => {
  const zero = new Float32Array(384);
  equal(similarityOf(cosine(zero, zero)), 0);
  equal(similarityOf(cosine(zero, new Float32Array(384).fill(1))), 0);
  equal(similarityOf(NaN), 0);
  ok(documentVector([], null, HEAD_WEIGHT).every((x) => x === 0));
});

Deno.test("a document's vector has unit length or none, and is finite", () => {
  fc.assert(fc.property(fc.array(vector, { maxLength: 5 }), vector, (parts, head) => {
    const made = documentVector(parts.map((vector, tokens) => ({ tokens, vector })), head, HEAD_WEIGHT);
    const length = Math.hypot(...made);
    ok(length === 0 || Math.abs(length - 1) < 1e-5);
  }));
});

Deno.test("what is no share cannot be scored", () => {
  for (const wrong of [-0.1, 1.1, NaN, Infinity]) {
    throws(() => overallScore(wrong, null), RangeError);
    throws(() => overallScore(0.5, wrong), RangeError);
  }
  throws(() => skillRatio(3, 2), RangeError);
});

Deno.test("a band begins where it says", () => {
  equal([80, 79.99, 60, 59.99, 40, 39.99].map(fitOf).join(), "excellent,good,good,fair,fair,poor");
});
