import { deepEqual, equal, throws } from "node:assert/strict";
import { AppError } from "../errors.ts";
import { analyseResume } from "../matching/resume.ts";
import { readJsonResume, toJsonResume } from "./json_resume.ts";
import { JsonResume } from "./json_resume_schema.ts";

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const analyse = (value: unknown) => analyseResume(readJsonResume(bytes(value)), (text) => text.length / 4, "2026-01");

const resume = {
  basics: {
    name: "Ana Lima",
    email: "ana@example.com",
    phone: "+1 206 555 0149",
    url: "https://ana.example.com",
    location: { city: "Seattle", region: "WA", countryCode: "US" },
    profiles: [{ network: "GitHub", username: "analima", url: "https://github.com/analima" }],
    summary: "Analyst who builds reports for shops.",
  },
  work: [
    {
      name: "Northwind",
      position: "Growth Wizard",
      location: "Leeds",
      startDate: "2021-03",
      highlights: ["Wrote SQL for forty shops.", "Moved reports to Python."],
    },
    { name: "Head Hunters Partners", position: "Data Analyst", startDate: "2018-05-01", endDate: "2021-02-28" },
  ],
  education: [{
    institution: "University of Leeds",
    studyType: "Bachelor of Science",
    area: "Statistics",
    startDate: "2014",
    endDate: "2017",
  }],
  skills: [{ name: "SQL" }, { name: "Python" }],
  languages: [{ language: "English", fluency: "Native speaker" }, { language: "German", fluency: "B2" }],
  certificates: [{ name: "Certified ScrumMaster", issuer: "Scrum Alliance", date: "2020-01-02" }],
  hobbies_of_another_tool: { any: ["thing"] },
};

Deno.test("JSON Resume: what a document says is what is read, titles and companies of any wording", () => {
  const { fields, flags } = analyse(resume);
  equal(fields.name?.value, "Ana Lima");
  deepEqual(fields.emails.map(({ value }) => value), ["ana@example.com"]);
  deepEqual(fields.phones.map(({ value }) => value), ["+12065550149"]);
  equal(fields.location?.value, "Seattle, WA, United States");
  deepEqual(
    fields.experience.map((e) => [e.title, e.company, e.location, e.startDate, e.endDate, e.bullets.length]),
    [
      ["Growth Wizard", "Northwind", "Leeds", "2021-03", "present", 2],
      ["Data Analyst", "Head Hunters Partners", null, "2018-05", "2021-02", 0],
    ],
  );
  deepEqual(
    fields.education.map((e) => [e.institution, e.degree, e.field, e.startDate, e.endDate]),
    [["University of Leeds", "Bachelor of Science", "Statistics", "2014", "2017"]],
  );
  deepEqual(fields.languages.map(({ value, level }) => [value, level]), [["English", "Native speaker"], [
    "German",
    "B2",
  ]]);
  deepEqual(flags, []);
});

Deno.test("JSON Resume: every text of the schema is read, in the section that it is of", () => {
  const texts = [
    "Wharf Street 4",
    "Makes maps for sailors",
    "Kept the charts",
    "Charity for reefs",
    "application",
    "Lead diver",
  ];
  const [address, company, duty, charity, type, role] = texts;
  const { lines } = readJsonResume(bytes({
    basics: { name: "Ana Lima", location: { address, postalCode: "98101", city: "Seattle" } },
    work: [{ name: "Northwind", description: company, summary: duty }],
    volunteer: [{ organization: "Reef Trust", summary: charity }],
    projects: [{ name: "Tides", type, roles: [role] }],
  }));
  deepEqual(lines.map(({ text }) => text), [
    ...["Name: Ana Lima", "Location: Seattle", `Address: ${address}, 98101`],
    ...["Experience", "Company: Northwind", company, duty],
    ...["Projects", "Tides", `Type: ${type}`, `Role: ${role}`],
    ...["Volunteering", "Organization: Reef Trust", charity],
  ]);
  equal(
    analyse({ ...resume, basics: { ...resume.basics, location: { ...resume.basics.location, address } } }).fields
      .location?.value,
    "Seattle, WA, United States",
  );
});

Deno.test("JSON Resume: letters that are not what they look like are cut, flagged and quoted, and score nothing", () => {
  const cyrillic = "K\u0443b\u0435rnetes";
  const tags = [..."Rust"].map((letter) => String.fromCodePoint(0xe0000 + letter.codePointAt(0)!)).join("");
  const keywords = [cyrillic, "Ja\u200bva", `Perl${tags}`, "Москва", "5 \u03a9"];
  const { lines, flags, hidden } = readJsonResume(
    bytes({ basics: { name: "Ana Lima" }, skills: [{ name: "Tools", keywords }] }),
  );
  equal(lines.at(-1)?.text, "Tools: , Java, Perl, Москва, 5 Ω");
  deepEqual(flags, ["hidden_text"]);
  deepEqual(hidden, [
    { reason: "invisible tags", quote: "Rust" },
    { reason: "zero-width characters", quote: `Tools: ${cyrillic}, Ja·va, Perl, Москва, 5 Ω` },
    { reason: "look-alike letters", quote: cyrillic },
  ]);
});

