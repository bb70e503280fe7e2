import { deepEqual } from "node:assert/strict";
import { REQUIREMENTS_MAX, requirementSentences } from "./requirements.ts";

const sentencesOf = (requirements: string, description = "Builds things.") =>
  requirementSentences({ description, requirements });

Deno.test("requirements: each sentence, line and bullet once, without headings and boilerplate", () => {
  deepEqual(sentencesOf("Docker experience\nPostgreSQL in production"), [
    "Docker experience",
    "PostgreSQL in production",
  ]);
  deepEqual(
    sentencesOf("What you bring:\n- Runs Node.js. Knows .NET 8.0 well!\n• SQL; Python\n- SQL\n\nBenefits\nFree lunch"),
    ["Runs Node.js.", "Knows .NET 8.0 well!", "SQL", "Python"],
  );
});

Deno.test("requirements: an abbreviation ends no sentence, a full stop behind a name does", () => {
  const whole = [
    "Knowledge of e.g. Python, Go.",
    "B.Sc. degree in physics, or Ph.D.",
    "Approx. 5 years in Node.js.",
    "5+ years' exp. in Go.",
    "Gute Kenntnisse, z. B. in Java.",
  ];
  for (const sentence of whole) deepEqual(sentencesOf(sentence), [sentence], sentence);
  deepEqual(sentencesOf("We use Vue.js. Docker is a must. Go!"), ["We use Vue.js.", "Docker is a must.", "Go!"]);
});

Deno.test("requirements: the description where there are none, nothing for an empty text, and never too many", () => {
  deepEqual(sentencesOf(" \n--- "), ["Builds things."]);
  deepEqual(requirementSentences({ description: "", requirements: "" }), []);
  deepEqual(sentencesOf(Array.from({ length: 500 }, (_, i) => `Sentence ${i}.`).join(" ")).length, REQUIREMENTS_MAX);
});
