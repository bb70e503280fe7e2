import { deepEqual, equal, ok } from "node:assert/strict";
import { extractSkills, skillKey } from "./skills.ts";
import type { Section } from "./types.ts";

const named = (text: string, sections: Section[] = []) => [
  ...new Set(extractSkills(text, sections).map(({ skill }) => skill)),
];

function skillsSection(text: string): Section[] {
  return [{ name: "skills", heading: "Skills", start: 0, end: text.length }];
}

Deno.test("a name is not found inside another word", () => {
  ok(!named("JavaScript in the browser").includes("Java"));
  ok(!named("We built reactive streams").includes("React"));
  ok(!named("a capable engineer who goes far").includes("Go"));
});

Deno.test("symbols belong to a name", () => {
  const found = named("C++, C#, .NET, Node.js and CI/CD with PostgreSQL");
  for (const skill of ["C++", "C#", "Node.js", "PostgreSQL"]) ok(found.includes(skill), skill);
  ok(!found.includes("C"));
});

Deno.test("a list without spaces is a list", () => {
  const text = "python,c,java";
  deepEqual(named(text, skillsSection(text)).sort(), ["C", "Java", "Python"]);
});

Deno.test("a word of prose is not the skill that is spelled like it", () => {
  const prose = "We go to the market, spark ideas, excel in service, have access to fish, keep our word, " +
    "lead teams, run each project, and the rust on the pans is gone. Vitamin C helps. R is a letter.";
  deepEqual(named(prose), []);
});

Deno.test("what stands in e-mail and web addresses is no skill", () => {
  deepEqual(named("Write to python@example.com or see https://example.com/docker/kubernetes"), []);
});

Deno.test("a hit says where it stands, in the very words of the text", () => {
  const text = "Built services with Postgres and k8s";
  const hits = extractSkills(text, []);
  ok(hits.length >= 2);
  for (const { start, end, quote } of hits) equal(text.slice(start, end), quote);
  equal(hits.find(({ skill }) => skill === "PostgreSQL")?.kind, "alias");
});

Deno.test("spellings of one skill have one key, and others their own", () => {
  equal(skillKey("Postgres"), skillKey("PostgreSQL"));
  equal(skillKey("Forklift licences"), skillKey("forklift licence"));
  ok(skillKey("Java") !== skillKey("JavaScript"));
  equal(skillKey("  "), "");
});

Deno.test("a long hostile text is read to its end", () => {
  for (const unit of ["c++", "a.", "node.js ", "((((", "C, R, "]) {
    const text = unit.repeat(100_000);
    named(text);
    named(text, skillsSection(text));
  }
});

Deno.test("what a text merely speaks of is no skill, what somebody has or needs is one", () => {
  for (
    const text of [
      "We are a banking company with a passionate backend team.",
      "Our DevOps engineers meet every Monday.",
      "Health insurance and creativity are important to us.",
      "A global leader in financial services, providing cloud-based products.",
    ]
  ) deepEqual(named(text), [], text);
  for (
    const [text, skill] of [
      ["Five years of experience in banking", "Retail banking"],
      ["Strong DevOps skills", "DevOps"],
      ["You manage payroll for 300 people", "Payroll"],
      ["Knowledge of contract law, litigation", "Contract law"],
      ["Agile Software Development Banking IT Consulting", "IT consulting"],
      ["Fluent in German", "German"],
    ] as const
  ) ok(named(text).includes(skill), text);
});

Deno.test("a head chef's résumé yields no technology", () => {
  const text = `Head chef with 12 years in fine dining. I go the extra mile, spark creativity and lead teams.
- Led cooks, with access to the best produce; react quickly in service; no rust on our pans, fresh basil, salt and celery
- Swift service of 200 covers, ruby port, crystal glasses, a flask of stock, pascal celery, vault of wine
- Developed menus; trained commis chefs in knife skills and HACCP; ran each project to open new kitchens`;
  const section: Section = { name: "experience", heading: "Experience", start: 0, end: text.length };
  for (const sections of [[], [section]]) {
    const found = extractSkills(text, sections);
    ok(found.some(({ skill }) => skill === "HACCP"));
    deepEqual(found.filter(({ category }) => !/food|hotel/.test(category)).map(({ quote }) => quote), []);
  }
});

Deno.test("a section that lists only names which are words elsewhere lists skills", () => {
  for (
    const [text, ...skills] of [
      ["- R\n- Go\n- C", "R", "Go", "C"],
      ["Programming: R", "R"],
      ["Programming languages: C and R", "C", "R"],
      ["Languages: Go and Rust", "Go", "Rust"],
      ["Rust", "Rust"],
      ["Excel\nWord\nAccess\nTeams", "Microsoft Excel", "Microsoft Word", "Microsoft Access", "Microsoft Teams"],
      ["Knowledge of C and R", "C", "R"],
    ]
  ) deepEqual(named(text!, skillsSection(text!)), skills, text!);
});

Deno.test("no such name counts where the list is of another trade, of classes or of qualities", () => {
  for (
    const [text, ...skills] of [
      ["Driving licence: B, C", "Driver's license"],
      ["German: C\nFrench: A", "German", "French"],
      ["Assembly\nPacking\nForklift", "Forklift operation"],
      ["Inventory, Assembly"],
      ["Communication, Access, Less stress", "Communication"],
      ["Menu planning, Salt, Toast", "Menu planning"],
      ["Swift response\nGo to market\nLead teams"],
      ["Teams"],
    ]
  ) deepEqual(named(text!, skillsSection(text!)), skills, text!);
});

Deno.test("prose that somebody knows two languages or writes software in one names them, other prose does not", () => {
  deepEqual(named("Knowledge of C and R"), ["C", "R"]);
  deepEqual(named("Experience with Go and Rust is a plus."), ["Go", "Rust"]);
  ok(named("Firmware in C for small devices").includes("C"));
  for (
    const text of [
      "Symphony in C and D for strings",
      "Vitamins in C and R form",
      "Students of grade C and R",
      "J. R. Smith and C. Go",
      "Everybody in R and C wing",
    ]
  ) deepEqual(named(text), [], text);
});
