import { deepEqual, equal, ok } from "node:assert/strict";
import { countMentions, explain, type Outcome } from "./explain.ts";
import type { Evidence } from "./types.ts";

const exact: Evidence = { kind: "exact", credit: 1, section: "skills", quote: "Docker", start: 0, end: 6 };
const mention = (skill: string, count: number) => ({ skill, category: "tool", count });
const outcome: Outcome = {
  similarity: 0.5,
  skillMatch: 0.5,
  overall: 0.5,
  required: [{ skill: "Docker", evidence: exact }, { skill: "Kubernetes", evidence: null }],
  preferred: [{ skill: "Redis", evidence: exact }],
  mentioned: [mention("Docker", 1), mention("Python", 2)],
  flags: [],
  percentile: 50,
};

Deno.test("an explanation says the score, what is met and what is missing", () => {
  const told = explain(outcome);
  for (const part of ["50.00", "Docker", "Kubernetes", "Redis"]) ok(told.text.includes(part), part);
  deepEqual(told.missing, ["Kubernetes"]);
  ok(told.keyStrengths.includes("Docker"));
  deepEqual(told.additional, ["Python"]);
});

Deno.test("the same score is told in the same words", () => {
  equal(explain(outcome).text, explain(structuredClone(outcome)).text);
});

Deno.test("a job without required skills is told without a share of them", () => {
  const told = explain({ ...outcome, skillMatch: null, required: [], preferred: [], mentioned: [] });
  ok(
    told.text.length > 0 && !told.text.includes("NaN") && !told.text.includes("null") &&
      !told.text.includes("undefined"),
  );
  deepEqual(told.missing, []);
});

Deno.test("a doubt about the file is passed on", () => {
  const told = explain({ ...outcome, flags: ["hidden_text"] });
  ok(told.text.length > explain(outcome).text.length);
});

Deno.test("mentions are counted by skill, in order of first mention", () => {
  const hits = ["Go", "SQL", "Go", "Kafka", "Go"].map((skill) => ({ skill, category: "tool" }));
  deepEqual(countMentions(hits).map(({ skill, count }) => [skill, count]), [["Go", 3], ["SQL", 1], ["Kafka", 1]]);
});
