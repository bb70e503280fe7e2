/**
 * What is evaluated: a folder of files with their truth, or résumés of invented people in sixteen layouts.
 *
 * @module
 */
import { join } from "node:path";
import { resumeDocx, resumePdf } from "../demo/documents.ts";
import { people, type Person } from "../demo/people.ts";
import { themedPdf, type ThemeName, themes } from "../demo/themes.ts";
import { datesIn } from "../matching/dates.ts";
import { readJsonResume } from "../resumes/json_resume.ts";
import type { Documents } from "../services.ts";
import type { DocumentFormat, DocumentText } from "../../workers/protocol.ts";
import type { Expected } from "./score.ts";

/** A file and what it must give. */
export interface Case {
  name: string;
  format: DocumentFormat;
  bytes(): Promise<Uint8Array>;
  expected: Expected;
}

/** A sentence and the spans of skills that people marked in it. */
export interface Sentence {
  text: string;
  knowledge: { start: number; end: number; quote: string }[];
}

/** Reads a file as the product does. */
export async function readDocument(
  documents: Documents,
  bytes: Uint8Array,
  format: DocumentFormat,
): Promise<DocumentText> {
  return format === "json" ? readJsonResume(bytes) : await documents.read(bytes, format);
}

/** The files that `expected.json` of a folder names; empty where there is none. */
export async function casesIn(folder: string): Promise<Case[]> {
  const rows = await readIfThere(join(folder, "expected.json"));
  if (rows === null) return [];
  const list: { file: string; expect: Expected }[] = JSON.parse(rows);
  return list.map(({ file, expect }) => ({
    name: file,
    format: formatOf(file),
    bytes: () => Deno.readFile(join(folder, file)),
    expected: expect,
  }));
}

/** The sentences of `spans_dev.jsonl` of a folder; empty where there is none. */
export async function sentencesIn(folder: string): Promise<Sentence[]> {
  const lines = await readIfThere(join(folder, "spans_dev.jsonl"));
  return lines === null ? [] : lines.trim().split("\n").map((line): Sentence => JSON.parse(line));
}

/** Every invented person as a PDF in each of thirteen layouts, in two columns, with a sidebar of lists, and as a DOCX. */
export function madeCases(): Case[] {
  return Object.entries(people).flatMap(([key, person]: [string, Person]): Case[] => {
    const expected = expectedOf(person);
    return [
      ...(Object.keys(themes) as ThemeName[]).map((theme): Case => ({
        name: `${key}, ${theme}`,
        format: "pdf",
        bytes: () => themedPdf(person, theme),
        expected,
      })),
      { name: `${key} two columns`, format: "pdf", bytes: () => resumePdf(person, { layout: "two-column" }), expected },
      { name: `${key} sidebar`, format: "pdf", bytes: () => resumePdf(person, { layout: "sidebar" }), expected },
      { name: `${key} docx`, format: "docx", bytes: () => resumeDocx(person), expected },
    ];
  });
}

function expectedOf(person: Person): Expected {
  return {
    name: person.name,
    emails: [person.email],
    phones: [person.phone],
    experience: person.experience.map(({ title, company, start, end }) => ({
      title,
      company,
      start: datesIn(start)[0]?.from ?? start,
      end: end === null ? "present" : datesIn(end)[0]?.from ?? end,
    })),
    education: person.education.map(({ institution, degree }) => ({ institution, degree })),
    sections: ["summary", "experience", "education", "skills"],
    is_resume: true,
  };
}

function formatOf(file: string): DocumentFormat {
  if (file.endsWith(".pdf")) return "pdf";
  if (file.endsWith(".json")) return "json";
  return file.endsWith(".docx") ? "docx" : "txt";
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await Deno.readTextFile(file);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}
