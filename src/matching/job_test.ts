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

Deno.test("job: what an ad only wishes for is preferred, unless it asks for it elsewhere", () => {
  const preferred = (description: string) =>
    analyseJob({ title: "Engineer", description, requirements: "" }, countTokens).preferred.map(({ skill }) => skill);
  deepEqual(preferred("Required: Python. Nice to have: Docker, Terraform. Docker is a plus."), ["Docker", "Terraform"]);
  deepEqual(preferred("Docker in production. Nice to have: Docker and Terraform."), ["Terraform"]);
  deepEqual(preferred("Python and Docker."), []);
});

Deno.test("job: years that an ad asks for beside a skill are asked for with it, others with none", () => {
  deepEqual(skillsOf("5+ years of Python. At least three years' experience with Docker or Podman, and SQL."), [
    "5+ years of Python",
    "3+ years of Docker or Podman",
    "SQL",
  ]);
  deepEqual(skillsOf("Python is our language.\nPython (5+ years), Docker"), ["5+ years of Python", "Docker"]);
  deepEqual(skillsOf("Experience with Python for 3 years."), ["3+ years of Python"]);
  deepEqual(skillsOf("Python, 5 years of Go"), ["Python", "5+ years of Go"]);
  deepEqual(skillsOf("For 20 years we have sold Python courses. We moved to Docker within 2 years."), [
    "Python",
    "Docker",
  ]);
});

Deno.test("job: skills that an ad names one of are one requirement, whatever their kinds", () => {
  deepEqual(skillsOf("You know either Tableau or Excel, and SQL."), ["Tableau or Microsoft Excel", "SQL"]);
  deepEqual(skillsOf("Either Python, Tableau or Excel."), ["Python, Tableau or Microsoft Excel"]);
});

Deno.test("job: what no list of skills holds is asked for in the ad's own words, where those say so", () => {
  deepEqual(skillsOf("Experience in horse grooming. Forklift licence required."), [
    "horse grooming",
    "Forklift licence",
  ]);
  deepEqual(skillsOf("A valid crane permit, and knowledge of fence repair and hoof care."), [
    "crane permit",
    "fence repair",
  ]);
  deepEqual(skillsOf("Erfahrung in Hufpflege. Staplerschein erforderlich."), ["Hufpflege", "Staplerschein"]);
  for (
    const text of [
      "Experience in a fast-paced environment. No licence required. Travel required.",
      "Experience with our products and with large teams. Knowledge of the industry.",
      "Nice to have: experience in horse grooming.",
      "About us\nWe have experience in horse grooming.",
    ]
  ) deepEqual(skillsOf(text), [], text);
  // Beside known skills, a phrase is more often a circumstance than one of them.
  deepEqual(skillsOf("Experience in horse grooming. Microsoft Excel."), ["Microsoft Excel"]);
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
