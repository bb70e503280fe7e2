import { deepEqual, equal } from "node:assert/strict";
import { analyseResume } from "./resume.ts";

/** Reads lines of text; "- " begins a bullet. */
function read(text: string) {
  const lines = text.split("\n").filter((line) => line.trim() !== "").map((line) => ({
    text: line.replace(/^- /u, ""),
    page: 0,
    x: null,
    y: null,
    fontSize: null,
    bold: false,
    bullet: line.startsWith("- "),
    heading: false,
  }));
  const document = { lines, pages: 1, links: [], flags: [], hidden: [] };
  return analyseResume(document, (words) => words.length / 4, "2026-01").fields;
}

const contact = "Ana Lima\nana.lima@example.com\n";
const engineer = ["Engineer", "Tidewater", null, "2019-03", "2021-06"];
const trainee = ["Trainee", "Quillpoint", null, "2016-02", "2019-02"];

/** Layouts of two jobs, each with one bullet; `null` stands for a place that is not printed. */
const jobs: [name: string, body: string, wanted: (string | null)[][]][] = [
  [
    "dates in brackets behind company and city",
    "Tidewater, Lisbon (Mar 2019 – Jun 2021)\nEngineer\n- Built.\nQuillpoint, Porto (02/2016 – 02/2019)\nTrainee\n- Wrote.",
    [["Engineer", "Tidewater", "Lisbon", "2019-03", "2021-06"], [
      "Trainee",
      "Quillpoint",
      "Porto",
      "2016-02",
      "2019-02",
    ]],
  ],
  [
    "several roles below one company",
    "Tidewater, Norfolk, VA\nLead Engineer  Apr 2020 – Present\n- Led.\nEngineer  Jan 2018 – Mar 2020\n- Built.",
    [["Lead Engineer", "Tidewater", "Norfolk, VA", "2020-04", "present"], [
      "Engineer",
      "Tidewater",
      "Norfolk, VA",
      "2018-01",
      "2020-03",
    ]],
  ],
  [
    "the years at a company above its roles",
    "Tidewater\nJan 2018 – Present\nLead Engineer (Apr 2020 – Present)\n- Led.\nEngineer (Jan 2018 – Mar 2020)\n- Built.",
    [["Lead Engineer", "Tidewater", null, "2020-04", "present"], ["Engineer", "Tidewater", null, "2018-01", "2020-03"]],
  ],
  [
    "an export of a network",
    "Tidewater\n3 years 6 months\nLead Engineer\nApril 2020 - June 2021 (1 year 3 months)\nDenver, Colorado\nEngineer\nJanuary 2018 - March 2020 (2 years 3 months)\nDenver, Colorado\nQuillpoint\nTrainee\nFebruary 2016 - December 2017 (1 year 11 months)\nBoulder, Colorado",
    [
      ["Lead Engineer", "Tidewater", "Denver, Colorado", "2020-04", "2021-06"],
      ["Engineer", "Tidewater", "Denver, Colorado", "2018-01", "2020-03"],
      ["Trainee", "Quillpoint", "Boulder, Colorado", "2016-02", "2017-12"],
    ],
  ],
  [
    "labels",
    "Company: Tidewater\nDesignation: Engineer\nDuration: March 2019 to June 2021\n- Built.\nCompany: Quillpoint\nDesignation: Trainee\nDuration: Feb 2016 to Feb 2019\n- Wrote.",
    [engineer, trainee],
  ],
  [
    "sentences",
    "Worked as an Engineer at Tidewater from March 2019 to June 2021.\n- Built.\nWorked as Trainee at Quillpoint from 02/2016 to 02/2019.\n- Wrote.",
    [engineer, trainee],
  ],
  [
    "a list of bullets",
    "- Engineer, Tidewater, Mar 2019 – Jun 2021\n- Trainee, Quillpoint, Feb 2016 – Feb 2019",
    [engineer, trainee],
  ],
  [
    "labels within entries, and dated projects",
    "Engineer, Tidewater, Mar 2019 – Jun 2021\nKey achievements\n- Built.\nProject: Route planner (Jan 2020 – Jun 2020)\n- Shipped.\nTrainee, Quillpoint, 02/2016 – 02/2019\nKey achievements\n- Wrote.",
    [engineer, trainee],
  ],
  [
    "ranges that a narrow column breaks",
    "March 2019 –  Engineer\nJune 2021  Tidewater\n- Built.\nFebruary 2016 –  Trainee\nFebruary 2019  Quillpoint\n- Wrote.",
    [engineer, trainee],
  ],
  [
    "a post at a department",
    "Lecturer, Department of Physics, Ridgemont University, USA, 2018–present\nFellow, Lakeside Institute, Zurich, Switzerland, 2014–2018",
    [["Lecturer", "Ridgemont University", "USA", "2018", "present"], [
      "Fellow",
      "Lakeside Institute",
      "Zurich, Switzerland",
      "2014",
      "2018",
    ]],
  ],
  [
    "one's own business",
    "Self-Employed, Remote\nConsultant, May 2018 – Present\n- Advised.",
    [["Consultant", "Self-Employed", "Remote", "2018-05", "present"]],
  ],
  [
    "German",
    "seit 03/2019  Projektleiter bei Nordlicht GmbH, Hamburg\n- Leitung.\n04/2015 – 02/2019  Bauingenieur, Steinwerk AG, Bremen\n- Planung.",
    [["Projektleiter", "Nordlicht GmbH", "Hamburg", "2019-03", "present"], [
      "Bauingenieur",
      "Steinwerk AG",
      "Bremen",
      "2015-04",
      "2019-02",
    ]],
  ],
  [
    "French",
    "De mars 2019 à aujourd'hui : Responsable logistique, Transval, Lyon\n- Stocks.",
    [["Responsable logistique", "Transval", "Lyon", "2019-03", "present"]],
  ],
  [
    "Spanish",
    "Desde Enero 2018 hasta Diciembre 2020: Auxiliar administrativo en Gestoría Luna\n- Archivo.",
    [["Auxiliar administrativo", "Gestoría Luna", null, "2018-01", "2020-12"]],
  ],
  [
    "Portuguese",
    "Mar/2018 - Atual: Analista de RH, Beta Indústria, Joinville/SC\n- Folha.",
    [["Analista de RH", "Beta Indústria", "Joinville/SC", "2018-03", "present"]],
  ],
  [
    "Italian",
    "Da marzo 2018 ad oggi\nImpiegata contabile presso Studio Ferri, Torino\n- Fatture.",
    [["Impiegata contabile", "Studio Ferri", "Torino", "2018-03", "present"]],
  ],
  [
    "Dutch",
    "2019 – heden: Teamleider, Albrecht Logistiek te Tilburg\n- Planning.",
    [["Teamleider", "Albrecht Logistiek", "Tilburg", "2019", "present"]],
  ],
];
for (const [name, body, wanted] of jobs) {
  Deno.test(`experience in layouts: ${name}`, () => {
    const { experience } = read(`${contact}EXPERIENCE\n${body}\nEDUCATION\nBSc, Acme University`);
    deepEqual(experience.map((e) => [e.title, e.company, e.location, e.startDate, e.endDate]), wanted);
  });
}

