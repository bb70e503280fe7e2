import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { CandidateDetail } from "./client.ts";
import { rankingLines, WIDTH, wrap } from "./table.ts";

const candidate: CandidateDetail = {
  rank: 1,
  resume_id: "r1",
  candidate_name: "A name that is far longer than any column that a table could ever give to it",
  match_score: 78.4,
  similarity: 0.64,
  skill_match: 0.5,
  fit: "good",
  status: "pending",
  missing_skills: ["Docker", "Kubernetes"],
  explanation: "One sentence of some length. ".repeat(12).trim(),
  flags: ["hidden_text"],
  skills: {
    matched: [
      { skill: "TypeScript", required: true, kind: "exact", quote: "TypeScript" },
      { skill: "PostgreSQL", required: true, kind: "semantic", quote: "databases" },
      { skill: "Redis", required: false, kind: "exact", quote: "Redis" },
    ],
  },
};
const job = { title: "Engineer", company: "Example", skills_required: ["TypeScript"], skills_derived: false };

Deno.test("a ranking fits the width and says score, fit, what is there, what is missing and why", () => {
  const lines = rankingLines({ job, best: [candidate], total: 3, files: new Map([["r1", "a".repeat(90) + ".pdf"]]) });
  const text = lines.join("\n");

  deepEqual(lines.filter((line) => line.length > WIDTH), []);
  match(text, /1\s+78\.40\s+good\s+A name/);
  match(text, /2\/4/);
  match(text, /has\s+TypeScript, PostgreSQL \(semantic\)$/m);
  match(text, /misses\s+Docker, Kubernetes$/m);
  match(text, /One sentence/);
  match(text, /hidden_text/);
  match(text, /and 2 more/);
});

Deno.test("a job without candidates, and a candidate without a name or required skills, have their lines too", () => {
  match(rankingLines({ job, best: [], total: 0, files: new Map() }).join("\n"), /No candidates/);

  const nobody = { ...candidate, candidate_name: null, skill_match: null, missing_skills: [], skills: { matched: [] } };
  const text = rankingLines({ job, best: [nobody], total: 1, files: new Map() }).join("\n");
  match(text, /no name found/);
  ok(!text.includes("misses"));
});

Deno.test("wrapping loses no word and keeps a word that is too long whole", () => {
  const words = "one two three ".repeat(30) + "x".repeat(WIDTH * 2);
  equal(wrap(words, 4, 2).map((line) => line.trim()).join(" "), words);
});
