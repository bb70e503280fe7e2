import { deepEqual, equal, ok } from "node:assert/strict";
import { testApp } from "../../tests/harness/app.ts";
import { impliableSkills, loadSkillVectors } from "../compute/skill_vectors.ts";
import { openModel } from "../compute/model.ts";

Deno.test("GET /jobs/{id}?include=suggestions names skills that the text implies, with the sentence, and adds none", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const job = await recruiter.job({
    title: "Ward nurse",
    description: "You join a team of twelve on a surgical ward.",
    requirements:
      "- Look after patients after their operation\n- Dress wounds\n- Plan the shifts of the ward\n- Phlebotomy",
    skills_required: ["Shift scheduling"],
  });

  const { status, body } = await recruiter.get(`/jobs/${job.id}?include=suggestions`);

  equal(status, 200);
  const names = body.skills_suggested.map(({ name }: { name: string }) => name);
  for (const name of ["Post-operative care", "Wound care"]) ok(names.includes(name), names.join(", "));
  for (const name of ["Shift scheduling", "Phlebotomy"]) ok(!names.includes(name), name);
  equal(
    body.skills_suggested.find(({ name }: { name: string }) => name === "Wound care").quote,
    "Dress wounds",
  );
  ok(body.skills_suggested.every(({ similarity }: { similarity: number }) => similarity >= 0.5));
  const { body: plain } = await recruiter.get(`/jobs/${job.id}`);
  equal(plain.skills_suggested, undefined);
  deepEqual(plain.skills_required, ["Shift scheduling"]);
});

Deno.test("every field and activity of the taxonomy has its vector, of the shipped model", async () => {
  const vectors = await loadSkillVectors();
  equal(vectors.model, (await openModel()).id);
  const missing = impliableSkills().filter(({ id }) => !vectors.ids.has(id)).map(({ name }) => name);
  deepEqual(missing, [], "The taxonomy changed: run `deno task taxonomy vectors`");
});