Deno.test("a résumé without headings has its jobs and schools all the same", () => {
  const { name, experience, education } = read(
    `${contact}Nurse with ten years in intensive care.\nMercy Hospital, Davis, CA — Nurse, June 2018 to present\nCare for six patients.\nBSc Nursing, Acme University, 2013`,
  );
  equal(name?.value, "Ana Lima");
  deepEqual(experience.map((e) => [e.title, e.company, e.startDate]), [["Nurse", "Mercy Hospital", "2018-06"]]);
  deepEqual(education.map((e) => [e.institution, e.endDate]), [["Acme University", "2013"]]);
});

const schools: [name: string, body: string, wanted: (string | null)[][]][] = [
  [
    "scores at the end, schools that no word tells",
    "B.Tech in Electronics, Quillpoint Hyderabad, 2012, 78%\nSSC, St. Ann's High School, 2006, 88%",
    [["Quillpoint Hyderabad", null, "2012"], ["St. Ann's High School", null, "2006"]],
  ],
  ["bullets", "- MBA, Acme Business School, 2010\n- BA Economics, Ridgemont University, 2005", [
    ["Acme Business School", null, "2010"],
    ["Ridgemont University", null, "2005"],
  ]],
  ["a table", "Degree  Institution  Year\nMBA  Symbol Institute, Pune  2016\nB.Com  Acme University  2014", [
    ["Symbol Institute", null, "2016"],
    ["Acme University", null, "2014"],
  ]],
  ["labels", "Degree: Bachelor of Commerce\nUniversity: Acme\nYear: 2014", [["Acme", null, "2014"]]],
];
for (const [name, body, wanted] of schools) {
  Deno.test(`education in layouts: ${name}`, () => {
    const { education } = read(`${contact}EDUCATION\n${body}\nSKILLS\nExcel`);
    deepEqual(education.map((e) => [e.institution, e.startDate, e.endDate]), wanted);
  });
}

