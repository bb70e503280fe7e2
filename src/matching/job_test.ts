import { deepEqual } from "node:assert/strict";
import { analyseJob } from "./job.ts";

const countTokens = (text: string) => text.split(/\s+/u).filter((word) => word !== "").length;
const skillsOf = (description: string, requirements = "") =>
  analyseJob({ title: "Engineer", description, requirements }, countTokens).skills.map(({ skill }) => skill);

Deno.test("job: skills that an ad only wishes for are none that it asks for", () => {
  deepEqual(skillsOf("Required: Python and PostgreSQL. Preferred: Kubernetes. Nice to have: Terraform, Docker."), [
    "Python",
    "PostgreSQL",
  ]);
  deepEqual(
    skillsOf("Requirements\n- Python\n- Docker\n\nNice to have\n- Kubernetes\n- Terraform\n\nYour tasks\n- SQL"),
    [
      "Python",
      "Docker",
      "SQL",
    ],
  );
  deepEqual(skillsOf("Docker experience\nPython\n\nNice to have:\nKubernetes experience\nTerraform"), [
    "Docker",
    "Python",
  ]);
  deepEqual(skillsOf("Python is required, Kubernetes is a plus."), ["Python"]);
  deepEqual(skillsOf("Java plus Docker, and an annual bonus. Bonus: Terraform."), ["Java", "Docker"]);
  deepEqual(skillsOf("Kenntnisse in Python. Wünschenswert: Kubernetes."), ["Python"]);
});

Deno.test("job: a skill that is asked for once is asked for, however often it is wished for", () => {
  deepEqual(skillsOf("Experience with Docker is a plus.", "Docker in production"), ["Docker"]);
});

Deno.test("job: boilerplate reaches neither passages nor skills, unless there is nothing else", () => {
  const { passages, skills } = analyseJob({
    title: "Engineer",
    description: "You write Python.\n\nAbout us\nWe use Salesforce and have dental insurance.",
    requirements: "",
  }, countTokens);
  deepEqual([passages.map(({ text }) => text), skills.map(({ skill }) => skill)], [["You write Python."], ["Python"]]);
  deepEqual(
    analyseJob({ title: "Engineer", description: "About us\nWe are nice.", requirements: "" }, countTokens).passages
      .map(({ text }) => text),
    ["About us\nWe are nice."],
  );
});

Deno.test("job: pay, hours, place, physical demands and headings are no part of what an ad asks for", () => {
  const description = `Position Summary:
The nurse plans patient care in our ICU.

Qualifications
- Current RN license
2+ years of ICU experience

Physical Requirements
Ability to lift 50 pounds.

Additional Information
Salary: 100k-130k. Visa sponsorship is not available. Click apply to join us!`;
  const { passages } = analyseJob({ title: "Nurse", description, requirements: "" }, countTokens);
  deepEqual(passages.map(({ text }) => text), [
    "The nurse plans patient care in our ICU.\n- Current RN license\n2+ years of ICU experience",
  ]);
});
