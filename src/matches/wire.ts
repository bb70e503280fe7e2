/** How a candidate looks on the wire, for every route that answers one. @module */
import { CANDIDATE_STATUSES } from "../db/schema.ts";
import { id, z } from "../http/contract.ts";
import { explain, type Explanation } from "../matching/explain.ts";
import { fitOf, matchScore, SCORE_VERSION, SCORE_WEIGHTS } from "../matching/scoring.ts";
import { COVERED_COSINE_MIN, REQUIREMENTS_MAX } from "../matching/requirements.ts";
import type { Candidate, SkillOfJob } from "./candidates.ts";
import type { CandidateReasons } from "./explain.ts";
import type { TextScore } from "./score_texts.ts";

const candidateExample = {
  rank: 1,
  match_score: 78.42,
  similarity: 0.640333,
  skill_match: 1,
  fit: "good",
};

const candidateFields = {
  rank: z.int().min(1).openapi({ description: "1-based, among all of the job's candidates" }),
  job_id: id(),
  resume_id: id(),
  candidate_name: z.string().nullable(),
  email: z.string().nullable(),
  match_score: z.number().min(0).max(100).openapi({
    description: "100 × overall, two decimals",
    example: candidateExample.match_score,
  }),
  overall: z.number().min(0).max(1).openapi({
    description: "0.6 × similarity + 0.4 × skill_match; similarity alone where skill_match is null",
  }),
  similarity: z.number().min(0).max(1).openapi({
    description: "Cosine of the job's and the resume's vectors; below 0 counts as 0",
    example: candidateExample.similarity,
  }),
  skill_match: z.number().min(0).max(1).nullable().openapi({
    description: "Matched / required; null where the job requires no skill",
    example: candidateExample.skill_match,
  }),
  weights: z.strictObject({ similarity: z.number(), skill_match: z.number() }),
  score_version: z.int(),
  percentile: z.number().min(0).max(100).openapi({
    description: "Share of the job's candidates that score no higher, in percent",
  }),
  fit: z.enum(["excellent", "good", "fair", "poor"]),
  status: z.enum(CANDIDATE_STATUSES),
  key_strengths: z.array(z.string()),
  missing_skills: z.array(z.string()),
  explanation: z.string().openapi({
    description: "Assessment, matched skills, missing skills and recommendation, in sentences made from templates",
  }),
  stale: z.boolean().openapi({
    description:
      "True while a newer job or resume waits to be scored. Score, rank and percentile are of the older one; " +
      "skills are of both as they are now, and those not looked for yet are neither matched nor missing",
  }),
  flags: z.array(z.string()).openapi({ description: "Why a person should look at the resume itself" }),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
};

/** One row of the ranking. */
export const CandidateBody = z.strictObject(candidateFields).openapi("Candidate");

/** One row of the ranking of a resume's jobs. */
export const ResumeMatchBody = z.strictObject({ ...candidateFields, job_title: z.string() })
  .openapi("ResumeMatch", { description: "A candidate, seen from the resume; the rank is among the job's candidates" });

const SkillsBody = z.strictObject({
  matched: z.array(z.strictObject({
    skill: z.string(),
    required: z.boolean(),
    kind: z.enum(["exact", "alias", "partial", "semantic"]),
    credit: z.number().min(0).max(1),
    section: z.string().nullable(),
    quote: z.string().openapi({ description: "From the resume's text" }),
    start: z.int().min(0).openapi({ description: "UTF-16 offset of the quote in the text" }),
    end: z.int().min(0),
  })),
  missing: z.array(z.strictObject({ skill: z.string(), required: z.boolean() })),
  additional: z.array(z.string()).openapi({ description: "Skills of the resume that the job does not name" }),
});

const detailFields = {
  ...candidateFields,
  skills: SkillsBody,
};

/** One candidate with the evidence of every skill. */
export const CandidateDetail = z.strictObject(detailFields).openapi("CandidateDetail");

/** A score of texts that are not stored. */
export const TextScoreBody = z.strictObject({
  match_score: candidateFields.match_score,
  overall: candidateFields.overall,
  similarity: candidateFields.similarity,
  skill_match: candidateFields.skill_match,
  weights: candidateFields.weights,
  score_version: candidateFields.score_version,
  fit: candidateFields.fit,
  key_strengths: candidateFields.key_strengths,
  missing_skills: candidateFields.missing_skills,
  explanation: candidateFields.explanation,
  flags: candidateFields.flags,
  skills_derived: z.boolean().openapi({
    description: "True where the required skills were read out of the job's text",
  }),
  skills: SkillsBody,
}).openapi("MatchScore");

