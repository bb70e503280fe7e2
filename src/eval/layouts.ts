/**
 * Whether one résumé reads the same in all its layouts: `deno task eval --layouts FOLDER…` compares the files that are
 * named PERSON_LAYOUT.pdf (or .docx), person by person.
 *
 * @module
 */
import { isDeepStrictEqual } from "node:util";
import { join } from "node:path";
import { createDocuments } from "../compute/documents.ts";
import { createLog } from "../log.ts";
import { analyseResume } from "../matching/resume.ts";
import type { ResumeAnalysis } from "../matching/types.ts";

const TODAY = "2026-11";

/** All that is read of a résumé but its places in the text, and how sure it is. */
export function structureOf({ fields, sections, skills, language }: ResumeAnalysis): Record<string, unknown> {
  const values = (found: readonly { value: string }[]) => found.map(({ value }) => value);
  return {
    sections: [...new Set(sections.map(({ name }) => name))].filter((name) => name !== "header").sort(),
    name: fields.name?.value,
    emails: values(fields.emails),
    phones: values(fields.phones),
    links: values(fields.links).sort(),
    location: fields.location?.value,
    experience: fields.experience.map(({ confidence: _, parts: _p, start: _s, end: _e, ...entry }) => entry),
    education: fields.education.map(({ confidence: _, parts: _p, start: _s, end: _e, ...entry }) => entry),
    languages: fields.languages.map(({ value, level }) => ({ value, level })),
    certifications: fields.certifications.map(({ value, issuer, date }) => ({ value, issuer, date })),
    totalYears: fields.totalYears,
    skills: [...new Set(skills.map(({ skill }) => skill))].sort(),
    language,
  };
}

/**
 * Reads the files and prints what differs from what most layouts of the person give.
 *
 * @returns The exit code: 1 where any differs.
 */
export async function runLayouts(folders: readonly string[], print: (line: string) => void): Promise<number> {
  const documents = createDocuments({ log: createLog({ level: "silent", format: "json" }) });
  const people = new Map<string, { layout: string; structure: Record<string, unknown> }[]>();
  for (const folder of folders) {
    for (const name of [...Deno.readDirSync(folder)].map((entry) => entry.name).sort()) {
      const named = /^(?<person>.+)_(?<layout>[^_]+)\.(?<format>pdf|docx)$/u.exec(name)?.groups;
      if (!named) continue;
      const format = named["format"] === "pdf" ? "pdf" : "docx";
      const document = await documents.read(await Deno.readFile(join(folder, name)), format);
      const structure = structureOf(analyseResume(document, (text) => text.length / 4, TODAY));
      const person = named["person"]!;
      people.set(person, [...people.get(person) ?? [], { layout: named["layout"]!, structure }]);
    }
  }
  await documents.close();
  let [same, all] = [0, 0];
  for (const [person, layouts] of people) {
    const votes = layouts.map(({ structure }) =>
      layouts.filter((other) => isDeepStrictEqual(other.structure, structure)).length
    );
    const usual = layouts[votes.indexOf(Math.max(...votes))]!.structure;
    for (const { layout, structure } of layouts) {
      const different = Object.keys(usual).filter((member) => !isDeepStrictEqual(usual[member], structure[member]));
      all++;
      if (different.length === 0) same++;
      else print(`  ${person}, ${layout}: ${different.join(", ")}`);
    }
  }
  print(
    `\n${people.size} resumes in ${all} layouts\n\nok | ${same} passed | ${all - same} failed (the same structure)`,
  );
  return same === all ? 0 : 1;
}
