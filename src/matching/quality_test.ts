/** What makes a reading doubtful. @module */
import { deepEqual, equal, ok } from "node:assert/strict";
import type { DocumentLine } from "../../workers/protocol.ts";
import { analyseResume } from "./resume.ts";

const plain = { page: 0, x: null, y: null, fontSize: 11, bold: false, bullet: false, heading: false };

function read(text: string, first: Partial<DocumentLine> = {}) {
  const lines = text.split("\n").map((line, i): DocumentLine => ({ ...plain, ...(i === 0 ? first : {}), text: line }));
  return analyseResume({ lines, pages: 1, links: [], flags: [], hidden: [] }, (part) => part.length / 4, "2026-03");
}

const resume = (summary: string) =>
  `Ada Lindqvist\nada@example.com\nSummary\n${summary}\nExperience\nNurse, Elm House\nMay 2019 - June 2021\nSkills\nTriage`;

Deno.test("quality: a resume of few words is too short, and kept", () => {
  const { flags, quality, fields } = read(resume("Nurse."));
  deepEqual(flags, ["too_short"]);
  equal(quality, 0.5);
  equal(fields.name?.value, "Ada Lindqvist");
});

Deno.test("quality: a resume in a language that is not read is flagged", () => {
  const { flags } = read(resume(
    "Sjuksköterska med tio års erfarenhet av vård på avdelning och i hemmet. Jag har lett ett lag av åtta och är van vid " +
      "att arbeta både dag och natt, och jag tycker om att lära upp nya kolleger som kommer till oss.",
  ));
  ok(flags.includes("unsupported_language"), flags.join());
});

Deno.test("quality: a large title over prose is neither a person nor a resume", () => {
  const { flags } = read(
    "Quarterly Report\nRevenue rose by four percent while costs fell, and demand is expected to hold through the spring. " +
      "Exchange rates and freight stay uncertain.\nThe board meets again in May to look at prices and at the new depot.",
    { fontSize: 18 },
  );
  ok(flags.includes("not_a_resume"), flags.join());
});

/** Texts that people send by mistake, each with addresses of people. */
const others: Record<string, string[]> = {
  "a list of addresses": [
    "Alice Smith, 12 Rose Street, Leeds LS1 4AP, alice.smith@example.com, 0113 243 0000",
    "Bob Jones, 4 Mill Lane, York YO1 7HH, bob.jones@example.com, 01904 555 000",
    "Carla Reyes, 9 Quay Road, Bristol BS1 5TY, carla.reyes@example.com, 0117 496 0000",
  ],
  "a table of contacts": [
    "Contact list",
    "Name  Phone  E-mail",
    "Alice Smith  0113 243 0000  alice.smith@example.com",
    "Bob Jones  01904 555 000  bob.jones@example.com",
    "Carla Reyes  0117 496 0000  carla.reyes@example.com",
    "Dan Moore  0117 496 0001  dan.moore@example.com",
    "Eve Stone  0117 496 0002  eve.stone@example.com",
    "Fay Wood  0117 496 0003  fay.wood@example.com",
  ],
  "a reference": [
    "Northwind Ltd, 4 Mill Lane, Leeds",
    "12 May 2021",
    "To whom it may concern",
    "I am writing to recommend Ada Example, who worked for us as a warehouse manager from May 2018 to April 2021. She led a team of twelve and was always punctual, honest and calm. She introduced SAP and trained new staff. We were sorry to see her leave, and I recommend her without reservation.",
    "Please contact me with any questions.",
    "Yours faithfully",
    "Bob Jones",
    "Head of Operations",
    "bob.jones@example.com",
  ],
  "a reference with a heading": [
    "Reference for Ada Example",
    "Dear Hiring Manager,",
    "It is my pleasure to recommend Ada Example for the position of nurse. I was her supervisor at Elm House for three years, from 2018 to 2021. In that time she cared for patients with patience and skill. She is a quick learner and a good colleague.",
    "Sincerely,",
    "Carla Reyes",
    "Ward Manager, Elm House",
    "0113 243 0000",
  ],
  "a mail": [
    "From: Bob Jones <bob.jones@example.com>",
    "To: Ada Example <ada@example.com>",
    "Date: 12 May 2021 10:14",
    "Subject: Lunch on Friday",
    "Hi Ada,",
    "are you free for lunch on Friday? There is a new place near the office that does good noodles, and Carla would like to come along as well. We could meet at noon in the lobby and walk over together. Let me know what you think.",
    "Cheers",
    "Bob",
    "+44 20 7946 0132",
  ],
  "the text of a mail": [
    "Hi Ada,",
    "are you free for lunch on Friday? There is a new place near the office that does good noodles, and Carla would like to come along as well. We could meet at noon in the lobby and walk over together. Let me know what you think, and whether you can bring the papers.",
    "Cheers",
    "Bob Jones",
    "bob.jones@example.com",
  ],
  "a team page": [
    "Our team",
    "Alice Smith",
    "Chief Executive Officer",
    "Alice founded Northwind in 2012 after ten years in logistics. She loves boats.",
    "alice@example.com",
    "Bob Jones",
    "Chief Technology Officer",
    "Bob leads engineering and has built systems in Java and Python since 2005.",
    "bob@example.com",
    "Carla Reyes",
    "Head of Sales",
    "Carla joined in 2018 and looks after customers in Spain.",
    "carla@example.com",
  ],
  "an ad in prose": [
    "Warehouse Manager",
    "Northwind Ltd, Leeds",
    "We are a logistics company with two depots. As our new warehouse manager you will lead a team of twelve, plan the routes and keep the stock right. You bring five years of experience and know SAP and Excel. We offer a fair salary and 28 days of holiday.",
    "Send your CV to jobs@example.com or call 0113 243 0000.",
  ],
  "an ad with headings": [
    "Job title: Software Engineer",
    "Location: Leeds",
    "Salary: £50,000",
    "About the role",
    "You will build APIs in TypeScript and PostgreSQL and run them on Kubernetes.",
    "Requirements",
    "- 3 years of experience with Node.js",
    "- Good knowledge of Docker and AWS",
    "Benefits",
    "- Pension, health insurance",
    "How to apply",
    "Send your CV to careers@example.com by 1 June 2024.",
  ],
  "a German ad": [
    "Pflegefachkraft (m/w/d)",
    "Elm House, Leipzig",
    "Für unser Team suchen wir ab Mai 2024 eine Pflegefachkraft. Ihre Aufgaben sind die Pflege der Bewohner und die Planung der Schichten. Sie haben eine Ausbildung und Erfahrung in der Altenpflege. Wir bieten 30 Tage Urlaub.",
    "Bitte senden Sie Ihren Lebenslauf an jobs@example.com.",
  ],
  "a letter": [
    "Ada Example",
    "ada@example.com",
    "Dear Ms Reyes,",
    "I am applying for the post of nurse at Elm House. I have worked on wards for ten years and look forward to hearing from you. In my last post at Acme Hospital I led a team of eight nurses, planned the shifts and trained students. I would be glad to bring this experience to your ward.",
    "Yours sincerely",
    "Ada Example",
  ],
};

