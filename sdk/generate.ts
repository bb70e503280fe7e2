/**
 * Generates the clients in `sdk/typescript` and `sdk/python` from the OpenAPI document. Needs npm and Python 3 on the
 * path. The versions of the generators are in `sdk/typescript/package.json` and `sdk/python/generator.txt`.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openApiDocument } from "../src/openapi_document.ts";

const sdk = dirname(fileURLToPath(import.meta.url));

/** What is written by hand in the Python package; everything else there is generated. */
const HAND_WRITTEN = ["py.typed", "answers.py", "session.py"];

/** The function of a generated module that waits for the answer, and what it says it gives. */
const SYNC = /^def sync\([^)]*\) -> (.+):$/m;
/** Of that, what `Answer` makes an error of, and what comes of answers without a body: 204, 304. */
const NOT_GIVEN = ["Any", "Problem", "None"];

if (import.meta.main) {
  const workDir = await Deno.makeTempDir({ prefix: "job-match-sdk-" });
  try {
    const document = join(workDir, "openapi.json");
    await Deno.writeTextFile(document, JSON.stringify(await openApiDocument(), null, 2));
    await Promise.all([generateTypeScript(workDir, document), generatePython(workDir, document)]);
  } finally {
    await Deno.remove(workDir, { recursive: true });
  }
}

async function generateTypeScript(workDir: string, document: string): Promise<void> {
  const copy = join(workDir, "typescript");
  await Deno.mkdir(join(copy, "src"), { recursive: true });
  for (const file of ["package.json", "package-lock.json", "generate.mjs"]) {
    await Deno.copyFile(join(sdk, "typescript", file), join(copy, file));
  }
  await run(copy, "npm", "ci", "--silent", "--no-audit", "--no-fund");
  await run(copy, "npm", "run", "--silent", "generate", document);
  await Deno.copyFile(join(copy, "src/schema.ts"), join(sdk, "typescript/src/schema.ts"));
}

async function generatePython(workDir: string, document: string): Promise<void> {
  const python = join(sdk, "python");
  const bin = join(workDir, "venv/bin");
  await run(workDir, "python3", "-m", "venv", "venv");
  await run(workDir, join(bin, "pip"), "install", "--quiet", "--requirement", join(python, "generator.txt"));
  const made = join(workDir, "job_match");
  const generator = [join(bin, "openapi-python-client"), "generate", "--meta", "none", "--fail-on-warning"];
  const where = ["--path", document, "--config", join(python, "generator.yaml"), "--output-path", made];
  // The generator formats with the ruff that it finds on the path.
  await run(workDir, "env", `PATH=${bin}:${Deno.env.get("PATH")}`, ...generator, ...where);
  for await (const { name } of Deno.readDir(made)) {
    if (name.startsWith(".")) await Deno.remove(join(made, name), { recursive: true });
  }
  for (const name of HAND_WRITTEN) await Deno.copyFile(join(python, "job_match", name), join(made, name));
  await Deno.writeTextFile(join(made, "operations.py"), await operationsModule(join(made, "api")));
  await Deno.remove(join(python, "job_match"), { recursive: true });
  await run(workDir, "cp", "-R", made, join(python, "job_match"));
}

/** A Python module with every operation below `api` as one function, see `answers.py`. */
async function operationsModule(api: string): Promise<string> {
  const models = new Set<string>();
  const imports: string[] = [];
  const functions: string[] = [];
  for await (const tag of Deno.readDir(api)) {
    if (!tag.isDirectory) continue;
    for await (const { name } of Deno.readDir(join(api, tag.name))) {
      const [, answers] = SYNC.exec(await Deno.readTextFile(join(api, tag.name, name))) ?? [];
      if (answers === undefined) continue;
      const operation = name.replace(".py", "");
      const given = answers.split(" | ").filter((type) => !NOT_GIVEN.includes(type));
      for (const type of given) if (type !== "str" && type !== "File") models.add(type);
      imports.push(`from .api.${tag.name} import ${operation} as _${operation}`);
      functions.push(`${operation} = Answer[${given.join(" | ") || "None"}].of(_${operation}.sync)`);
    }
  }
  return [
    '"""Every operation as a function that gives the body of its answer, or raises JobMatchError."""',
    "",
    "from .answers import Answer",
    ...imports.sort(),
    ...[...models].sort().map((model) => `from .models import ${model}`),
    "from .types import File",
    "",
    ...functions.sort(),
    "",
  ].join("\n");
}

/** Runs a program silently. */
async function run(cwd: string, program: string, ...args: string[]): Promise<void> {
  const { success, stdout, stderr } = await new Deno.Command(program, { args, cwd, env: { NO_COLOR: "1" } }).output();
  if (success) return;
  const said = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes)).join("");
  throw new Error(`Cannot generate: ${program} ${args.join(" ")} failed\n${said}`);
}
