/** One résumé reads the same in every layout. @module */
import { deepEqual, equal, ok } from "node:assert/strict";
import { people, type Person } from "../../src/demo/people.ts";
import { themedPdf, type ThemeName, themes } from "../../src/demo/themes.ts";
import { analyseResume } from "../../src/matching/resume.ts";
import { readPdf } from "./pdf.ts";

const valueOf = <T>({ value }: { value: T }) => value;

/** All that is read but places in the text and how sure it is. */
async function structureOf(person: Person, theme: ThemeName) {
  const reply = await readPdf(await themedPdf(person, theme));
  ok(reply.ok);
  deepEqual(reply.document.flags, []);
  const { fields, sections, skills, language } = analyseResume(reply.document, (text) => text.length / 4, "2026-11");
  return {
    sections: [...new Set(sections.map(({ name }) => name))].filter((name) => name !== "header").sort(),
    name: fields.name?.value,
    emails: fields.emails.map(valueOf),
    phones: fields.phones.map(valueOf),
    links: fields.links.map(valueOf).sort(),
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

Deno.test("one resume in thirteen layouts gives one structure", async (t) => {
  const names = Object.keys(themes) as ThemeName[];
  equal(names.length, 13);
  for (const [key, person] of Object.entries(people)) {
    const expected = await structureOf(person, names[0]!);
    equal(expected.experience.length, person.experience.length);
    equal(expected.education.length, person.education.length);
    for (const name of names) {
      await t.step(`${key}, ${name}`, async () => deepEqual(await structureOf(person, name), expected));
    }
  }
});
