import { deepEqual, equal } from "node:assert/strict";
import { skillEvidence } from "./evidence.ts";
import { IMPLIED_CREDIT, impliedSkills, impliersOf } from "./implied.ts";
import { canonicalSkill } from "./skills.ts";

const text = "Jo Doe\nExperience\nRan PostgreSQL and built the front end in React.\nSkills\nPostgreSQL, React";
const at = text.indexOf("Skills");
const resume = {
  text,
  sections: [
    { name: "header" as const, heading: null, start: 0, end: 7 },
    { name: "experience" as const, heading: "Experience", start: 7, end: at },
    { name: "skills" as const, heading: "Skills", start: at, end: text.length },
  ],
  passages: [],
};
const look = (name: string) => skillEvidence(resume, [{ name, best: null }])[0];

Deno.test("a skill that another one implies is met, with the other's quote and less credit than the word itself", () => {
  const sql = look("SQL");
  deepEqual([sql?.kind, sql?.credit, sql?.section], ["semantic", IMPLIED_CREDIT, "experience"]);
  equal(sql?.quote.includes("PostgreSQL"), true);
  equal(look("JavaScript")?.kind, "semantic");
  equal(look("PostgreSQL")?.kind, "exact");
});

Deno.test("nothing follows from a skill that is only implied, nor the other way round", () => {
  equal(look("MySQL"), null);
  equal(look("TypeScript"), null);
  equal(look("Python"), null);
});

Deno.test("every name in the list of implied skills is the canonical one of a skill of the taxonomy", () => {
  const names = [...impliedSkills()].flatMap((implied) => [implied, ...impliersOf(implied)]);
  deepEqual(names.filter((name) => canonicalSkill(name)?.name !== name), []);
});
