import { deepEqual, equal } from "node:assert/strict";
import { hiddenTextDocx, hiddenTextPdf } from "../../tests/fixtures/hostile.ts";
import { createDocuments } from "../compute/documents.ts";
import { defaultModelFolder } from "../compute/model.ts";
import { loadTokenCounter } from "../compute/tokens.ts";
import { people, type Person } from "../demo/people.ts";
import { createLog } from "../log.ts";
import { analyseResume } from "../matching/resume.ts";
import type { DocumentFormat } from "../../workers/protocol.ts";
import { madePairs, resumeText } from "./matching_pairs.ts";
import { type ScoredPair, scorePairs } from "./matching_score.ts";
import { readDocument } from "./sources.ts";

/** The most that a score may move, of 1. */
const ALLOWED = 0.005;

interface Identity {
  name: string;
  pronouns: [subject: string, object: string, possessive: string];
  gender: string;
  email: string;
  phone: string;
  address: string;
  birth: string;
  age: number;
  photo: string;
}

const identity = (
  name: string,
  pronouns: Identity["pronouns"],
  gender: string,
  phone: string,
  address: string,
  birth: string,
  photo: string,
): Identity => ({
  name,
  pronouns,
  gender,
  email: `${name.toLowerCase().normalize("NFD").replace(/[^a-z ]/gu, "").replaceAll(" ", ".")}@example.com`,
  phone,
  address,
  birth,
  age: 2026 - Number(birth.slice(-4)),
  photo,
});
const she: Identity["pronouns"] = ["she", "her", "her"];
const he: Identity["pronouns"] = ["he", "him", "his"];
const they: Identity["pronouns"] = ["they", "them", "their"];

const identities: [Identity, Identity][] = [
  [
    identity(
      "Emily Clark",
      she,
      "Female",
      "+44 20 7946 0101",
      "12 Mill Lane, Leeds LS1 4AP",
      "03.04.1998",
      "photo.jpg",
    ),
    identity("Tunde Adeyemi", he, "Male", "+234 802 345 6789", "4 Bode Thomas Street, Lagos", "11.09.1969", "none"),
  ],
  [
    identity("Jürgen Weiß", he, "Male", "+49 30 901820", "Hauptstraße 5, 10115 Berlin", "21.01.1971", "attached"),
    identity("Fatima al Sayed", she, "Female", "+971 50 123 4567", "Al Wasl Road 9, Dubai", "02.02.2000", "on file"),
  ],
  [
    identity("Wei Zhang", they, "Non-binary", "+86 139 1099 8888", "88 Jianguo Road, Beijing", "30.12.1990", "yes"),
    identity("John Smith", he, "Male", "+1 212 555 0123", "350 Fifth Avenue, New York, NY 10118", "15.06.1964", "no"),
  ],
  [
    identity("Priya Raghavan", she, "Female", "+91 98765 43210", "14 MG Road, Bengaluru 560001", "09.08.1995", "a.png"),
    identity("Olaf Berg", he, "Male", "+47 21 98 76 54", "Storgata 1, 0155 Oslo", "01.01.1959", "b.png"),
  ],
];

const headers: ((who: Identity, headline: string) => string[])[] = [
  (who, headline) => [who.name, headline, `${who.email} | ${who.phone} | ${who.address}`],
  (
    who,
    headline,
  ) => [`${who.name} (${who.pronouns.slice(0, 2).join("/")})`, headline, who.address, `${who.email} • ${who.phone}`],
  (who, headline) => [
    "Curriculum Vitae",
    `Name: ${who.name}`,
    `Date of birth: ${who.birth}`,
    `Age: ${who.age}`,
    `Gender: ${who.gender}`,
    `Address: ${who.address}`,
    `Phone: ${who.phone}`,
    `E-mail: ${who.email}`,
    `Photo: ${who.photo}`,
    headline,
  ],
  (
    who,
    headline,
  ) => [who.name.toUpperCase(), `${who.address}, ${who.phone}, ${who.email}`, `${headline}, ${who.age} years old`],
  (
    who,
    headline,
  ) => [`${who.name}, ${headline}`, `Pronouns: ${who.pronouns.join("/")}`, who.phone, who.email, who.address],
];

