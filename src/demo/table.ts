/**
 * A job's ranking as text, made to be read at 100 columns.
 *
 * @module
 */
import type { CandidateDetail, Job } from "./client.ts";

/** Columns of a line. */
export const WIDTH = 100;

const INDENT = 13;
const NAME_WIDTH = 30;
const SKILLS_WIDTH = 8;

/** What is shown of a job. */
export interface Ranking {
  job: Pick<Job, "title" | "company" | "skills_required" | "skills_derived">;
  /** Best first. */
  best: CandidateDetail[];
  /** How many candidates there are in all. */
  total: number;
  /** Names of the files, by resume id. */
  files: ReadonlyMap<string, string>;
}

/** The lines of one job's table. */
export function rankingLines({ job, best, total, files }: Ranking): string[] {
  const required = job.skills_required.join(", ") || "no skill";
  const lines = [
    "─".repeat(WIDTH),
    cut(`${job.title} · ${job.company}`, WIDTH),
    ...wrap(`Requires ${job.skills_derived ? "(read out of the text) " : ""}${required}`, 0),
    "",
    row("#", "Score", "Fit", "Candidate", "Skills", "File"),
  ];
  for (const candidate of best) lines.push(...candidateLines(candidate, files.get(candidate.resume_id) ?? ""));
  if (total > best.length) lines.push("", `… and ${total - best.length} more`);
  if (total === 0) lines.push("", "No candidates");
  return lines;
}

function candidateLines(candidate: CandidateDetail, file: string): string[] {
  const matched = candidate.skills.matched.filter(({ required }) => required);
  const missing = candidate.missing_skills;
  const share = candidate.skill_match === null ? "–" : `${matched.length}/${matched.length + missing.length}`;
  const told = matched.map(({ skill, kind }) => kind === "exact" || kind === "alias" ? skill : `${skill} (${kind})`);
  return [
    row(
      String(candidate.rank),
      candidate.match_score.toFixed(2),
      candidate.fit,
      candidate.candidate_name ?? "(no name found)",
      share,
      file,
    ),
    ...(told.length > 0 ? wrap(`has      ${told.join(", ")}`, INDENT, 9) : []),
    ...(missing.length > 0 ? wrap(`misses   ${missing.join(", ")}`, INDENT, 9) : []),
    ...wrap(candidate.explanation, INDENT),
    ...(candidate.flags.length > 0 ? wrap(`look at the file: ${candidate.flags.join(", ")}`, INDENT) : []),
    "",
  ];
}

function row(rank: string, score: string, fit: string, name: string, skills: string, file: string): string {
  const columns = [
    rank.padStart(3),
    score.padStart(6),
    fit.padEnd(9),
    pad(name, NAME_WIDTH),
    skills.padEnd(SKILLS_WIDTH),
  ].join("  ");
  return `${columns}  ${cut(file, WIDTH - columns.length - 2)}`.trimEnd();
}

/** Breaks a text between words into lines of {@link WIDTH} columns; lines after the first hang `hanging` further in. */
export function wrap(text: string, indent: number, hanging = 0): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = " ".repeat(indent);
    let isEmpty = true;
    // A run of spaces is layout: it stays with the word before it.
    for (const word of paragraph.match(/\S+\s*/g) ?? []) {
      if (!isEmpty && line.length + word.trimEnd().length > WIDTH) {
        lines.push(line.trimEnd());
        line = " ".repeat(indent + hanging);
      }
      line += word;
      isEmpty = false;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

const cut = (text: string, width: number) => text.length <= width ? text : `${text.slice(0, width - 1)}…`;
const pad = (text: string, width: number) => cut(text, width).padEnd(width);
