/**
 * The module graph as Deno itself sees it.
 *
 * @module
 */
import { relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Arrow } from "./rules.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Every TypeScript file below the folders, as paths below the project. */
export async function sourceFiles(...folders: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    for await (const entry of Deno.readDir(new URL(`../../${folder}`, import.meta.url))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory) found.push(...await sourceFiles(path));
      else if (entry.name.endsWith(".ts")) found.push(path);
    }
  }
  return found.sort();
}

interface Info {
  modules: {
    specifier: string;
    error?: string;
    dependencies?: { specifier: string; code?: unknown; type?: { specifier?: string } }[];
  }[];
}

/**
 * The imports of the files.
 *
 * @throws {Error} If one of the modules does not resolve.
 */
export async function readArrows(files: string[]): Promise<Arrow[]> {
  const entry = await Deno.makeTempFile({ suffix: ".ts" });
  try {
    const lines = files.map((file) => `import ${JSON.stringify(pathToFileURL(`${root}/${file}`).href)};`);
    await Deno.writeTextFile(entry, lines.join("\n"));
    const { code, stdout, stderr } = await new Deno.Command("deno", {
      args: ["info", "--json", "--config", `${root}/deno.json`, entry],
      cwd: root,
    }).output();
    if (code !== 0) throw new Error(`Cannot read the module graph: ${new TextDecoder().decode(stderr)}`);
    const info: Info = JSON.parse(new TextDecoder().decode(stdout));
    const broken = info.modules.find(({ error }) => error !== undefined);
    if (broken) throw new Error(`Cannot read the module graph: ${broken.error}`);
    return info.modules.filter(({ specifier }) => specifier.startsWith("file:") && !specifier.includes(entry))
      .flatMap(({ specifier, dependencies }) => {
        const from = pathBelow(specifier);
        return (dependencies ?? []).map(({ specifier: to, code }): Arrow => ({
          from,
          to: to.startsWith(".") ? pathBelow(new URL(to, specifier).href) : to,
          typeOnly: code === undefined,
        }));
      });
  } finally {
    await Deno.remove(entry);
  }
}

const pathBelow = (url: string) => relative(root, fileURLToPath(url)).replaceAll("\\", "/");
