/**
 * A job's candidates as a table (RFC 4180), page by page, so that no list is too long to hold.
 *
 * @module
 */
import { fitOf, matchScore } from "../matching/scoring.ts";
import type { Actor, Services } from "../services.ts";
import { type Candidate, candidateCursor, type CandidateQuery, rankCandidates } from "./candidates.ts";

const PAGE = 500;
const END_OF_LINE = "\r\n";

/** A candidate with what is told about it. */
export interface ToldCandidate {
  candidate: Candidate;
  keyStrengths: string[];
  missing: string[];
  text: string;
}

const columns: [string, (row: ToldCandidate) => string | number | null][] = [
  ["rank", ({ candidate }) => candidate.rank],
  ["resume_id", ({ candidate }) => candidate.resumeId],
  ["candidate_name", ({ candidate }) => candidate.candidateName],
  ["email", ({ candidate }) => candidate.email],
  ["match_score", ({ candidate }) => matchScore(candidate.overall)],
  ["similarity", ({ candidate }) => candidate.similarity],
  ["skill_match", ({ candidate }) => candidate.skillMatch],
  ["percentile", ({ candidate }) => candidate.percentile],
  ["fit", ({ candidate }) => fitOf(matchScore(candidate.overall))],
  ["status", ({ candidate }) => candidate.status],
  ["key_strengths", ({ keyStrengths }) => keyStrengths.join("; ")],
  ["missing_skills", ({ missing }) => missing.join("; ")],
  ["explanation", ({ text }) => text],
  ["flags", ({ candidate }) => candidate.flags.join("; ")],
  ["score_version", ({ candidate }) => candidate.scoreVersion],
  ["created_at", ({ candidate }) => candidate.createdAt.toISOString()],
  ["updated_at", ({ candidate }) => candidate.updatedAt.toISOString()],
];

/**
 * A cell. One that a spreadsheet would take for a formula gets an apostrophe in front, which shows it as text
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return text !== value || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The whole list. The first page is read before this resolves, so that a refusal is still an answer of its own.
 *
 * @param tell Puts a candidate into words.
 * @throws {AppError} `not_found` where the company has no such job.
 */
export async function candidatesCsv(
  services: Pick<Services, "db">,
  actor: Actor,
  jobId: string,
  query: CandidateQuery,
  tell: (candidate: Candidate) => Omit<ToldCandidate, "candidate">,
): Promise<ReadableStream<Uint8Array>> {
  const read = async (last: Candidate | undefined) => {
    const after = last === undefined ? null : candidateCursor(last, query.sort);
    return (await rankCandidates(services, actor, jobId, { ...query, limit: PAGE, after })).rows;
  };
  const encoder = new TextEncoder();
  const lines = (rows: string[][]) => encoder.encode(rows.map((cells) => cells.join(",") + END_OF_LINE).join(""));
  let rows = await read(undefined);
  let isFirst = true;
  return new ReadableStream({
    async pull(controller) {
      const heads = isFirst ? [columns.map(([name]) => name)] : [];
      isFirst = false;
      const told = rows.map((candidate) => ({ candidate, ...tell(candidate) }));
      controller.enqueue(lines([...heads, ...told.map((row) => columns.map(([, valueOf]) => csvCell(valueOf(row))))]));
      if (rows.length < PAGE) return controller.close();
      rows = await read(rows.at(-1));
      if (rows.length === 0) controller.close();
    },
  });
}
