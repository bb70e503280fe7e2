/**
 * Analysis thread: runs the pure readers of `src/matching` where they block nobody.
 *
 * @module
 */
import type { AnalysisAnswers, AnalysisRequest } from "../src/compute/analyst.ts";
import { loadSkillVectors } from "../src/compute/skill_vectors.ts";
import { loadTaxonomyFile } from "../src/compute/taxonomy_file.ts";
import { loadTokenCounter } from "../src/compute/tokens.ts";
import { skillEvidence } from "../src/matching/evidence.ts";
import { analyseJob } from "../src/matching/job.ts";
import { analyseResume } from "../src/matching/resume.ts";
import { extractSkills } from "../src/matching/skills.ts";
import type { ImpliedSkill } from "../src/matching/types.ts";
import type { AnalysisInit, DocumentText } from "./protocol.ts";
import { serveThread } from "./thread.ts";

/** Skills that one text can imply at most. */
const IMPLIED_MAX = 10;

const warmUp: DocumentText = {
  lines: ["Ana Lima", "Leeds, UK", "Languages", "English"].map((text) => ({
    text,
    page: 0,
    x: null,
    y: null,
    fontSize: null,
    bold: false,
    bullet: false,
    heading: false,
  })),
  pages: 1,
  links: [],
  flags: [],
  hidden: [],
};

serveThread<AnalysisInit, AnalysisRequest, Partial<AnalysisAnswers>>(async ({ folder, taxonomyFile }) => {
  if (taxonomyFile !== null) await loadTaxonomyFile(taxonomyFile);
  const countTokens = await loadTokenCounter(folder);

  const skillVectors = await loadSkillVectors();

  function implied(vectors: Float32Array[], model: string): ImpliedSkill[][] {
    if (model !== skillVectors.model) return vectors.map(() => []);
    return vectors.map((vector) =>
      skillVectors.nearest(vector, IMPLIED_MAX).map(({ skill: { id, name, category, family }, cosine }) => ({
        id,
        name,
        category,
        family,
        cosine: Math.round(cosine * 1e4) / 1e4,
      }))
    );
  }

  function answer(request: AnalysisRequest): Partial<AnalysisAnswers> {
    switch (request.kind) {
      case "resume":
        return { resume: analyseResume(request.document, countTokens, new Date().toISOString().slice(0, 7)) };
      case "job":
        return { job: analyseJob(request.job, countTokens) };
      case "skills":
        return { skills: extractSkills(request.text, []) };
      case "implied":
        return { implied: implied(request.vectors, request.model) };
      case "evidence":
        return { evidence: skillEvidence(request.resume, request.queries) };
    }
  }

  // Builds what the readers make on first use, the skill automaton and the names of countries above all.
  answer({ kind: "resume", document: warmUp });
  answer({ kind: "job", job: { title: "Engineer", description: "", requirements: "TypeScript" } });
  return { run: (request) => ({ response: answer(request) }) };
});
