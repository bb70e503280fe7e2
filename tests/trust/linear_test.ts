import { ok } from "node:assert/strict";
import { boilerplateSpans } from "../../src/matching/boilerplate.ts";
import { datesIn } from "../../src/matching/dates.ts";
import { analyseJob } from "../../src/matching/job.ts";
import { requirementSentences } from "../../src/matching/requirements.ts";
import { analyseResume } from "../../src/matching/resume.ts";
import { extractSkills } from "../../src/matching/skills.ts";
import { readTxt } from "../../workers/document/txt.ts";
import type { DocumentText } from "../../workers/protocol.ts";
import { RATIO_MAX, timesAsLong } from "./doubling.ts";
import { injected } from "./report.ts";

/** Characters of the shorter text; twice that is below every limit at which texts are cut. */
const CHARS = 40_000;
const countWords = (text: string) => text.split(/\s+/).length;

const parsers: Record<string, (text: string) => unknown> = {
  "plain text": (text) => readTxt(new TextEncoder().encode(text)),
  "the structure of a resume": (text) => analyseResume(documentOf(text), countWords, "2026-01"),
  "a job": (text) => analyseJob({ title: "Engineer", description: text, requirements: "" }, countWords),
  "requirements": (text) => requirementSentences({ description: "", requirements: text }),
  "boilerplate": (text) => boilerplateSpans(text, 0, text.length),
  "dates": (text) => datesIn(text),
  "skills": (text) => extractSkills(text, []),
};

const texts: Record<string, string> = {
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

for (const [name, parse] of Object.entries(parsers)) {
  Deno.test(`a text twice as long takes at most 2.5 times as long: ${name}`, async (t) => {
    for (const [kind, piece] of Object.entries(texts)) {
      await t.step(kind, async () => {
        const text = piece.repeat(Math.ceil(2 * CHARS / piece.length));
        const ratio = await timesAsLong(parse, text.slice(0, CHARS), text.slice(0, 2 * CHARS));
        ok(ratio <= RATIO_MAX, `${name} of ${kind}: ${ratio.toFixed(2)} times as long`);
      });
    }
    injected(24, `texts of ${2 * CHARS} characters: ${name}`, Object.keys(texts).length);
  });
}

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
