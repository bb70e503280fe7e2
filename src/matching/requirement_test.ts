import { deepEqual, equal } from "node:assert/strict";
import { skillEvidence } from "./evidence.ts";
import { joinChoices, readRequirement } from "./requirement.ts";
import { extractSkills } from "./skills.ts";

const alternatives = (name: string) => readRequirement(name).alternatives;
const chosen = (text: string) => joinChoices(text, extractSkills(text, [])).map(({ skill }) => skill);

Deno.test("a required skill that leaves the choice is taken apart, one that is whole is not", () => {
  deepEqual(alternatives("AWS or GCP"), ["AWS", "GCP"]);
  deepEqual(alternatives("AWS, Azure, or GCP experience"), ["AWS", "Azure", "GCP"]);
  deepEqual(alternatives("React/Vue"), ["React", "Vue"]);
  deepEqual(alternatives("React/Vue or Svelte"), ["React", "Vue", "Svelte"]);
  deepEqual(alternatives("PostgreSQL or similar"), ["PostgreSQL"]);
  deepEqual(alternatives("either Java and/or Kotlin"), ["Java", "Kotlin"]);
  const whole = ["CI/CD", "TCP/IP", "client/server", "C++", "Research and development", "or", "/", ""];
  for (const name of whole) deepEqual(alternatives(name), [name]);
  const sentence = "A degree in computer science or several years in a comparable and demanding role";
  deepEqual(alternatives(sentence), [sentence]);
});

Deno.test("years that a required skill asks for are read, and are no part of its name", () => {
  for (
    const [name, skill, minYears] of [
      ["5+ years of Python", "Python", 5],
      ["At least 3 years' experience with Go", "Go", 3],
      ["2-4 yrs of hands-on experience in Kubernetes", "Kubernetes", 2],
      ["Java (8+ years)", "Java", 8],
      ["Python 3", "Python 3", null],
      ["5 years", "5 years", null],
    ] as const
  ) deepEqual(readRequirement(name), { alternatives: [skill], minYears });
});

Deno.test("either of two skills meets a choice, and the quote says which", () => {
  const text = "Moved the store to GCP.\nWrote screens in Vue.";
  const met = skillEvidence({ text, sections: [], passages: [] }, [
    { name: "AWS or GCP", best: null },
    { name: "React/Vue", best: null },
    { name: "5+ years of Vue", best: null },
    { name: "AWS or Azure", best: null },
  ]);
  deepEqual(met.map((evidence) => evidence?.quote ?? null), [
    "Moved the store to GCP.",
    "Wrote screens in Vue.",
    "Wrote screens in Vue.",
    null,
  ]);
  equal(met[0]?.credit, 1);
});

Deno.test("skills between which an ad leaves the choice are one, others stay apart", () => {
  deepEqual(chosen("Experience with AWS or GCP"), ["AWS or Google Cloud Platform"]);
  deepEqual(chosen("React, Vue or Angular; Docker"), ["React, Vue.js or Angular", "Docker"]);
  deepEqual(chosen("MySQL/PostgreSQL, Redis"), ["MySQL or PostgreSQL", "Redis"]);
  deepEqual(chosen("Python, AWS or GCP"), ["Python", "AWS or Google Cloud Platform"]);
  deepEqual(chosen("Python, Java, Kotlin"), ["Python", "Java", "Kotlin"]);
  deepEqual(chosen("Docker and Kubernetes"), ["Docker", "Kubernetes"]);
  // A long row is a list, and costs no more than its length.
  for (const row of ["Python, ", "Python/", "Java/Python/"]) equal(chosen(row.repeat(20_000)).length % 10_000, 0, row);
});

Deno.test("years of a skill are those of the dated work that mentions it, where there is any", () => {
  const jobs = [
    "Acme, 2019-01 to 2020-12\nWrote Python and Go services.",
    "Beta, 2021-01 to present\nWrote Go services.",
  ];
  const text = `${jobs.join("\n")}\nSkills\nPython, Go, Docker`;
  const entry = (i: number, startDate: string, endDate: string) => {
    const start = text.indexOf(jobs[i]!);
    const place = { start, end: start + jobs[i]!.length, startDate, endDate, current: endDate === "present" };
    return { ...place, title: null, company: null, location: null, bullets: [], confidence: 1 };
  };
  const work = { experience: [entry(0, "2019-01", "2020-12"), entry(1, "2021-01", "present")], readOn: "2023-12" };
  const isMet = (name: string) =>
    skillEvidence({ text, sections: [], passages: [], work }, [{ name, best: null }])[0] !== null;

  equal(isMet("2 years of Python"), true);
  equal(isMet("5+ years of Python"), false);
  equal(isMet("5+ years of Go"), true);
  equal(isMet("5+ years of Python or Go"), true);
  // No dated work says anything of Docker.
  equal(isMet("5+ years of Docker"), true);
  equal(isMet("5+ years of Rust"), false);
});