const title = ({ gender }: Identity) => gender === "Male" ? "Mr." : gender === "Female" ? "Ms." : "Mx";
const [unlike, shared] = ["k7x2@example.com", "+44 20 7946 0000"];

/** Where no address repeats the name, and what says who somebody is stands in prose or on two lines. */
const barer: ((who: Identity, headline: string) => string[])[] = [
  (who, headline) => [`${title(who)} ${who.name}`, headline, ...who.address.split(/, (.*)/u), who.email, who.phone],
  (who, headline) => [who.name.replace(/^(\S+).* (\S+)$/u, "$2, $1"), headline, unlike, shared],
  (who, headline) => [who.name.toLowerCase(), headline, unlike, shared],
  (who, headline) => [headline, unlike, shared, "", "Summary", `Hi, I am ${who.name} and like the work.`],
];

/** What people say of themselves in prose. */
const said: ((who: Identity) => string)[] = [
  (who) => `Born in ${who.birth.slice(-4)}.`,
  (who) => `I was born on ${who.birth} and like the work.`,
  (who) => `I'm ${who.age} and like the work.`,
  (who) => `${title(who)} ${who.name.split(" ").at(-1)} likes the work.`,
];

/** The résumé of a made person under another identity; their summary speaks of them in the third person. */
function resumeOf(person: Person, who: Identity, header: (typeof headers)[number]): string {
  const [subject, object, possessive] = who.pronouns;
  const body = resumeText(person).split("\nSummary\n")[1]!;
  const [first] = who.name.split(" ");
  return [
    ...header(who, person.headline),
    "",
    "Summary",
    `${first} is known for ${possessive} calm. Colleagues ask ${object} first, and ${subject} answers.`,
    // Made summaries say "she" or "he" where they say anything.
    body.replaceAll(/\b(?:she|he)\b/gu, subject),
  ].join("\n");
}

/** The pairs of a job and a résumé, "… 0" and "… 1", whose scores are further apart than allowed. */
function movedBetweenSides(scored: readonly ScoredPair[]): { job: string; resume: string; by: number }[] {
  const scoreOf = new Map(scored.map(({ job, resume, scores }) => [`${job} ${resume}`, scores.match_score]));
  return scored.filter(({ resume }) => resume.endsWith(" 0")).map(({ job, resume }) => {
    const [before, after] = [0, 1].map((side) => scoreOf.get(`${job} ${resume.slice(0, -1)}${side}`)!);
    return { job, resume, by: Math.abs(before! - after!) };
  }).filter(({ by }) => !(by <= ALLOWED));
}

Deno.test("fairness: another name, gender, e-mail, phone, address, age or photo moves no score by more than .005", async () => {
  const { jobs } = madePairs();
  const made = Object.values(people);
  const resumes = Array.from({ length: 20 }, (_, i) =>
    identities[i % identities.length]!.map((who, side) => ({
      id: `${i} ${side}`,
      text: resumeOf(made[i % made.length]!, who, headers[i % headers.length]!),
    }))).flat();
  const labels = resumes.flatMap(({ id }) => jobs.map((job) => ({ job: job.id, resume: id, label: 0 })));

  const scored = await scorePairs({ jobs, resumes, labels }, () => {});

  equal(scored.length, 40 * jobs.length);
  deepEqual(movedBetweenSides(scored), []);
});

