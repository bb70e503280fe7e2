import { deepEqual, equal, ok } from "node:assert/strict";
import { skillEvidence } from "./evidence.ts";
import { analyseResume } from "./resume.ts";
import type { DocumentText } from "../../workers/protocol.ts";

const countTokens = (text: string) => text.split(/\s+/).length;

function documentOf(text: string): DocumentText {
  const lines = text.trim().split("\n").map((line) => {
    const bullet = line.startsWith("- ");
    const bare = bullet ? line.slice(2) : line;
    return { text: bare, page: 0, x: null, y: null, fontSize: null, bold: false, bullet, heading: false };
  });
  return { lines, pages: 1, links: [], flags: [], hidden: [] };
}

const resume = (who: { name: string; email: string; phone: string }) =>
  documentOf(`
${who.name}
Warehouse Manager
${who.email}
${who.phone}

Summary
Manager of two depots with a calm hand.

Experience
Warehouse Manager, Northwind, March 2018 - present
- Led forty people in two shifts and halved the accidents.
- Introduced SAP and barcode scanners.
Team Leader, Kattegat Freight, 2012 - 2018
- Planned the routes of twelve forklifts.

Education
BSc Logistics, Westmoor University, 2009 - 2012

Skills
SAP, Excel, Inventory management
`);
const ada = { name: "Mira Okafor", email: "mira.okafor@example.com", phone: "+44 20 7946 0101" };

Deno.test("a résumé gives its person, sections, experience, years and skills", () => {
  const { fields, sections, skills, flags } = analyseResume(resume(ada), countTokens, "2026-03");
  equal(fields.name?.value, "Mira Okafor");
  deepEqual(fields.emails.map(({ value }) => value), ["mira.okafor@example.com"]);
  deepEqual(fields.phones.map(({ value }) => value), ["+442079460101"]);
  deepEqual(sections.map(({ name }) => name), ["header", "summary", "experience", "education", "skills"]);
  deepEqual(fields.experience.map(({ startDate, endDate }) => [startDate, endDate]), [["2018-03", "present"], [
    "2012",
    "2018",
  ]]);
  ok(fields.totalYears !== null && fields.totalYears > 13 && fields.totalYears < 15);
  ok(skills.some(({ skill }) => skill.includes("SAP")));
  ok(!flags.includes("not_a_resume"));
});

Deno.test("another name, e-mail and phone leave passages and head as they were", () => {
  const other = { name: "Babajide Ọlá", email: "bo@example.org", phone: "+1 202-555-0199" };
  const texts = [ada, other].map((who) => {
    const { passages, head } = analyseResume(resume(who), countTokens, "2026-03");
    return [...passages.map(({ text }) => text), head];
  });
  deepEqual(texts[0], texts[1]);
});

Deno.test("every offset of a résumé's analysis points at what it names", () => {
  const { text, skills, sections, fields } = analyseResume(resume(ada), countTokens, "2026-03");
  for (const { start, end, quote } of skills) equal(text.slice(start, end), quote);
  equal(text.slice(fields.name!.start, fields.name!.end), "Mira Okafor");
  equal(sections[0]?.start, 0);
  equal(sections.at(-1)?.end, text.length);
});

Deno.test("an invoice is not a résumé", () => {
  const { flags } = analyseResume(
    documentOf("Invoice 17\nTotal 20 EUR\nThank you for your order"),
    countTokens,
    "2026-03",
  );
  ok(flags.includes("not_a_resume"));
});

Deno.test("a file that says no name gives none", () => {
  const { fields } = analyseResume(
    documentOf("Curriculum Vitae\nSoftware Engineer\nSkills\nPython, SQL"),
    countTokens,
    "2026-03",
  );
  equal(fields.name, null);
});

/** Skills found in a waiter's résumé, and the words that are evidence of `skill`. */
function shown(
  skill: string,
  { name = "Ada Example", at = "Leeds, UK", employer = "Blue Door Ltd", school = "Acme College", skills = "" },
) {
  const { fields, ...read } = analyseResume(
    documentOf(
      `${name}\n${at} | ada@example.com\nSummary\n${name.split(" ")[0]} likes people and is liked.\nExperience\n` +
        `Waiter, ${employer}  May 2015 - June 2020\n- Served guests.\nEducation\nDiploma, ${school} 2013 - 2015\nSkills\nCash handling${skills}`,
    ),
    countTokens,
    "2026-03",
  );
  const [evidence] = skillEvidence({ ...read, names: fields.names }, [{ name: skill, best: null }]);
  return { skills: read.skills.map(({ skill }) => skill), quote: evidence?.quote ?? null };
}

Deno.test("names and addresses are no skills, neither of the person nor of employers and schools", () => {
  for (
    const [skill, who] of [
      ["Jenkins", { name: "Emily Jenkins" }],
      ["CI/CD", { name: "Emily Jenkins" }],
      ["Ruby", { name: "Ruby Swift" }],
      ["Swift", { name: "Ruby Swift" }],
      ["Baker", { name: "Anna Baker" }],
      ["Salesforce", { name: "Maria Salesforce" }],
      ["Java", { name: "Java Patel" }],
      ["Spring Boot", { at: "12 Spring Boot Road, Leeds LS1 4AP" }],
      ["Salesforce", { employer: "Salesforce" }],
      ["Docker", { school: "Docker University" }],
    ] as const
  ) deepEqual(shown(skill, who), { skills: ["Cash handling"], quote: null }, skill);
});

Deno.test("a skill that is spelled like the person's name counts where a list or another skill says so", () => {
  deepEqual(shown("Java", { name: "Java Patel", skills: ", Java, Python" }), {
    skills: ["Cash handling", "Java", "Python"],
    quote: "Cash handling, Java, Python",
  });
});
