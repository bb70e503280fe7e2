/**
 * Analysis thread: runs the pure readers of `src/matching` where they block nobody.
 *
 * @module
 */
import type { AnalysisAnswers, AnalysisRequest } from "../src/compute/analyst.ts";
import { openModel } from "../src/compute/model.ts";
import { loadTaxonomyFile } from "../src/compute/taxonomy_file.ts";
import { loadTokenCounter } from "../src/compute/tokens.ts";
import { skillEvidence } from "../src/matching/evidence.ts";
import { analyseJob } from "../src/matching/job.ts";
import { analyseResume } from "../src/matching/resume.ts";
import { extractSkills } from "../src/matching/skills.ts";
import type { AnalysisInit, DocumentText } from "./protocol.ts";
import { serveThread } from "./thread.ts";

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
  await openModel(folder);
  if (taxonomyFile !== null) await loadTaxonomyFile(taxonomyFile);
  const countTokens = await loadTokenCounter(folder);

  function answer(request: AnalysisRequest): Partial<AnalysisAnswers> {
    switch (request.kind) {
      case "resume":
        return { resume: analyseResume(request.document, countTokens, new Date().toISOString().slice(0, 7)) };
      case "job":
        return { job: analyseJob(request.job, countTokens) };
      case "skills":
        return { skills: extractSkills(request.text, []) };
      case "evidence":
        return { evidence: skillEvidence(request.resume, request.queries) };
    }
  }

  // Builds what the readers make on first use, the skill automaton and the names of countries above all.
  answer({ kind: "resume", document: warmUp });
  answer({ kind: "job", job: { title: "Engineer", description: "", requirements: "TypeScript" } });
  return { run: (request) => ({ response: answer(request) }) };
});