const spoken: [body: string, wanted: string[]][] = [
  ["SKILLS\nTools: Excel\nLanguages: German (native), English C1, basic French", [
    "German native",
    "English C1",
    "French basic",
  ]],
  ["SKILLS\nLanguages: Python, Java, Go", []],
  ["SUMMARY\nNurse, fluent in Mandarin and Dutch.", ["Chinese fluent", "Dutch fluent"]],
  ["SUMMARY\nTaught English and translated German contracts.", []],
  ["LANGUAGES\nFrançais  Anglais\nLangue maternelle  Courant", ["French Langue maternelle", "English Courant"]],
  ["LANGUAGES\nNative: Portuguese; Fluent: English, Spanish", [
    "Portuguese Native",
    "English Fluent",
    "Spanish Fluent",
  ]],
];
for (const [body, wanted] of spoken) {
  Deno.test(`languages in layouts: ${body.replaceAll("\n", " / ")}`, () => {
    const { languages } = read(`${contact}${body}\nEDUCATION\nBSc, Acme University`);
    deepEqual(languages.map(({ value, level }) => `${value} ${level}`), wanted);
  });
}

Deno.test("certificates have their giver and date, on one line or below", () => {
  const { certifications } = read(
    `${contact}CERTIFICATIONS\nPMP (Project Management Institute), Mar 2019\nCertified ScrumMaster\nScrum Alliance\nIssued Jan 2020\nCPR, BLS`,
  );
  deepEqual(certifications.map(({ value, issuer, date }) => [value, issuer, date]), [
    ["PMP", "Project Management Institute", "2019-03"],
    ["Certified ScrumMaster", "Scrum Alliance", "2020-01"],
    ["CPR", null, null],
    ["BLS", null, null],
  ]);
});

const names: [header: string, wanted: string | null][] = [
  ["محمد علي حسن", "محمد علي حسن"],
  ["السيرة الذاتية\nمحمد علي حسن", "محمد علي حسن"],
  ["履歴書\n氏名 山田 太郎", "山田 太郎"],
  ["김민수", "김민수"],
  ["राहुल शर्मा", "राहुल शर्मा"],
  ["Prof. Dr.-Ing. Hans Müller", "Hans Müller"],
  ["Jane Okafor, PhD, CFA", "Jane Okafor"],
  ["A M I R A  H A D D A D", "AMIRA HADDAD"],
  ["Siti Rahma binti Tarudin", "Siti Rahma binti Tarudin"],
  ["Hassan\nTarudin\nhassan.tarudin@example.org", "Hassan Tarudin"],
  ["Tarudin, Hassan\nhassan.tarudin@example.org", "Hassan Tarudin"],
  ["San Francisco", null],
  ["Line Cook", null],
  ["Acme Consulting Services", null],
  ["Key Facts", null],
];
for (const [header, wanted] of names) {
  Deno.test(`name in layouts: ${header.replaceAll("\n", " / ")}`, () => {
    const { name } = read(`${header}\ninfo@example.net\nEXPERIENCE\nNurse, Acme Ltd 2019 - 2020`);
    equal(name?.value ?? null, wanted);
  });
}

const places: [header: string, phone: string, location: string | null][] = [
  ["Lyon | 06 12 34 56 78", "+33612345678", "Lyon"],
  ["10115 Berlin | 030 901820", "+4930901820", "10115 Berlin"],
  ["0711 123456 | ana@example.at", "+43711123456", null],
  ["Jakarta Selatan | 0812-3456-7890", "+6281234567890", "Jakarta Selatan"],
  ["12 High Street, Leeds LS1 4AP | 020 7946 0958", "+442079460958", null],
];
for (const [header, phone, location] of places) {
  Deno.test(`contact in layouts: ${header}`, () => {
    const fields = read(`Ana Lima\n${header}\nEXPERIENCE\nNurse, Acme Ltd 2019 - 2020`);
    deepEqual(fields.phones.map(({ value }) => value), [phone]);
    if (location !== null) equal(fields.location?.value, location);
  });
}

Deno.test("every field says where it stands, within the text, and how sure it is", () => {
  const fields = read(
    `${contact}Lyon | 06 12 34 56 78 | ana.dev\nEXPERIENCE\nNurse, Acme Ltd 2019 - 2020\nEDUCATION\nBSc, Acme University, 2013\nLANGUAGES\nEnglish (C1)\nCERTIFICATIONS\nPMP, 2019`,
  );
  const found = [
    fields.name!,
    fields.location!,
    ...fields.emails,
    ...fields.phones,
    ...fields.links,
    ...fields.experience,
    ...fields.education,
    ...fields.languages,
    ...fields.certifications,
  ];
  equal(found.length, 9);
  for (const { start, end, confidence } of found) equal(start < end && confidence > 0 && confidence <= 1, true);
});
