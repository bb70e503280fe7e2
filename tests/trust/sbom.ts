/**
 * `deno task sbom [FILE]`: the software bill of materials, CycloneDX 1.6, from `deno.lock` and the installed packages;
 * refuses a package whose licence is not one that this project accepts.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import project from "../../deno.json" with { type: "json" };

/** SPDX ids that let anybody use, change and pass on what is built with them. */
const ACCEPTED = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "PostgreSQL",
  "Python-2.0",
  "Unlicense",
  "Zlib",
]);

/** Licences accepted of these alone: native libraries that are loaded as they come, and can be exchanged. */
const ACCEPTED_OF: Record<string, string> = {
  "@img/sharp-libvips-linux-x64": "LGPL-3.0-or-later",
  "@img/sharp-libvips-linuxmusl-x64": "LGPL-3.0-or-later",
};

/** Packages whose `package.json` says nothing, or nothing in SPDX; each was read in the package's other files. */
const READ_BY_HAND: Record<string, string> = {
  "decko@1.2.0": "MIT",
  "duck@0.1.12": "BSD-2-Clause",
  "stickyfill@1.1.1": "MIT",
  "url-template@2.0.8": "BSD-3-Clause",
};

/** A package of the lock. */
export interface Component {
  name: string;
  version: string;
  /** Subresource integrity, as npm gives it. */
  integrity: string;
  /** SPDX expression; `null` where the package is only used on other platforms, and so not installed. */
  license: string | null;
}

interface Lock {
  npm: Record<string, { integrity: string }>;
}

/**
 * Every package of the lock, once, by name and version.
 *
 * @throws {Error} If one that is installed says nothing of its licence.
 */
export async function readComponents(): Promise<Component[]> {
  const lock: Lock = JSON.parse(await Deno.readTextFile(new URL("../../deno.lock", import.meta.url)));
  const found = new Map<string, Component>();
  for (const [key, { integrity }] of Object.entries(lock.npm)) {
    // Behind the first underscore are the versions of the peers.
    const [, name, version] = /^(@?[^@]+)@([^_]+)/.exec(key) ?? [];
    if (!name || !version) throw new Error(`Cannot read deno.lock: ${key}`);
    const license = await licenseOf(name, version);
    found.set(`${name}@${version}`, { name, version, integrity, license });
  }
  return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version));
}

/** Whether the licence, or one of those it lets choose from, is accepted. What is not installed brings none. */
export function isAccepted({ name, license }: Pick<Component, "name" | "license">): boolean {
  if (license === null || ACCEPTED_OF[name] === license) return true;
  const bare = license.replaceAll(/[()]/g, "");
  return bare.split(" OR ").some((choice) => choice.split(" AND ").every((id) => ACCEPTED.has(id.trim())));
}

/** The bill, the same for the same lock. */
export function cycloneDx(components: Component[]) {
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { type: "application", name: "job-match", licenses: [{ expression: project.license }] } },
    components: components.map(({ name, version, integrity, license }) => ({
      type: "library",
      "bom-ref": purl(name, version),
      name,
      version,
      purl: purl(name, version),
      hashes: [{ alg: "SHA-512", content: hex(integrity) }],
      ...(license !== null && { licenses: [{ expression: license }] }),
    })),
  };
}

const purl = (name: string, version: string) => `pkg:npm/${name.replace("@", "%40")}@${version}`;
const hex = (integrity: string) =>
  Uint8Array.from(atob(integrity.replace(/^sha512-/, "")), (letter) => letter.charCodeAt(0)).toHex();

async function licenseOf(name: string, version: string): Promise<string | null> {
  const folder = `../../node_modules/.deno/${name.replace("/", "+")}@${version}/node_modules/${name}/package.json`;
  const text = await Deno.readTextFile(new URL(folder, import.meta.url)).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  });
  if (text === null) return null;
  const { license, licenses } = JSON.parse(text);
  const said = license ?? licenses?.[0];
  const words = READ_BY_HAND[`${name}@${version}`] ?? (typeof said === "object" ? said?.type : said);
  if (typeof words !== "string") throw new Error(`Cannot tell the licence of ${name}@${version}`);
  return words;
}

if (import.meta.main) {
  const components = await readComponents();
  const refused = components.filter((component) => !isAccepted(component));
  for (const { name, version, license } of refused) {
    // deno-lint-ignore no-console -- a command talks to its terminal
    console.error(`Cannot accept ${name}@${version}: its licence is ${license}`);
  }
  if (refused.length > 0) Deno.exit(1);
  const bill = `${JSON.stringify(cycloneDx(components), null, 1)}\n`;
  const [path] = Deno.args;
  // deno-lint-ignore no-console -- a command talks to its terminal
  if (path === undefined) console.log(bill);
  else await Deno.writeTextFile(fileURLToPath(new URL(path, `file://${Deno.cwd()}/`)), bill);
}