Deno.test("quality: lists of people, letters, mails, team pages and ads are not a resume", () => {
  for (const [kind, lines] of Object.entries(others)) {
    ok(read(lines.join("\n")).flags.includes("not_a_resume"), kind);
  }
});

const nurse = "Experience\nNurse, Elm House\nMay 2019 - June 2021\nSkills\nTriage";

Deno.test("quality: what may be no resume of one person is kept and flagged for review", () => {
  for (
    const [kind, text] of [
      [
        "prose without a heading or an entry",
        "I am a nurse with ten years on surgical wards, and look for a post close to home. ".repeat(4),
      ],
      ["three resumes in one file", ["ada", "bob", "eve"].map((who) => `${who}@example.com\n${nurse}`).join("\n")],
      [
        "an ad with a heading of skills",
        "Nurse\nYou care for people, your ward has ten beds, you work by day.\nSkills\nTriage\njobs@example.com",
      ],
    ] as const
  ) {
    const { flags } = read(`Ada Lindqvist\nada.l@example.com\n${text}`);
    ok(flags.includes("kind_uncertain") && !flags.includes("not_a_resume"), `${kind}: ${flags}`);
  }
});

Deno.test("quality: an ad with all headings of a resume is flagged for review, a resume that names nobody is not", () => {
  const parts = "Experience\nThree years in a similar role\nEducation\nACCA or CIMA\nSkills\nExcel, SAP";
  const ad =
    `Accountant\nYour role\nClose the month and prepare the budget.\n${parts}\nSend your CV to jobs@example.com`;
  ok(read(ad).flags.includes("kind_uncertain"));
  ok(!read(`Accountant\nadmin@example.com\n${parts}`).flags.includes("kind_uncertain"));
});

Deno.test("quality: a name, what somebody is and what they can do are kept for review, without any heading or address", () => {
  for (
    const [name, ...lines] of [
      ["Mira O", "Nurse on a surgical ward", "- triage, wound care", "- likes night shifts"],
      ["J. Okafor", "backend dev", "- typescript, docker, postgresql", "- wrote what others run"],
    ]
  ) {
    const { flags } = read([name, ...lines].join("\n"));
    ok(flags.includes("kind_uncertain") && !flags.includes("not_a_resume"), `${name}: ${flags}`);
  }
});

Deno.test("quality: a resume may list referees, and thank or address nobody", () => {
  const referees = ["bob", "eve", "dan"].map((who) => `${who}@example.com`).join("\n");
  const { flags } = read(`${resume("Nurse. ".repeat(30))}\nReferences\n${referees}`);
  deepEqual(flags, []);
});

Deno.test("quality: whatever lowers it is among the reasons", () => {
  const whole = resume("Nurse. ".repeat(30));
  for (
    const [reason, text] of [
      ["no_name", whole.replace("Ada Lindqvist", "Nurse")],
      ["no_contact", whole.replace("ada@example.com", "Nurse")],
      ["no_headings", whole.replace(/^(?:Summary|Experience|Skills)\n/gmu, "")],
      ["no_entries", whole.replace("Nurse, Elm House\nMay 2019 - June 2021", "On wards")],
    ] as const
  ) {
    const { flags, quality } = read(text);
    ok(flags.includes(reason) && quality < 1, `${reason}: ${flags} ${quality}`);
  }
  const { flags, quality } = read(whole);
  deepEqual([flags, quality], [[], 1]);
});
