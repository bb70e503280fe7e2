import { deepEqual, equal, ok } from "node:assert/strict";
import { skillEvidence } from "./evidence.ts";
import type { Section } from "./types.ts";

const lines = [
  "Ada Example",
  "Experience",
  "Moved the store from MongoDB to PostgreSQL without downtime.",
  "Planned forklift routes and trained drivers of the depot.",
  "Skills",
  "TypeScript, Docker, k8s",
];
const text = lines.join("\n");
const at = (line: number) => lines.slice(0, line).join("\n").length + (line > 0 ? 1 : 0);
const sections: Section[] = [
  { name: "header", heading: null, start: 0, end: at(1) },
  { name: "experience", heading: "Experience", start: at(1), end: at(4) },
  { name: "skills", heading: "Skills", start: at(4), end: text.length },
];
const passages = [2, 3, 5].map((line) => ({
  start: at(line),
  end: at(line) + lines[line]!.length,
  section: line === 5 ? "skills" as const : "experience" as const,
}));
const look = (name: string, best: { passage: number; cosine: number } | null = null) =>
  skillEvidence({ text, sections, passages }, [{ name, best }])[0];

Deno.test("a skill is met as itself, as another spelling, or as a phrase that nobody has listed", () => {
  equal(look("PostgreSQL")?.kind, "exact");
  equal(look("Kubernetes")?.kind, "alias");
  equal(look("forklift route")?.kind, "exact");
  for (const name of ["PostgreSQL", "Kubernetes", "forklift route"]) equal(look(name)?.credit, 1);
});

Deno.test("every quote is the text between its offsets, with its section", () => {
  for (const name of ["PostgreSQL", "TypeScript", "forklift route"]) {
    const found = look(name)!;
    equal(text.slice(found.start, found.end), found.quote);
  }
  equal(look("PostgreSQL")?.section, "experience");
  equal(look("TypeScript")?.section, "skills");
  ok(look("PostgreSQL")!.quote.includes("PostgreSQL"));
});

Deno.test("what is not there is not met", () => {
  for (const name of ["Terraform", "Java", "R", "Go", "C"]) equal(look(name), null, name);
});

Deno.test("words and meaning make up for a phrase from a credit of .6 on, and say which of them did", () => {
  // Half of the words, and 2/3 of the meaning: .583.
  equal(look("forklift certificate", { passage: 1, cosine: 0.5 }), null);
  // Two of three words, with less of the meaning and with more.
  const [partial, semantic] = [0.48, 0.54].map((cosine) =>
    look("forklift drivers certificate", { passage: 1, cosine })!
  );
  deepEqual([partial!.kind, partial!.credit.toFixed(4)], ["partial", "0.6333"]);
  deepEqual([semantic!.kind, semantic!.credit.toFixed(4)], ["semantic", "0.7333"]);
  for (const met of [partial!, semantic!]) equal(text.slice(met.start, met.end), met.quote);
  equal(look("forklift drivers certificate", { passage: 1, cosine: 0.3 }), null);
});

Deno.test("meaning alone never meets a skill that is spelled like a word of prose", () => {
  equal(look("Go", { passage: 0, cosine: 0.99 }), null);
});

Deno.test("many skills are looked for in one pass, each with its own answer", () => {
  const names = ["TypeScript", "Terraform", "Docker"];
  const found = skillEvidence({ text, sections, passages }, names.map((name) => ({ name, best: null })));
  deepEqual(found.map((evidence) => evidence?.kind ?? null), ["exact", null, "exact"]);
});
