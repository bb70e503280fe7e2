/**
 * Reads résumés and jobs in a thread of their own.
 *
 * @module
 */
import type { AnalysisInit, DocumentText } from "../../workers/protocol.ts";
import { ANALYSIS_VERSION } from "../matching/versions.ts";
import type { Evidence, ImpliedSkill, JobAnalysis, ResumeAnalysis, SkillHit } from "../matching/types.ts";
import type { Analyst, Log, SkillQuery } from "../services.ts";
import { type Model, openModel } from "./model.ts";
import { createPool } from "./pool.ts";
import { loadTaxonomyFile } from "./taxonomy_file.ts";

/** What the thread is asked. */
export type AnalysisRequest =
  | { kind: "resume"; document: DocumentText }
  | { kind: "job"; job: Parameters<Analyst["job"]>[0] }
  | { kind: "skills"; text: string }
  | { kind: "implied"; vectors: Float32Array[]; model: string }
  | { kind: "evidence"; resume: Parameters<Analyst["evidence"]>[0]; queries: SkillQuery[] };

/** What it answers: the member named by the request's kind. */
export interface AnalysisAnswers {
  resume: ResumeAnalysis;
  job: JobAnalysis;
  skills: SkillHit[];
  implied: ImpliedSkill[][];
  evidence: (Evidence | null)[];
}

/** How an analyst is made. */
export interface AnalystOptions {
  /** Whose tokenizer counts word-pieces. @default the one that the project ships */
  model?: Model;
  /** A taxonomy of the operator's own. @default the shipped one alone */
  taxonomyFile?: string;
  log?: Log;
}

/**
 * Starts the analysis thread, without waiting until it is warm: calls wait for that.
 *
 * Every call throws `unavailable` when too many wait or the thread cannot start.
 *
 * The taxonomy file is added to the taxonomy of the calling thread, too.
 *
 * @throws {ModelError} When the shipped model is wanted and not what its checksums say.
 * @throws {TaxonomyError} When the taxonomy file cannot be used.
 */
export async function createAnalyst(options: AnalystOptions = {}): Promise<Analyst> {
  const { folder } = options.model ?? await openModel();
  const { taxonomyFile = null } = options;
  const added = taxonomyFile === null ? "" : `+${await loadTaxonomyFile(taxonomyFile)}`;
  const pool = createPool<AnalysisInit, AnalysisRequest, Partial<AnalysisAnswers>>({
    name: "analysis",
    spawn: () =>
      new Worker(new URL("../../workers/analysis.ts", import.meta.url), { type: "module", name: "analysis" }),
    init: { folder, taxonomyFile },
    threads: 1,
    ...(options.log ? { log: options.log } : {}),
  });

  async function ask<Kind extends keyof AnalysisAnswers>(
    request: AnalysisRequest & { kind: Kind },
  ): Promise<AnalysisAnswers[Kind]> {
    const [ticket] = pool.submit([request], "interactive");
    const answer: AnalysisAnswers[Kind] | undefined = (await ticket?.response)?.[request.kind];
    if (answer === undefined) throw new Error(`Cannot analyse ${request.kind}: the thread gave no answer`);
    return answer;
  }

  return {
    version: ANALYSIS_VERSION + added,
    resume: (document) => ask({ kind: "resume", document }),
    job: (job) => ask({ kind: "job", job }),
    implied: (vectors, model) => ask({ kind: "implied", vectors, model }),
    skills: (text) => ask({ kind: "skills", text }),
    evidence: (resume, queries) => ask({ kind: "evidence", resume, queries }),
    readiness: () => pool.readiness(),
    close: () => pool.close(),
  };
}
