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

Deno.test("how close, how it stands among the others and what to do are told by the score's bands", () => {
  const told = (change: Partial<Outcome>) => explain({ ...outcome, ...change }).text;
  for (
    const [similarity, words] of [
      [0.6, "is very close to the job (similarity 0.60)"],
      [0.599, "is close to the job (similarity 0.60)"],
      [0.45, "is close to the job"],
      [0.449, "is somewhat close to the job"],
      [0.3, "is somewhat close to the job"],
      [0.299, "is far from the job"],
    ] as const
  ) ok(told({ similarity }).includes(words), words);

  ok(told({ percentile: 100 }).includes("No candidate for this job scores higher."));
  ok(told({ percentile: 90.9 }).includes("It scores at least as high as 90% of the candidates for this job."));
  ok(!told({ percentile: 74.9 }).includes("candidate"));

  for (
    const [overall, words] of [
      [0.8, "Excellent fit at 80.00 of 100"],
      [0.8, "Recommendation: invite to an interview and ask about Kubernetes."],
      [0.6, "Good fit at 60.00 of 100"],
      [0.6, "Recommendation: worth an interview; ask about Kubernetes."],
      [0.4, "Fair fit at 40.00 of 100"],
      [0.4, "Recommendation: read the résumé before a decision."],
      [0.3999, "Weak fit at 39.99 of 100"],
      [0.3999, "Recommendation: look at better matches first."],
    ] as const
  ) ok(told({ overall }).includes(words), words);
  ok(told({ overall: 0.9, required: [] }).includes("Recommendation: invite to an interview."));
  ok(told({ overall: 0.9, flags: ["not_a_resume"] }).includes("look at the file itself before anything else"));
});

Deno.test("a score that is older than the skills is told as what it was, and skills not looked for as such", () => {
  const told = explain({
    ...outcome,
    isStale: true,
    required: [...outcome.required, { skill: "Go", evidence: exact, isPending: true }],
    percentile: 100,
  });
  ok(told.text.includes("Before: fair fit at 50.00 of 100"), told.text);
  ok(told.text.includes("50% of the skills it required could be shown"), told.text);
  ok(told.text.includes("Go was not looked for yet."), told.text);
  ok(told.text.endsWith("Recommendation: wait for the new score."), told.text);
  ok(!/\d of \d|candidate|names [^.]*Go/u.test(told.text.replace("of 100", "")), told.text);
  deepEqual([told.missing, told.keyStrengths.includes("Go")], [["Kubernetes"], false]);
});

Deno.test("a skill that a choice or its years name is none that the résumé has besides", () => {
  const required = ["Docker or Podman", "5+ years of Python"].map((skill) => ({ skill, evidence: null }));
  deepEqual(explain({ ...outcome, required, mentioned: [mention("Python", 2), mention("SQL", 1)] }).additional, [
    "SQL",
  ]);
});
