import { deepEqual, equal, ok } from "node:assert/strict";
import type { DocumentText } from "../../workers/protocol.ts";
import { analyseResume } from "./resume.ts";

const countTokens = (text: string) => text.split(/\s+/u).length;

function read(text: string, today = "2026-01") {
  const lines = text.trim().split("\n").filter((line) => line.trim() !== "").map((line) => {
    const bullet = line.startsWith("- ");
    return {
      text: bullet ? line.slice(2) : line,
      page: 0,
      x: null,
      y: null,
      fontSize: null,
      bold: false,
      bullet,
      heading: false,
    };
  });
  const document: DocumentText = { lines, pages: 1, links: [], flags: [], hidden: [] };
  return analyseResume(document, countTokens, today);
}

const layouts: [string, string][] = [
  ["title, company, place and dates on one line", "Data Analyst, Northwind Ltd, Leeds, UK  May 2019 - June 2021"],
  ["company and place above title and dates", "Northwind Ltd — Leeds, UK\nData Analyst  May 2019 - June 2021"],
  ["company and dates above the title", "Northwind Ltd  May 2019 - June 2021\nData Analyst  Leeds, UK"],
  ["dates on a line of their own", "Data Analyst\nNorthwind Ltd, Leeds, UK\n05/2019 - 06/2021"],
  ["dates before all", "2019/05 - 2021/06 Data Analyst, Northwind Ltd – Leeds, UK"],
  ["a title at a company", "Data Analyst at Northwind Ltd  May 2019 - June 2021"],
];
for (const [name, head] of layouts) {
  Deno.test(`experience: ${name}`, () => {
    const { fields } = read(
      `Ana Lima\nana@example.com\nEXPERIENCE\n${head}\n- Built reports for forty shops.\nSKILLS\nSQL`,
    );
    deepEqual(
      fields.experience.map((
        { title, company, startDate, endDate, bullets },
      ) => [title, company, startDate, endDate, bullets]),
      [["Data Analyst", "Northwind Ltd", "2019-05", "2021-06", ["Built reports for forty shops."]]],
    );
  });
}

Deno.test("experience: overlapping jobs count once, and one that goes on counts up to today", () => {
  const { fields } = read(
    "EXPERIENCE\nTeacher, Acme School  Jan 2020 - Dec 2022\n- Taught.\nTutor, Bright Ltd  Jan 2022 - present\n- Helped.",
    "2023-12",
  );
  equal(fields.totalYears, 4);
});

for (const name of ["Íñigo Larrañaga Pérez", "Sanne van der Linden", "李明", "Иван Петров", "Gianluca D'Amico"]) {
  Deno.test(`name: ${name}`, () => {
    equal(read(`${name}\nmail@example.org\nEXPERIENCE\nNurse, Acme Ltd 2019 - 2020`).fields.name?.value, name);
  });
}

for (
  const first of [
    "Senior Software Engineer",
    "CURRICULUM VITAE",
    "Human Resources Manager",
    "Seattle, WA",
    "Experience",
    "June 17, 2022",
    "Europass",
  ]
) {
  Deno.test(`name: none in "${first}"`, () => {
    equal(read(`${first}\nEXPERIENCE\nNurse, Acme Ltd 2019 - 2020\nEDUCATION\nBSc, Acme University`).fields.name, null);
  });
}

Deno.test("contact: numbers in E.164 with their country from the place, e-mails and links as printed", () => {
  const { fields } = read(
    "Ana Lima\nSeattle, WA | 206-555-0149 | ana@example.com | linkedin.com/in/ana-lima\nEXPERIENCE",
  );
  deepEqual(fields.phones.map(({ value, printed }) => [value, printed]), [["+12065550149", "206-555-0149"]]);
  deepEqual(fields.emails.map(({ value }) => value), ["ana@example.com"]);
  deepEqual(fields.links.map(({ value }) => value), ["linkedin.com/in/ana-lima"]);
  equal(fields.location?.value, "Seattle, WA");
});

Deno.test("contact: an employer's site, a version and a masked number are no contact details", () => {
  const { fields } = read(
    "Ana Lima\n+49 176 *** **\nEXPERIENCE\nDeveloper, www.acme.com 2019 - 2020\n- Moved Node.js 18.20.1 to ASP.NET in 2020.",
  );
  deepEqual([fields.phones, fields.emails, fields.links], [[], [], []]);
});