Deno.test("JSON Resume: what is read goes out, meets the schema and reads as the same again", () => {
  const exported = (analysis: ReturnType<typeof analyse>) =>
    toJsonResume({
      candidateName: analysis.fields.name?.value ?? null,
      email: analysis.fields.emails[0]?.value ?? null,
      phone: analysis.fields.phones[0]?.value ?? null,
      fields: analysis.fields,
      extractedSkills: analysis.skills,
      corrections: {},
      createdAt: new Date(0),
      updatedAt: new Date(0),
    });
  const out = exported(analyse(resume));
  deepEqual(JsonResume.parse(out), out);
  deepEqual(out.basics?.location, { city: "Seattle", region: "WA", countryCode: "US" });
  deepEqual(out.basics?.profiles, resume.basics.profiles);
  deepEqual(out.work?.map(({ name, position, startDate, endDate }) => [name, position, startDate, endDate]), [
    ["Northwind", "Growth Wizard", "2021-03", undefined],
    ["Head Hunters Partners", "Data Analyst", "2018-05", "2021-02"],
  ]);
  deepEqual(out.education, resume.education);
  deepEqual(out.languages, resume.languages);
  deepEqual(exported(analyse(out)), out);
});

Deno.test("JSON Resume: a link that is no URI by its letters goes out as one, or not at all", () => {
  const { fields, skills } = analyse(resume);
  const at = { start: 0, end: 0, confidence: 1 };
  const links = ["github.com/ana{lima}", "example.com/ana%zz", "linkedin.com/in/añá"].map((value) => ({
    value,
    ...at,
  }));
  const out = toJsonResume({
    candidateName: null,
    email: null,
    phone: null,
    fields: { ...fields, links },
    extractedSkills: skills,
    corrections: {},
    createdAt: new Date(0),
    updatedAt: new Date(0),
  });
  deepEqual(out.basics?.profiles?.map(({ url }) => url), [
    "https://github.com/ana%7Blima%7D",
    "https://linkedin.com/in/a%C3%B1%C3%A1",
  ]);
  equal(out.basics?.url, undefined);
});

Deno.test("JSON Resume: an empty stored resume is a document that says nothing", () => {
  const out = toJsonResume({
    candidateName: null,
    email: "not an address",
    phone: null,
    fields: null,
    extractedSkills: null,
    corrections: {},
    createdAt: new Date(0),
    updatedAt: new Date(0),
  });
  deepEqual(JsonResume.parse(out), out);
  equal(out.basics?.email, undefined);
});

for (
  const [what, document, pointer] of [
    ["a number for a name", { basics: { name: 7 } }, "/basics/name"],
    ["a date in words", { work: [{}, { startDate: "May 2019" }] }, "/work/1/startDate"],
    ["an e-mail that is none", { basics: { email: "ana" } }, "/basics/email"],
    ["a link without scheme", { basics: { profiles: [{ url: "example.com/ana" }] } }, "/basics/profiles/0/url"],
    ["highlights that are no texts", { work: [{ highlights: [null] }] }, "/work/0/highlights/0"],
    ["an object for a list", { skills: { name: "SQL" } }, "/skills"],
    ["another kind of document", { name: "package", version: "1.0.0" }, ""],
    ["no object", [], ""],
  ] as const
) {
  Deno.test(`JSON Resume: ${what} is refused with its place`, () => {
    throws(() => readJsonResume(bytes(document)), (error) => {
      deepEqual(error instanceof AppError && [error.code, error.fields[0]?.pointer], ["invalid", pointer]);
      return true;
    });
  });
}

Deno.test("JSON Resume: broken, empty and bottomless documents are refused", () => {
  const code = (expected: string) => ({ code: expected });
  const text = (value: string) => new TextEncoder().encode(value);
  throws(() => readJsonResume(text("{")), code("damaged"));
  throws(() => readJsonResume(new Uint8Array([0x7b, 0xff, 0x7d])), code("damaged"));
  throws(() => readJsonResume(bytes({ basics: {}, work: [] })), code("empty"));
  throws(() => readJsonResume(text(`{"basics":${'{"a":'.repeat(9000)}1${"}".repeat(9000)}}`)), code("too_complex"));
  throws(
    () => readJsonResume(bytes({ basics: {}, work: [{ highlights: Array(60_000).fill(0) }] })),
    code("too_complex"),
  );
});
