/** The forms in which each field is written, sentence by sentence of what the reading promises. @module */
import { deepEqual, equal, ok } from "node:assert/strict";
import { analyseResume } from "./resume.ts";

const tail = "\nEXPERIENCE\nNurse, Acme Ltd 2019 - 2020\n- Cared.\nEDUCATION\nBSc, University of Leeds 2010 - 2013";
const contact = "Ana Lima\nana@example.com\n";

/** Reads lines of text; "- " begins a bullet. */
function read(text: string) {
  const lines = text.split("\n").map((line) => ({
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

const names =
  "José Ángel Muñoz Peña;Þórdís Guðmundsdóttir;Łukasz Żółkiewski;Nguyễn Thị Minh Khai;Αλέξανδρος Παπαδόπουλος;Олена Шевченко;محمد عبد الله;דניאל כהן;王小明;佐藤 花子;김민수;प्रिया शर्मा;สมชาย ใจดี;ჯონ სმიტი;Արամ Խաչատրյան;Ahmet Çağlar Öztürk;Anne-Sophie L'Heureux;Zoë van den Heuvel;Siobhán Ní Dhomhnaill;SEBASTIÁN DE LA CRUZ"
    .split(";");
Deno.test("name: of any script, with accents and particles, beside an address or a telephone number alone", () => {
  for (const name of names) {
    for (const reach of ["mail@example.org", "+44 20 7946 0132"]) {
      equal(read(`${name}\n${reach}${tail}`).name?.value, name);
    }
  }
  equal(read(`Dr. Katharina Groß, MBA\nmail@example.org${tail}`).name?.value, "Katharina Groß");
});

const titles =
  "Senior Data Engineer;Registered Nurse;Head Chef;Projektleiter Maschinenbau;Chef de cuisine;Ingeniero de software;Contabile;Verpleegkundige;Guru Matematika;Assistente Administrativo;Lebenslauf;Warehouse Operative;Key Account Manager;HGV Driver;Berlin, Germany;Physiotherapist;Développeur web;Verkäuferin im Einzelhandel;Kraftfahrer;Legal Secretary"
    .split(";");
Deno.test("name: null where the résumé gives none, never a job title, a place or a heading", () => {
  for (const title of titles) {
    for (const reach of ["", "\nmail@example.org", "\n+44 20 7946 0132"]) {
      equal(read(`${title}${reach}${tail}`).name, null, title);
    }
  }
});

Deno.test("name: none where a field of work or an employer begins the line, or a job of the résumé is called so", () => {
  for (const title of ["Police Constable", "Cybersecurity Ninja"]) {
    for (const reach of ["ab12@example.org", "+44 20 7946 0132"]) {
      equal(read(`${title}\n${reach}${tail}`).name, null, title);
    }
  }
  const job = tail.replace("Nurse", "Happiness Hero Manager");
  equal(read(`Happiness Hero\nab12@example.org${job}`).name, null);
  for (const name of ["Charlotte Church", "German Lima", "Rose Banks"]) {
    equal(read(`${name}\nab12@example.org${job}`).name?.value, name);
  }
});

const prose = "\nThe first part tells how to begin, the second how it is meant, and the last is a list of words.";
Deno.test("name: titles, products and schools are nobody; who is repeated by an address is somebody", () => {
  for (const title of ["Garden Serif", "Orrery", "UNIVERSITÀ DI ESEMPIA", "Doctoral Dissertation"]) {
    for (const link of ["", "\nhttps://github.com/example/orrery", "\ninfo@example.org"]) {
      equal(read(`${title}${link}${prose}`).name, null, `${title}${link}`);
    }
  }
  equal(read(`Orrery\nhttps://github.com/example/orrery${tail}`).name, null);
  equal(read(`Ana Lima\nana.lima@example.org${prose}`).name?.value, "Ana Lima");
  equal(read(`Suharto\nsuharto@example.org${prose}`).name?.value, "Suharto");
  equal(read(`Name: Ana Lima\n+44 20 7946 0132${prose}`).name?.value, "Ana Lima");
});

const phones: [header: string, printed: string, value: string][] = [
  ["London, UK | 020 7946 0132", "020 7946 0132", "+442079460132"],
  ["Berlin, Germany\nTel.: 030 901820", "030 901820", "+4930901820"],
  ["Paris, France | 01 23 45 67 89", "01 23 45 67 89", "+33123456789"],
  ["(212) 555-0147 | New York, NY", "(212) 555-0147", "+12125550147"],
  ["Phone: 0044 20 7946 0132", "0044 20 7946 0132", "+442079460132"],
  ["São Paulo, Brasil | (11) 91234-5678", "(11) 91234-5678", "+5511912345678"],
  ["+49 (0) 30 901820", "+49 (0) 30 901820", "+4930901820"],
  ["Jakarta, Indonesia | 0812-3456-7890", "0812-3456-7890", "+6281234567890"],
  ["+1.206.555.0149", "+1.206.555.0149", "+12065550149"],
  ["Zürich, Schweiz | 044 668 18 00", "044 668 18 00", "+41446681800"],
];
Deno.test("phone: in E.164 by the country of the place, as printed beside it", () => {
  for (const [header, printed, value] of phones) {
    const found = read(`Ana Lima\n${header}\nana@example.com${tail}`).phones;
    deepEqual(found.map((phone) => [phone.printed, phone.value]), [[printed, value]], header);
  }
});

const twoPhones: [header: string, values: string[]][] = [
  ["Berlin, Germany | 030 901820 / 0176 12345678", ["+4930901820", "+4917612345678"]],
  ["Berlin, Germany | 030/901820 / 0176/12345678", ["+4930901820", "+4917612345678"]],
  ["Berlin, Germany | 030/901820", ["+4930901820"]],
  ["Stuttgart, Germany | 07031 15 - 2345", ["+497031152345"]],
  ["Berlin, Germany | +49 30 901820 - +49 176 12345678", ["+4930901820", "+4917612345678"]],
  ["Berlin, Germany | Tel.: 030 901820   0176 12345678", ["+4930901820", "+4917612345678"]],
  ["Leeds, UK | 07911 123456 / 0113 243 0000", ["+447911123456", "+441132430000"]],
  ["London, UK | 07911 123456 0113 243 0000", ["+447911123456", "+441132430000"]],
  ["Berlin, Germany | 0176 1234 5678 10115 Berlin", ["+4917612345678"]],
  ["München, Germany | 089 123456/57", ["+4989123456"]],
  ["07911 123456 / 0113 243 0000", ["07911 123456", "0113 243 0000"]],
  ["206-555-0149 / 206-555-0150", ["206-555-0149", "206-555-0150"]],
  ["0711/901820", ["0711/901820"]],
];
Deno.test("phone: two numbers side by side are two, and one with a slash inside is one", () => {
  for (const [header, values] of twoPhones) {
    const found = read(`Ana Lima\n${header}\nana@example.com${tail}`).phones;
    deepEqual(found.map(({ value }) => value), values, header);
  }
});

Deno.test("phone: as printed where nothing tells the country, never bare digits that could be E.164", () => {
  const found = read(`Ana Lima\n0113 243 0000\nana@example.com${tail}`).phones;
  deepEqual(found.map(({ value, printed, confidence }) => [value, printed, confidence]), [
    ["0113 243 0000", "0113 243 0000", 0.8],
  ]);
});

Deno.test("phone: one that is only as long as a number is less sure than a valid one", () => {
  const found = read(`Ana Lima\nLondon, UK | 020 7946 0132 | 0612 345 6789\nana@example.com${tail}`).phones;
  deepEqual(found.map(({ confidence }) => confidence), [1, 0.8]);
});

const locations: [header: string, location: string][] = [
  ["Leeds, United Kingdom", "Leeds, United Kingdom"],
  ["Seattle, WA 98101 | 206-555-0149", "Seattle, WA 98101"],
  ["10115 Berlin", "10115 Berlin"],
  ["Address: 12 Rose Street, Bristol BS1 4ND", "12 Rose Street, Bristol BS1 4ND"],
  ["Lyon (69), France", "Lyon (69), France"],
  ["Bengaluru, Karnataka, India", "Bengaluru, Karnataka, India"],
  ["Based in Oslo, Norway", "Oslo, Norway"],
  ["Ciudad de México, México", "Ciudad de México, México"],
  ["Utrecht", "Utrecht"],
  ["3 rue des Tanneurs, 35000 Rennes", "3 rue des Tanneurs, 35000 Rennes"],
  ["12 Quay Lane, Bristol BS1 5TY", "12 Quay Lane, Bristol BS1 5TY"],
];
Deno.test("location: city with country, state or postal code, or a known city alone", () => {
  for (const [header, location] of locations) {
    equal(read(`Ana Lima\n${header}\nana@example.com${tail}`).location?.value, location);
  }
});

const dates: [printed: string, start: string, end: string | null][] = [
  ["Aug 2012 – Dec 2013", "2012-08", "2013-12"],
  ["2016/09 - now", "2016-09", "present"],
  ["Summer 2014", "2014", null],
  ["seit 03/2019", "2019-03", "present"],
];
Deno.test("experience: title, company, location, start, end, current and bullets, whatever the form of the date", () => {
  for (const [printed, startDate, endDate] of dates) {
    const [entry, ...others] = read(
      `${contact}EXPERIENCE\nData Analyst, Northwind Ltd, Leeds, UK  ${printed}\n- Built reports for\n- Cut costs.`,
    ).experience;
    const { confidence, start, end, parts, ...given } = entry!;
    deepEqual(given, {
      title: "Data Analyst",
      company: "Northwind Ltd",
      location: "Leeds, UK",
      startDate,
      endDate,
      current: endDate === "present",
      bullets: ["Built reports for", "Cut costs."],
    });
    deepEqual(parts?.map(({ part, printed }) => [part, printed]), [
      ["title", "Data Analyst"],
      ["company", "Northwind Ltd"],
      ["location", "Leeds, UK"],
      ["dates", printed],
    ]);
    deepEqual(others, []);
    ok(confidence > 0.9 && start < end);
  }
});

const heads: [head: string, wanted: (string | null)[]][] = [
  [
    "1. Organization: Deccan Infotech Pvt. Ltd.\nDesignation: Senior Accounts Executive\nDuration: July 2017 to till date",
    ["Senior Accounts Executive", "Deccan Infotech Pvt. Ltd.", null, "2017-07", "present"],
  ],
  [
    "Konstrukteurin\nVoralpen Maschinenbau AG, Rosenheim\n10/2010 - 02/2016",
    ["Konstrukteurin", "Voralpen Maschinenbau AG", "Rosenheim", "2010-10", "2016-02"],
  ],
  ["Associate\nSep 2015 – Dec 2018\nManchester", ["Associate", null, "Manchester", "2015-09", "2018-12"]],
  [
    "Verpleegkundige bij Martini Verpleeghuis\nfebruari 2013 - december 2017\nMedicatie en wondzorg",
    ["Verpleegkundige", "Martini Verpleeghuis", null, "2013-02", "2017-12"],
  ],
];
Deno.test("experience: numbered labels, a city that is no company, a line of work that is no city", () => {
  for (const [head, wanted] of heads) {
    const found = read(`${contact}EXPERIENCE\n${head}\n- Worked.`).experience;
    deepEqual(
      found.map((one) => [one.title, one.company, one.location, one.startDate, one.endDate]),
      [wanted],
      head,
    );
  }
});

Deno.test("name: below a column of other things, where an address holds all of it", () => {
  const column = "Contact\nlinkedin.com/in/noor-elbaz\nTop Skills\nRoadmapping\nSQL\nLanguages\nArabic\nEnglish\n";
  equal(read(`${column}Noor El-Baz\nProduct Manager at Riverbend${tail}`).name?.value, "Noor El-Baz");
  equal(read(`${column}Head Chef\nProduct Manager at Riverbend${tail}`).name, null);
});

const schools: [text: string, wanted: (string | null)[]][] = [
  ["MSc, Statistics\nUniversity of Leeds  2017 - 2018", ["MSc", "Statistics", "University of Leeds", "2017", "2018"]],
  [
    "Bachelor of Nursing, Acme College, 2012",
    ["Bachelor of Nursing", "Nursing", "Acme College", null, "2012"],
  ],
  [
    "Universität Bremen\nDiplom Maschinenbau  10/2004 – 09/2009",
    ["Diplom Maschinenbau", "Maschinenbau", "Universität Bremen", "2004-10", "2009-09"],
  ],
  ["2009 - 2012  SMA Negeri 30 Yogyakarta", ["SMA", null, "SMA Negeri 30 Yogyakarta", "2009", "2012"]],
  ["Diplôme d'État d'infirmier, IFSI de Rennes, 2015", [
    "Diplôme d'État d'infirmier",
    null,
    "IFSI de Rennes",
    null,
    "2015",
  ]],
  ["Licence Informatique, Université de Lyon, 2010 - 2013", [
    "Licence Informatique",
    "Informatique",
    "Université de Lyon",
    "2010",
    "2013",
  ]],
];
Deno.test("education: degree, field, institution and years", () => {
  for (const [text, wanted] of schools) {
    const found = read(`${contact}EDUCATION\n${text}\nSKILLS\nSQL`).education;
    deepEqual(
      found.map((one) => [one.degree, one.field, one.institution, one.startDate, one.endDate]),
      [wanted],
    );
  }
});

const languages: [text: string, wanted: [string, string | null][]][] = [
  ["German (native), English (C1), French (B2)", [["German", "native"], ["English", "C1"], ["French", "B2"]]],
  ["Deutsch: Muttersprache\nEnglisch: verhandlungssicher", [["German", "Muttersprache"], [
    "English",
    "verhandlungssicher",
  ]]],
  ["Native: Polish; Fluent: English, Czech", [["Polish", "Native"], ["English", "Fluent"], ["Czech", "Fluent"]]],
  ["Français langue maternelle, Anglais courant", [["French", "langue maternelle"], ["English", "courant"]]],
  ["Bahasa Indonesia (penutur asli), Bahasa Inggris (aktif)", [["Indonesian", "penutur asli"], ["English", "aktif"]]],
  ["Mandarin, Cantonese, Malay", [["Chinese", null], ["Cantonese", null], ["Malay", null]]],
  ["FR (native) · NL (B2) · EN (C1)", [["French", "native"], ["Dutch", "B2"], ["English", "C1"]]],
  ["Ukrainian C2\nEnglish B1+", [["Ukrainian", "C2"], ["English", "B1+"]]],
];
Deno.test("languages: by their English names, with the level as printed", () => {
  for (const [text, wanted] of languages) {
    deepEqual(read(`${contact}LANGUAGES\n${text}`).languages.map(({ value, level }) => [value, level]), wanted);
  }
});

const certificates: [text: string, wanted: [string, string | null, string | null][]][] = [
  ["AWS Certified Solutions Architect – Associate, Amazon Web Services, 2021", [
    ["AWS Certified Solutions Architect – Associate", "Amazon Web Services", "2021"],
  ]],
  ["- PMP (Project Management Institute), 2019", [["PMP", "Project Management Institute", "2019"]]],
  ["CPR, BLS, ACLS", [["CPR", null, null], ["BLS", null, null], ["ACLS", null, null]]],
  ["- Forklift licence\n- First aid certificate, 2022", [["Forklift licence", null, null], [
    "First aid certificate",
    null,
    "2022",
  ]]],
  ["ITIL 4 Foundation\nAXELOS, 05/2021", [["ITIL 4 Foundation", "AXELOS", "2021-05"]]],
];
Deno.test("certifications: name, who gave it and when", () => {
  for (const [text, wanted] of certificates) {
    deepEqual(
      read(`${contact}CERTIFICATIONS\n${text}`).certifications.map(({ value, issuer, date }) => [value, issuer, date]),
      wanted,
    );
  }
});

const careers: [text: string, years: number | null][] = [
  ["Teacher, Acme School  Jan 2020 - Dec 2022\n- A.\nTutor, Bright Ltd  Jan 2022 - Dec 2023\n- B.", 4],
  ["Teacher, Acme School  Jan 2020 - Dec 2022\n- A.\nTutor, Bright Ltd  Mar 2021 - May 2021\n- B.", 3],
  ["Teacher, Acme School  2018 - 2020\n- A.\nTutor, Bright Ltd  2020 - 2021\n- B.", 3],
  ["Teacher, Acme School  Jan 2024 - present\n- A.", 2.1],
  ["Teacher, Acme School  Jan 2010 - Dec 2010\n- A.\nTutor, Bright Ltd  Jan 2015 - Dec 2015\n- B.", 2],
  ["Teacher, Acme School\n- A.", null],
];
Deno.test("total years: overlaps count once, gaps not at all, and what goes on counts up to today", () => {
  for (const [text, years] of careers) equal(read(`${contact}EXPERIENCE\n${text}`).totalYears, years, text);
});
