/** What makes a reading doubtful. @module */
import { deepEqual, equal, ok } from "node:assert/strict";
import type { DocumentLine } from "../../workers/protocol.ts";
import { analyseResume } from "./resume.ts";

const plain = { page: 0, x: null, y: null, fontSize: 11, bold: false, bullet: false, heading: false };

function read(text: string, first: Partial<DocumentLine> = {}) {
  const lines = text.split("\n").map((line, i): DocumentLine => ({ ...plain, ...(i === 0 ? first : {}), text: line }));
  return analyseResume({ lines, pages: 1, links: [], flags: [], hidden: [] }, (part) => part.length / 4, "2026-03");
}

const resume = (summary: string) =>
  `Ada Lindqvist\nada@example.com\nSummary\n${summary}\nExperience\nNurse, Elm House\nMay 2019 - June 2021\nSkills\nTriage`;

Deno.test("quality: a resume of few words is too short, and kept", () => {
  const { flags, quality, fields } = read(resume("Nurse."));
  deepEqual(flags, ["too_short"]);
  equal(quality, 0.5);
  equal(fields.name?.value, "Ada Lindqvist");
});

Deno.test("quality: a resume in a language that is not read is flagged", () => {
  const { flags } = read(resume(
    "Sjuksköterska med tio års erfarenhet av vård på avdelning och i hemmet. Jag har lett ett lag av åtta och är van vid " +
      "att arbeta både dag och natt, och jag tycker om att lära upp nya kolleger som kommer till oss.",
  ));
  ok(flags.includes("unsupported_language"), flags.join());
});

Deno.test("quality: a large title over prose is neither a person nor a resume", () => {
  const { flags } = read(
    "Quarterly Report\nRevenue rose by four percent while costs fell, and demand is expected to hold through the spring. " +
      "Exchange rates and freight stay uncertain.\nThe board meets again in May to look at prices and at the new depot.",
    { fontSize: 18 },
  );
  ok(flags.includes("not_a_resume"), flags.join());
});
