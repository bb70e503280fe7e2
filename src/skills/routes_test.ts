import { deepEqual, equal, ok } from "node:assert/strict";
import { testApp } from "../../tests/harness/app.ts";

Deno.test("skills: found in a text with their place, and refused where the text is none", async () => {
  await using app = await testApp();
  const recruiter = await app.owner();
  const text = "👋 Five years with Postgres and k8s. We are a banking company.";

  const { status, body } = await recruiter.post("/skills/extract", { text });

  equal(status, 200);
  deepEqual(body.skills.map(({ skill, quote, kind }: Record<string, string>) => [skill, quote, kind]), [
    ["PostgreSQL", "Postgres", "alias"],
    ["Kubernetes", "k8s", "alias"],
  ]);
  for (const { start, end, quote } of body.skills) equal(text.slice(start, end), quote);
  deepEqual((await recruiter.post("/skills/extract", { text: "the a of" })).body, { skills: [] });
  for (const bad of [{}, { text: "" }, { text: "a\0b" }, { text: "a", more: 1 }, { text: "x".repeat(200_001) }]) {
    equal((await recruiter.post("/skills/extract", bad)).status, 422);
  }
  equal((await app.request("/api/v1/skills/extract", { method: "POST" })).status, 401);

  // Completion, over names and other spellings.
  const named = async (query: string) =>
    (await recruiter.get(`/skills?${query}`)).body.skills.map(({ name }: { name: string }) => name);
  equal((await named("q=postg"))[0], "PostgreSQL");
  ok((await named("q=k8")).includes("Kubernetes"));
  equal((await named("q=POSTGRESQL"))[0], "PostgreSQL");
  equal((await named("q=c%2B%2B"))[0], "C++");
  deepEqual(await named("q=qqqqqq"), []);
  equal((await named("q=a&limit=3")).length, 3);
  equal((await named("")).length, 20);
  const [first] = (await recruiter.get("/skills?q=C%23")).body.skills;
  deepEqual(first, { id: "c-sharp", name: "C#", category: "programming language", family: "technology" });
  for (const bad of ["limit=0", "limit=101", "limit=x", "q=%00", `q=${"x".repeat(101)}`, "cursor=x"]) {
    equal((await recruiter.get(`/skills?${bad}`)).status, 422, bad);
  }
});
