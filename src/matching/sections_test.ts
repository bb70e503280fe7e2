/** Where the parts of a résumé begin, in eight languages, and without headings. @module */
import { deepEqual, equal, ok } from "node:assert/strict";
import type { DocumentLine } from "../../workers/protocol.ts";
import { analyseResume } from "./resume.ts";
import type { SectionName } from "./types.ts";

const plain: Omit<DocumentLine, "text"> = {
  page: 0,
  x: null,
  y: null,
  fontSize: 10,
  bold: false,
  bullet: false,
  heading: false,
};

function read(lines: (Partial<DocumentLine> & { text: string })[]) {
  return analyseResume(
    { lines: lines.map((line) => ({ ...plain, ...line })), pages: 1, links: [], flags: [], hidden: [] },
    (text) => text.length / 4,
    "2026-01",
  );
}

const order: SectionName[] = ["summary", "experience", "education", "skills", "languages", "certifications"];

/** In that order: what each language calls them. */
const headings: Record<string, string[]> = {
  English: ["Professional Summary", "Work Experience", "Education", "Technical Skills", "Languages", "Certifications"],
  German: ["Kurzprofil", "Berufserfahrung", "Ausbildung", "Kenntnisse", "Sprachen", "Zertifikate"],
  French: ["Profil", "Expérience professionnelle", "Formation", "Compétences", "Langues", "Certifications"],
  Spanish: ["Perfil", "Experiencia laboral", "Formación académica", "Habilidades", "Idiomas", "Certificaciones"],
  Portuguese: ["Resumo", "Experiência profissional", "Formação acadêmica", "Competências", "Idiomas", "Certificações"],
  Italian: ["Profilo", "Esperienze lavorative", "Istruzione e formazione", "Competenze", "Lingue", "Certificazioni"],
  Dutch: ["Profiel", "Werkervaring", "Opleidingen", "Vaardigheden", "Talen", "Certificaten"],
  Indonesian: ["Ringkasan", "Pengalaman Kerja", "Pendidikan", "Keahlian", "Bahasa", "Sertifikasi"],
};

/** How headings are told from text: by size, weight, capitals, spaced letters, or the format's own mark. */
const styles: [name: string, style: (text: string) => Partial<DocumentLine> & { text: string }][] = [
  ["larger print", (text) => ({ text, fontSize: 14 })],
  ["bold print", (text) => ({ text, bold: true })],
  ["capitals and a colon", (text) => ({ text: `${text.toUpperCase()}:` })],
  [
    "spaced letters",
    (text) => ({ text: [...text.toUpperCase()].map((letter) => letter === " " ? "  " : letter).join(" ") }),
  ],
  ["the format's mark", (text) => ({ text, heading: true })],
  ["text alone", (text) => ({ text })],
];

for (const [language, names] of Object.entries(headings)) {
  Deno.test(`sections: found by their headings in ${language}, however those are printed`, () => {
    for (const [style, print] of styles) {
      const { text, sections } = read([
        { text: "Ada Lindqvist", fontSize: 20 },
        { text: "ada@example.com" },
        ...names.flatMap((
          name,
          i,
        ) => [print(name), { text: `Acme Clinic ${i}, 24 beds and a garden for all who live there` }]),
      ]);
      deepEqual(sections.map(({ name }) => name), ["header", ...order], `${language}, ${style}`);
      equal(sections[0]!.start, 0);
      equal(sections.at(-1)!.end, text.length);
      for (const [i, { start }] of sections.slice(1).entries()) equal(sections[i]!.end, start);
    }
  });
}

Deno.test("sections: a line that only reads like a heading is text where headings are printed as such", () => {
  const { sections } = read([
    { text: "Ada Lindqvist", fontSize: 20 },
    { text: "Experience", bold: true, fontSize: 14 },
    { text: "Nurse, Elm House, 2019 - 2021" },
    { text: "Education" },
    { text: "Skills", bold: true, fontSize: 14 },
    { text: "Triage" },
  ]);
  deepEqual(sections.map(({ name }) => name), ["header", "experience", "skills"]);
});

Deno.test("sections: without headings the jobs, schools and contact details are found all the same", () => {
  const { sections, fields } = read([
    { text: "Ada Lindqvist" },
    { text: "ada@example.com | +44 20 7946 0132" },
    { text: "Nurse, Elm House, May 2019 - June 2021" },
    { text: "Cared for forty people a day.", bullet: true },
    { text: "BSc Nursing, Acme University, 2013 - 2016" },
  ]);
  deepEqual(sections.map(({ name, heading }) => [name, heading]), [["header", null]]);
  equal(fields.name?.value, "Ada Lindqvist");
  deepEqual(fields.experience.map(({ title, company }) => [title, company]), [["Nurse", "Elm House"]]);
  deepEqual(fields.education.map(({ degree, institution }) => [degree, institution]), [["BSc", "Acme University"]]);
  ok(fields.phones.length === 1 && fields.emails.length === 1);
});
