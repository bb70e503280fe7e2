import { deepEqual, equal } from "node:assert/strict";
import { alike, f1 } from "./score.ts";
import { madeCases } from "./sources.ts";

Deno.test("eval: nothing wanted and nothing found is perfect, something invented is not", () => {
  equal(f1({ right: 0, found: 0, wanted: 0 }), 1);
  equal(f1({ right: 0, found: 1, wanted: 0 }), 0);
  equal(f1({ right: 1, found: 2, wanted: 1 }), 2 / 3);
});

Deno.test("eval: names of companies agree without case, accents and legal form, but not with another company", () => {
  equal(alike("ACME Téchnologies Group Inc.", "Acme Technologies Group"), true);
  equal(alike("Acme", "Northwind"), false);
  equal(alike(null, null), true);
  equal(alike("Acme", null), false);
});

Deno.test("eval: made résumés say what they must give", () => {
  const [first] = madeCases();
  deepEqual(first?.expected.experience?.every(({ start }) => /^\d{4}(?:-\d{2})?$/.test(start ?? "")), true);
});
