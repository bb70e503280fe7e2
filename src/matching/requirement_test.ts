import { deepEqual, equal } from "node:assert/strict";
import { skillEvidence } from "./evidence.ts";
import { joinChoices, readRequirement, statedMeets } from "./requirement.ts";
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
      ["5+ yrs Python experience", "Python", 5],
      ["Go 5+ years", "Go", 5],
      ["five years of Go", "Go", 5],
      ["experience with Python for 3 years", "Python", 3],
      ["Go (senior, 5+ years)", "Go", 5],
      ["Approx. 5 years in Node.js", "Node.js", 5],
      ["5+ years' exp. in Go", "Go", 5],
      ["two to four years of Java", "Java", 2],
      ["Mindestens drei Jahre Erfahrung in Java", "Java", 3],
      ["5 years of customer service experience", "customer service", 5],
      ["Python experience", "Python", null],
    ] as const
  ) deepEqual(readRequirement(name), { alternatives: [skill], minYears });
});

Deno.test("years of work without a skill name none, and other periods ask for no years", () => {
  for (const name of ["10+ years of experience", "minimum of ten years professional experience"]) {
    deepEqual(readRequirement(name), { alternatives: [], minYears: 10 }, name);
  }
  const others = ["18 years old", "Minimum age 18 years", "Delivery within 2 years", "4-year degree"];
  for (const name of [...others, "customer experience", "5 years of Go, 3 years of Java"]) {
    deepEqual(readRequirement(name), { alternatives: [name], minYears: null }, name);
  }
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

Deno.test("a skill that somebody states meets what it is, what it implies, and no more", () => {
  for (
    const [stated, wanted, how] of [
      ["k8s", "Kubernetes", "named"],
      ["Kubernetes", "Containerization", "implied"],
      ["Containerization", "Kubernetes", null],
      ["AWS", "AWS or GCP", "named"],
      ["AWS or GCP", "AWS or GCP", "named"],
      ["AWS or GCP", "AWS", null],
      ["AWS or GCP", "Cloud computing", "implied"],
      ["Falconry", "falconry", "named"],
      ["5+ years of Python", "3+ years of Python", "named"],
      ["3+ years of Python", "5+ years of Python", null],
      ["5+ years of PostgreSQL", "5+ years of SQL", "implied"],
      ["12 years of experience", "10+ years of experience", "named"],
      ["Python", "10+ years of experience", null],
    ] as const
  ) equal(statedMeets(stated, wanted), how, `${stated} for ${wanted}`);
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

/** Evidence in two dated jobs and a list of skills, read at the end of 2023. */
function lookIn(first: string, second: string, skills: string, dated = true) {
  const jobs = [`Acme, 2019-01 to 2020-12\n${first}`, `Beta, 2021-01 to present\n${second}`];
  const text = `${jobs.join("\n")}\nSkills\n${skills}`;
  const entry = (i: number, startDate: string | null, endDate: string | null) => {
    const start = text.indexOf(jobs[i]!);
    const place = { start, end: start + jobs[i]!.length, startDate, endDate, current: endDate === "present" };
    return { ...place, title: null, company: null, location: null, bullets: [], confidence: 1 };
  };
  const experience = dated
    ? [entry(1, "2021-01", "present"), entry(0, "2019-01", "2020-12")]
    : [entry(1, null, null), entry(0, null, null)];
  const passages = jobs.map((job) => {
    const start = text.indexOf(job);
    return { start, end: start + job.length, section: "experience" as const };
  });
  const resume = { text, sections: [], passages, work: { experience, readOn: "2023-12" } };
  return (name: string, best: { passage: number; cosine: number } | null = null) =>
    skillEvidence(resume, [{ name, best }])[0] ?? null;
}

Deno.test("years of a skill are those of the dated work that mentions it, where there is any", () => {
  const look = lookIn("Wrote Python and Go services.", "Wrote Go services.", "Python, Go, Docker");
  const isMet = (name: string) => look(name) !== null;

  equal(isMet("2 years of Python"), true);
  equal(isMet("5+ years of Python"), false);
  equal(isMet("5+ years of Go"), true);
  equal(isMet("5+ years of Python or Go"), true);
  // No dated work says anything of Docker.
  equal(isMet("5+ years of Docker"), true);
  equal(isMet("5+ years of Rust"), false);
});

Deno.test("years of a skill that is only implied, or shown in part, are looked at as well", () => {
  const look = lookIn("Moved the store to PostgreSQL.", "Tuned MySQL. Drove a forklift in the depot.", "");

  equal(look("SQL")?.kind, "semantic");
  equal(look("2 years of SQL")?.kind, "semantic");
  // Two years of one and three of the other are five of what both imply.
  equal(look("5 years of SQL")?.kind, "semantic");
  equal(look("6 years of SQL"), null);
  const nearest = { passage: 1, cosine: 0.48 };
  equal(look("3 years of forklift depot training", nearest)?.kind, "partial");
  equal(look("5 years of forklift depot training", nearest), null);
  equal(look("3 years of warehouse logistics", { passage: 1, cosine: 0.9 }), null);
});

Deno.test("years of a phrase that nobody has listed are those of the work whose text holds its words", () => {
  const look = lookIn("Planned forklift routes.", "Kept the books.", "forklift route");
  equal(look("2 years of forklift routes")?.kind, "exact");
  equal(look("4 years of forklift routes"), null);
});

Deno.test("years of experience are the dated work added up, quoted by its latest entry", () => {
  const look = lookIn("Kept the books.", "Cooked.", "");
  equal(look("5+ years of experience")?.quote, "Beta, 2021-01 to present");
  equal(look("10+ years of experience"), null);
  const undated = lookIn("Kept the books.", "10+ years of experience in all.", "", false);
  equal(undated("10+ years of experience")?.kind, "exact");
  equal(undated("5+ years of experience"), null);
});