// A required skill that is found in a name or a street is worth .4 / the number of required skills.
Deno.test("fairness: a name or an address that is spelled like a skill of the job moves no score by more than .005", async () => {
  const { jobs } = madePairs();
  const skills = ["Docker", "Python", "Excel", "Forecasting", "Jenkins", "Ruby", "Swift", "Salesforce"];
  const wanted = [
    ...jobs,
    { ...jobs[0]!, id: "named", skills_required: skills },
    { ...jobs[0]!, id: "one", skills_required: ["Jenkins"] },
  ];
  const made = Object.values(people);
  const [plain] = identities[0]!;
  const resumes = made.flatMap((person, i) => {
    const header = headers[i % headers.length]!;
    return [
      { id: `${i}`, text: resumeOf(person, plain, header) },
      ...[skills[i]!, skills[(i + 2) % skills.length]!].flatMap((skill) => [
        { id: `${i} last ${skill}`, text: resumeOf(person, { ...plain, name: `Emily ${skill}` }, header) },
        { id: `${i} first ${skill}`, text: resumeOf(person, { ...plain, name: `${skill} Clark` }, header) },
        {
          id: `${i} street ${skill}`,
          text: resumeOf(person, { ...plain, address: `12 ${skill} Road, Leeds LS1 4AP` }, header),
        },
      ]),
    ];
  });
  const labels = resumes.flatMap(({ id }) => wanted.map((job) => ({ job: job.id, resume: id, label: 0 })));

  const scored = await scorePairs({ jobs: wanted, resumes, labels }, () => {});

  const before = new Map(scored.map(({ job, resume, scores }) => [`${job} ${resume}`, scores.match_score]));
  const moved = scored.map(({ job, resume, scores }) => ({
    job,
    resume,
    by: Math.abs(scores.match_score - before.get(`${job} ${resume.split(" ")[0]}`)!),
  }));
  equal(moved.length, 7 * made.length * wanted.length);
  deepEqual(moved.filter(({ by }) => by > ALLOWED), []);
});

Deno.test("fairness: a name that no address repeats, an address on two lines, birth, age and title in prose move none either", async () => {
  const { jobs } = madePairs();
  const made = Object.values(people);
  const resumes = barer.flatMap((header, h) =>
    identities.flatMap((pair, k) =>
      pair.map((who, side) => {
        const person = made[(h + k) % made.length]!;
        const known = h === 0 ? said[k]!(who) : "";
        const [, rest] = resumeText(person).split("\nSummary\n");
        const text = [
          ...header(who, person.headline),
          "",
          "Profile",
          known,
          rest!.replaceAll(/\b(?:she|he)\b/gu, "they"),
        ];
        return { id: `${h}${k} ${side}`, text: text.join("\n") };
      })
    )
  );
  const labels = resumes.flatMap(({ id }) => jobs.map((job) => ({ job: job.id, resume: id, label: 0 })));

  const scored = await scorePairs({ jobs, resumes, labels }, () => {});

  deepEqual(movedBetweenSides(scored), []);
});

Deno.test("fairness: text that no reader sees changes nothing that is scored", async () => {
  const documents = createDocuments({ log: createLog({ level: "silent", format: "json" }) });
  const countTokens = await loadTokenCounter(defaultModelFolder);
  const visible = resumeText(people.nurse).split("\n").filter((line) => line !== "").slice(0, 30);
  const stuffed = "Expert in TypeScript, PostgreSQL, Docker and Kubernetes";
  const read = async (bytes: Uint8Array, format: DocumentFormat) => {
    const { passages, head, skills } = analyseResume(
      await readDocument(documents, bytes, format),
      countTokens,
      "2026-11",
    );
    return { passages, head, skills };
  };
  try {
    deepEqual(
      await read(await hiddenTextPdf(visible, stuffed), "pdf"),
      await read(await hiddenTextPdf(visible, ""), "pdf"),
    );
    deepEqual(await read(hiddenTextDocx(visible, stuffed), "docx"), await read(hiddenTextDocx(visible, ""), "docx"));
  } finally {
    await documents.close();
  }
});
