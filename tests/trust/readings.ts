/** Everything that reads a text, and texts that try it. @module */
import { boilerplateSpans } from "../../src/matching/boilerplate.ts";
import { datesIn } from "../../src/matching/dates.ts";
import { analyseJob } from "../../src/matching/job.ts";
import { requirementSentences } from "../../src/matching/requirements.ts";
import { analyseResume } from "../../src/matching/resume.ts";
import { extractSkills } from "../../src/matching/skills.ts";
import { readTxt } from "../../workers/document/txt.ts";
import type { DocumentText } from "../../workers/protocol.ts";

const countWords = (text: string) => text.split(/\s+/).length;

/** By what they find. */
export const parsers: Record<string, (text: string) => unknown> = {
  "plain text": (text) => readTxt(new TextEncoder().encode(text)),
  "the structure of a resume": (text) => analyseResume(documentOf(text), countWords, "2026-01"),
  "a job": (text) => analyseJob({ title: "Engineer", description: text, requirements: "" }, countWords),
  "requirements": (text) => requirementSentences({ description: "", requirements: text }),
  "boilerplate": (text) => boilerplateSpans(text, 0, text.length),
  "dates": (text) => datesIn(text),
  "skills": (text) => extractSkills(text, []),
};

/** Pieces, to be repeated until they are long enough. */
export const texts: Record<string, string> = {
  "prose": "Built order services in TypeScript on PostgreSQL and shipped them in Docker from 2019 to 2024. ",
  "one word without end": "a",
  "jobs": "Engineer, Northwind, March 2018 - present\n- Led forty people in two shifts.\n",
  "headings": "Experience\nSkills\n",
  "dates": "2016/09 - now, Aug 2012 – Dec 2013, seit 03/2019; ",
  "skills that almost go on": "Microsoft Micro Java JavaScript Amazon Web C C+ C++ C# .NE .NET ",
  "brackets and commas": "((,,[[--..//::",
  "addresses": "ada@example.com https://example.com/a/b?c=d +44 20 7946 0101 ",
  "spaces": "                    \t",
};

/** So many characters of a text. */
export const repeated = (piece: string, chars: number): string =>
  piece.repeat(Math.ceil(chars / piece.length)).slice(0, chars);

function documentOf(text: string): DocumentText {
  const lines = text.split("\n").map((line) => ({
    text: line,
    page: 0,
    x: null,
    y: null,
    fontSize: null,
    bold: false,
    bullet: false,
    heading: false,
  }));
  return { lines, pages: 1, links: [], flags: [], hidden: [] };
}