/** One candidate with everything that explains the score. */
export const ExplainedCandidate = z.strictObject({
  ...detailFields,
  what_if: z.array(z.strictObject({
    skill: z.string(),
    match_score: z.number().min(0).max(100).openapi({ description: "What it would be with this skill" }),
    rank: z.int().min(1).openapi({ description: "Where that would stand among the job's candidates as they are now" }),
  })).openapi({
    description:
      "What each required skill that is missing would change if it were added to the resume's skills, with " +
      "the others that it meets by that; empty while the candidate is stale",
    example: [{ skill: "Kubernetes", match_score: 76.9, rank: 4 }],
  }),
  requirements: z.array(z.strictObject({
    text: z.string().openapi({ description: "A sentence of the job's requirements, or of its description" }),
    quote: z.string().openapi({ description: "The passage of the resume that is nearest to it" }),
    start: z.int().min(0).openapi({ description: "UTF-16 offset of the quote in the text" }),
    end: z.int().min(0),
    cosine: z.number().min(-1).max(1),
    covered: z.boolean().openapi({ description: `The cosine is at least ${COVERED_COSINE_MIN}` }),
  })).max(REQUIREMENTS_MAX),
}).openapi("ExplainedCandidate");

/** Maps a ranked candidate to its row among a resume's jobs. */
export function resumeMatchBody(match: Candidate): z.input<typeof ResumeMatchBody> {
  return { ...candidateBody(match), job_title: match.jobTitle };
}

/** Maps a ranked candidate to its row; the sentences are made here, from the stored evidence. */
export function candidateBody(candidate: Candidate): z.input<typeof CandidateBody> {
  const { similarity, skillMatch, overall } = candidate;
  const score = matchScore(overall);
  const told = tell(candidate);
  return {
    rank: candidate.rank,
    job_id: candidate.jobId,
    resume_id: candidate.resumeId,
    candidate_name: candidate.candidateName,
    email: candidate.email,
    match_score: score,
    overall,
    similarity,
    skill_match: skillMatch,
    weights: { similarity: SCORE_WEIGHTS.similarity, skill_match: SCORE_WEIGHTS.skill },
    score_version: candidate.scoreVersion,
    percentile: candidate.percentile,
    fit: fitOf(score),
    status: candidate.status,
    key_strengths: told.keyStrengths,
    missing_skills: told.missing,
    explanation: told.text,
    stale: candidate.stale,
    flags: candidate.flags,
    created_at: candidate.createdAt.toISOString(),
    updated_at: candidate.updatedAt.toISOString(),
  };
}

/** Maps a candidate to its full form. */
export function candidateDetail(candidate: Candidate): z.input<typeof CandidateDetail> {
  return {
    ...candidateBody(candidate),
    skills: skillsBody(candidate.skills, tell(candidate).additional),
  };
}

/** Maps a candidate and the reasons for the score. */
export function explainedCandidate(
  candidate: Candidate,
  { whatIf, requirements }: CandidateReasons,
): z.input<typeof ExplainedCandidate> {
  return {
    ...candidateDetail(candidate),
    what_if: whatIf.map(({ skill, matchScore, rank }) => ({ skill, match_score: matchScore, rank })),
    requirements: requirements.map(({ text, quote, start, end, cosine, covered }) => ({
      text,
      quote,
      start,
      end,
      cosine,
      covered,
    })),
  };
}

/** Puts a candidate into words. */
export function tell(candidate: Candidate): Explanation {
  const named = (isRequired: boolean) =>
    candidate.skills.filter(({ required }) => required === isRequired)
      .map(({ skill, evidence, isPending }) => ({ skill, evidence, isPending }));
  return explain({
    similarity: candidate.similarity,
    skillMatch: candidate.skillMatch,
    overall: candidate.overall,
    required: named(true),
    preferred: named(false),
    mentioned: candidate.mentioned,
    flags: candidate.flags,
    percentile: candidate.percentile,
    isStale: candidate.stale,
  });
}

/** Maps a score of texts. */
export function textScoreBody(score: TextScore): z.input<typeof TextScoreBody> {
  const { similarity, skillMatch, overall, told } = score;
  const shown = matchScore(overall);
  return {
    match_score: shown,
    overall,
    similarity,
    skill_match: skillMatch,
    weights: { similarity: SCORE_WEIGHTS.similarity, skill_match: SCORE_WEIGHTS.skill },
    score_version: SCORE_VERSION,
    fit: fitOf(shown),
    key_strengths: told.keyStrengths,
    missing_skills: told.missing,
    explanation: told.text,
    flags: score.flags,
    skills_derived: score.skillsDerived,
    skills: skillsBody(score.skills, told.additional),
  };
}

function skillsBody(skills: readonly SkillOfJob[], additional: string[]): z.input<typeof SkillsBody> {
  const looked = skills.filter(({ isPending }) => !isPending);
  return {
    matched: looked.flatMap(({ skill, required, evidence }) =>
      evidence === null ? [] : [{ skill, required, ...evidence }]
    ),
    missing: looked.filter(({ evidence }) => evidence === null).map(({ skill, required }) => ({ skill, required })),
    additional,
  };
}
