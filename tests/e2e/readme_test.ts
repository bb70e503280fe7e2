/** The README's commands, run as they stand there, and its answers beside the real ones. @module */
import { deepEqual, equal, ok } from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { fixtureFile } from "../harness/files.ts";
import { type Json, session } from "./api.ts";
import { newHome, serve, type Server, until } from "./process.ts";

const readme = await Deno.readTextFile(fileURLToPath(new URL("../../README.md", import.meta.url)));

/** A command of the section, and the answer that is shown below it. */
interface Example {
  command: string;
  shown: string | null;
}

/** In their order. The answer to a refusal has no command of its own. */
function examplesIn(section: string): Example[] {
  const [, text = ""] = new RegExp(`\n## ${section}\n([^]*?)\n## `).exec(readme) ?? [];
  const examples: Example[] = [];
  for (const [, language = "", content = ""] of text.matchAll(/\n```(\w*)\n([^]*?)\n```/g)) {
    const last = examples.at(-1);
    if (language === "sh") examples.push({ command: content, shown: null });
    else if (last?.shown === null) last.shown = content;
    else examples.push({ command: last?.command ?? "", shown: content });
  }
  return examples;
}

/** What is shown, without what was left out at each `…`. */
function parseShown(shown: string): Json {
  const parts = shown.split(/("(?:[^"\\]|\\.)*")/);
  const text = parts.map((part, i) => i % 2 === 1 ? part : part.replaceAll(/\s|…/g, "")).join("");
  return JSON.parse(text.replaceAll(/,+(?=[,\]}])|(?<=[[{]),+/g, ""));
}

/** Holds what is shown to what there is: names and words to the letter, ids, times and fractions by their kind alone. */
function compare(shown: Json, real: Json, place: string): void {
  if (typeof shown === "object" && shown !== null) {
    equal(Array.isArray(shown), Array.isArray(real), place);
    for (const [key, value] of Object.entries(shown)) {
      ok(typeof real === "object" && real !== null && key in real, `${place}/${key} is not in the answer`);
      compare(value, real[key], `${place}/${key}`);
    }
  } else if (typeof shown === "string") {
    equal(typeof real, "string", place);
    const [beginning = "", ...rest] = generalised(shown).split("…");
    const told = generalised(real);
    ok(rest.length > 0 ? told.startsWith(beginning) : told === beginning, `${place}: ${shown} is shown, it is ${real}`);
  } else if (typeof shown === "number" && !Number.isInteger(shown)) equal(typeof real, "number", place);
  else equal(real, shown, place);
}

const generalised = (text: string) =>
  text.replace(/^[0-9a-f]{8}-[0-9a-f]{4}-(…|[0-9a-f-]+)$/, "id").replace(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/, "time")
    .replaceAll(/\d+\.\d+/g, "0.0");

/** Runs commands in one folder, with the variables that the earlier ones have left. */
function shell(cwd: string) {
  const variables: Record<string, string> = {};
  return {
    variables,
    async run(command: string): Promise<Json> {
      const names = [...command.matchAll(/^(\w+)=/gm)].map(([, name = ""]) => name);
      const report = names.map((name) => `printf '${name}=%s\\n' "$${name}" >&3\n`).join("");
      const { code, stdout, stderr } = await new Deno.Command("sh", {
        args: ["-ec", `exec 3>variables\n${command}\n${report}`],
        cwd,
        env: variables,
        stdin: "null",
      }).output();
      equal(code, 0, `${command}\n${new TextDecoder().decode(stderr)}`);
      for (const line of (await Deno.readTextFile(`${cwd}/variables`)).split("\n")) {
        const [name = "", ...value] = line.split("=");
        if (name !== "") variables[name] = value.join("=");
      }
      const text = new TextDecoder().decode(stdout);
      return text === "" ? null : JSON.parse(text);
    },
  };
}

const { success: hasCurl } = await new Deno.Command("sh", { args: ["-c", "command -v curl"], stdout: "null" }).output();

Deno.test({
  name: `the README's eight flows work by its own commands and answer what it shows${
    hasCurl ? "" : " (skipped: needs curl)"
  }`,
  ignore: !hasCurl,
  fn: async () => {
    await using home = await newHome();
    await using server = await serve(home);
    const cwd = await Deno.makeTempDir({ prefix: "job-match-e2e-" });
    await Deno.writeFile(`${cwd}/resume.pdf`, await (await fixtureFile("backend")).bytes());
    await runAll(server, cwd);
    await Deno.remove(cwd, { recursive: true });
  },
});

async function runAll(server: Server, cwd: string): Promise<void> {
  const examples = examplesIn("The eight flows");
  equal(new Set(examples.map(({ command }) => command)).size, 8);
  await until(
    "every part is ready",
    async () => (await session(server.url).send("GET", "/health")).body.status === "ok",
  );
  const { variables, run } = shell(cwd);
  const recruiter = () => session(server.url, variables["token"]);
  const ids: Record<string, string> = {};
  for (const { command, shown } of examples) {
    // What the text says has happened between the commands.
    if (shown?.includes('"rank":2')) await recruiter().upload(await fixtureFile("accountant"), { job_id: ids["job"]! });
    if (shown?.includes("was rejected")) {
      await recruiter().send("PATCH", `/jobs/${ids["job"]}/candidates/${ids["resume"]}`, { status: "rejected" });
    }
    const answer = await run(
      command.replaceAll("http://127.0.0.1:8000", server.url)
        .replaceAll(/^(\w+)=….*$/gm, (_, name) => `${name}=${ids[name]}`),
    );
    if (shown !== null) compare(parseShown(shown), answer, command.slice(0, 60));
    if (answer?.embedding) ids["job"] = answer.id;
    if (answer?.data) ids["resume"] = answer.data[0].resume_id;
  }
  deepEqual(Object.keys(variables).sort(), ["api", "auth", "job", "resume", "token"]);
}
