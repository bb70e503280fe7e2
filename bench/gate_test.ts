import { equal, match, throws } from "node:assert/strict";
import { listsDiffer } from "./leg.ts";
import { driftOf, tryOurs } from "./runner.ts";
import { docx } from "./legs/documents.ts";
import { vectorsDiffer } from "./legs/embedding.ts";
import { page, upload } from "./legs/service.ts";

Deno.test("two sides agree whatever the order, and not when one finds less, other things or too little", () => {
  const differ = listsDiffer(0.75, 2);
  equal(differ([["a", "b", "b"]], [["b", "a", "b"]]), null);
  equal(differ([["a", "b", "c", "d"]], [["a", "b", "c"]]), null);
  match(differ([["a", "b", "b"]], [["a", "b"]])!, /^item 0: 66\.7 % in common$/);
  match(differ([["a", "b"]], [["c", "d"]])!, /^item 0: 0\.0 % in common$/);
  match(differ([["a"]], [["a"]])!, /^item 0: only 1 found$/);
  equal(differ([], []), "0 answers against 0");
  equal(differ([["a", "b"]], []), "1 answers against 0");
});

Deno.test("a side that becomes faster or slower drifts; one slow round is none", () => {
  equal(driftOf([10, 10, 10, 10, 10, 10]), 0);
  equal(driftOf([10, 10, 10, 10, 90, 10]), 0);
  equal(driftOf([10, 10, 10, 12, 12, 12]).toFixed(2), "0.20");
  equal(driftOf([12, 12, 12, 9, 9, 9]).toFixed(2), "0.25");
});

Deno.test("services agree on a page with the same candidates in the same order, and on no other", () => {
  const ranked = (...names: string[]) => ({ total: 3, data: names.map((candidate_name) => ({ candidate_name })) });
  equal(page.differ(ranked("a", "b"), ranked("a", "b")), null);
  match(page.differ(ranked("a", "b"), ranked("b", "a"))!, /^data: /);
  match(page.differ(ranked("a", "b"), { ...ranked("a", "b"), total: 4 })!, /^total: 3 and 4$/);
  match(page.differ(ranked(), ranked())!, /^data: /);
});

Deno.test("an upload may find more required skills than the other, never fewer, and never none", () => {
  const { differ } = upload[0]!;
  equal(differ([["Go", "SQL"]], [["Go"]]), null);
  equal(differ([["Go"]], [["Go", "SQL"]]), "resume 0: ours misses SQL");
  equal(differ([[]], [[]]), "resume 0: no skill found");
  equal(differ([], []), "0 answers against 0");
});

Deno.test("a leg whose answers are refused says so without another design", async () => {
  equal(await tryOurs({ ...docx, differ: () => "refused" }), "refused");
});

Deno.test("vectors agree within a cosine of .98, one for each text, and none that is no vector", () => {
  const x = Array.from({ length: 384 }, (_, i) => i === 0 ? 1 : 0);
  const at = (degrees: number) =>
    x.map((_, i) => i === 0 ? Math.cos(degrees * Math.PI / 180) : i === 1 ? Math.sin(degrees * Math.PI / 180) : 0);
  equal(vectorsDiffer([x, x], [x, at(11)]), null);
  match(vectorsDiffer([x, x], [x, at(12)])!, /^a cosine of 0\.978$/);
  match(vectorsDiffer([x], [x.map(() => 0)])!, /^a cosine of/);
  equal(vectorsDiffer([x, x], [x]), "2 vectors against 1");
  throws(() => vectorsDiffer([], []));
  throws(() => vectorsDiffer([[1, 0]], [[1, 0]]));
});