Deno.test("education: school, degree, field and years, the degree above or below the school", () => {
  const { fields } = read(
    "EDUCATION\nMSc, Statistics  2017 - 2018\nUniversity of Leeds\nAcme College\nBSc Mathematics\n2013 - 2016\nSKILLS\nSQL",
  );
  deepEqual(
    fields.education.map(({ institution, degree, field, startDate, endDate }) => [
      institution,
      degree,
      field,
      startDate,
      endDate,
    ]),
    [
      ["University of Leeds", "MSc", "Statistics", "2017", "2018"],
      ["Acme College", "BSc", "Mathematics", "2013", "2016"],
    ],
  );
});

Deno.test("education: a degree and its field are the same however they are joined", () => {
  for (
    const line of [
      "Acme University, BSc in Law  2013 - 2016",
      "BSc Law, Acme University  2013 - 2016",
      "BSc  Acme University, Law  2013 - 2016",
      "BSc  Acme University, BSc in Law – Houston, TX  2013 - 2016",
      "BSc Acme University, Law  2013 - 2016",
    ]
  ) {
    const { education } = read(`EDUCATION\n${line}\nSKILLS\nSQL`).fields;
    deepEqual(
      education.map(({ institution, degree, field, startDate }) => [institution, degree, field, startDate]),
      [["Acme University", "BSc", "Law", "2013"]],
      line,
    );
  }
});

Deno.test("languages: English names with the level as printed", () => {
  const { fields } = read("Ana Lima\nSPRACHEN\nDeutsch (Muttersprache), Englisch (C1)\nAUSBILDUNG\nAbitur 2010");
  deepEqual(fields.languages.map(({ value, level }) => [value, level]), [["German", "Muttersprache"], [
    "English",
    "C1",
  ]]);
});

Deno.test("fairness: name, pronouns, contact, address, age and family reach no passage and no head", () => {
  const body =
    "SUMMARY\nNurse with ten years at the bedside.\nEXPERIENCE\nNurse, Acme Hospital  2015 - 2020\n- Cared for patients.";
  const one = read(
    `Ana Lima (she/her)\nana@example.com | 206-555-0149\nSeattle, WA\nDate of birth: 1 May 1980\nMarital status: single\n${body}`,
  );
  const two = read(
    `Bo Chen (he/him)\nbo@example.net | +49 30 901820\nBerlin, Germany\nDate of birth: 3 June 1999\nMarital status: married\n${body}`,
  );
  deepEqual(one.passages.map(({ text }) => text), two.passages.map(({ text }) => text));
  equal(one.head, two.head);
  ok(!/Lima|she|Seattle|1980|single/u.test(one.passages.map(({ text }) => text).join(" ")));
});

for (
  const [kind, text] of [
    [
      "a recipe",
      "Onion soup\nIngredients\n4 onions, 2 tablespoons butter\nPreheat the oven to 180 degrees and slice the onions thinly.\n",
    ],
    [
      "a contract",
      "This agreement is made between the parties. The lessee shall pay the rent. Governing law is that of the state.\n",
    ],
  ] as const
) {
  Deno.test(`quality: ${kind} is not a résumé`, () => ok(read(text.repeat(5)).flags.includes("not_a_resume")));
}

Deno.test("quality: a manual with its author's name and address is not a résumé", () => {
  const manual =
    "The ruler package\nAda Lindqvist\nada@example.com\nJune 17, 2022\nAbstract\nThis package draws rulers.\n" +
    "1 Introduction\nLoad the package with the options below, as the example shows.\n2 Usage\nThe commands take two arguments; " +
    "the macro returns the length of the ruler, see figure 1.\n3 Change history\n2019 - 2022 fixes\nReferences\n";
  ok(read(manual).flags.includes("not_a_resume"));
});

Deno.test("quality: a short résumé without contact details is kept", () => {
  ok(
    !read("EXPERIENCE\nChef, Blue Door 2015 - 2020\n- Led a kitchen.\nEDUCATION\nDiploma, Acme College").flags.includes(
      "not_a_resume",
    ),
  );
});
