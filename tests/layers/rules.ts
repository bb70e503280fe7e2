/**
 * Which module may import which: the list of layers in docs/architecture.md, as data.
 *
 * @module
 */

/** One import: `from` and own targets are paths below the project, other targets are bare specifiers (`hono`, `node:path`). */
export interface Arrow {
  from: string;
  to: string;
  /** True for `import type`: nothing is loaded at run time. */
  typeOnly: boolean;
}

interface Layer {
  name: string;
  files: RegExp;
  /** Names of the layers it may import besides itself. `type:` in front allows types only. */
  imports: string[];
}

const features = "accounts|analytics|company|interviews|jobs|matches|operations|resumes|skills";

/** From the bottom up. A file belongs to the first layer whose pattern it meets. */
const layers: Layer[] = [
  { name: "tests", files: /_test\.ts$|^(tests|bench)\//, imports: ["*"] },
  { name: "protocol", files: /^workers\/protocol\.ts$/, imports: [] },
  { name: "errors", files: /^src\/errors\.ts$/, imports: [] },
  { name: "version check", files: /^src\/version_check\.ts$/, imports: ["errors"] },
  { name: "opaque tokens", files: /^src\/opaque_tokens\.ts$/, imports: [] },
  { name: "config", files: /^src\/config\.ts$/, imports: [] },
  {
    name: "services",
    files: /^src\/services\.ts$/,
    imports: ["type:protocol", "type:matching", "type:db", "type:features"],
  },
  { name: "matching", files: /^src\/matching\//, imports: ["type:protocol"] },
  { name: "parts", files: /^src\/(log|metrics|passwords)\.ts$/, imports: ["errors", "type:services"] },
  { name: "db", files: /^src\/db\//, imports: ["errors", "config", "type:services", "type:matching"] },
  { name: "cache", files: /^src\/cache\//, imports: ["errors", "type:config", "type:services"] },
  { name: "compute", files: /^src\/compute\//, imports: ["protocol", "errors", "type:services", "matching"] },
  { name: "threads", files: /^workers\//, imports: ["protocol", "matching", "compute"] },
  { name: "tasks", files: /^src\/tasks\//, imports: ["errors", "type:services", "db"] },
  { name: "http", files: /^src\/http\//, imports: ["errors", "version check", "opaque tokens", "type:services", "db"] },
  {
    name: "faces",
    files: new RegExp(`^src/(${features}|health)/([a-z_]+_)?(routes|wire)\\.ts$`),
    imports: ["errors", "type:services", "matching", "db", "compute", "http", "features"],
  },
  {
    name: "features",
    files: new RegExp(`^src/(${features})/`),
    imports: ["type:protocol", "errors", "version check", "opaque tokens", "type:services", "matching", "db"],
  },
  {
    name: "ingest",
    files: /^src\/ingest\.ts$/,
    imports: ["type:protocol", "errors", "type:services", "matching", "features"],
  },
  { name: "app", files: /^src\/app\.ts$/, imports: ["type:services", "http", "faces"] },
  { name: "demo", files: /^src\/demo(\.ts$|\/)/, imports: [] },
  { name: "eval", files: /^src\/eval(\.ts$|\/)/, imports: ["*"] },
  {
    name: "roots",
    files: /^src\/(main|handler|background|backup|restore|rematch|freshen|start|taxonomy|[a-z]+_[a-z]+)\.ts$/,
    imports: ["*"],
  },
];

/** Packages with one owner: a driver, a native module or a framework that only its adapter may know. */
const owners: [RegExp, RegExp][] = [
  [/^pg$|^drizzle-orm\/(node-postgres|pglite)/, /^src\/db\//],
  [/^@electric-sql\//, /^src\/db\/|^workers\/make_database\.ts$/],
  [/^pg-boss/, /^src\/tasks\//],
  [/^prom-client$/, /^src\/metrics\.ts$/],
  [/^redis$/, /^src\/cache\/redis\.ts$/],
  [/^@upstash\//, /^src\/cache\/upstash\.ts$/],
  [/^@node-rs\/bcrypt$/, /^src\/passwords\.ts$/],
  [/^(jose|hono|@hono\/.+)(\/|$)/, /^src\/http\//],
  [/^onnxruntime-node$/, /^workers\/session\.ts$/],
  [/^(unpdf|saxen|fflate)$/, /^(workers|src\/demo)\/|^src\/resumes\/archive\.ts$/],
  [/^(pdf-lib|docx)$/, /^src\/(demo|eval)\//],
  [/^zod$/, /^src\/(resumes\/json_resume_schema\.ts$|config\.ts$|compute\/|eval\/)/],
];

/** What a pure module cannot name: the clock, chance, the network, the machine. */
const impure =
  /\bDeno\.|\bDate\.now\b|\bnew Date\(\)|\bperformance\.|\bMath\.random\b|\bcrypto\.|\bfetch\(|\bsetTimeout\b|\bconsole\./;

const layerOf = (path: string) => layers.find(({ files }) => files.test(path));
const isOwn = (target: string) => target.endsWith(".ts");

/** Every forbidden arrow, one sentence each. */
export function wrongArrows(arrows: Arrow[]): string[] {
  return arrows.flatMap((arrow) => {
    const reason = isOwn(arrow.to) ? wrongOwn(arrow) : wrongPackage(arrow);
    return reason === null ? [] : [`${arrow.from} -> ${arrow.to}: ${reason}`];
  });
}

function wrongOwn({ from, to, typeOnly }: Arrow): string | null {
  const [source, target] = [layerOf(from), layerOf(to)];
  if (!source || !target) return `${source ? to : from} belongs to no layer`;
  if (source === target || source.imports.includes("*")) return null;
  if (source.imports.includes(target.name)) return null;
  if (source.imports.includes(`type:${target.name}`)) {
    return typeOnly ? null : `${source.name} may use only types of ${target.name}`;
  }
  return `${source.name} may not import ${target.name}`;
}

function wrongPackage({ from, to, typeOnly }: Arrow): string | null {
  const layer = layerOf(from);
  if (!layer) return `${from} belongs to no layer`;
  if (layer.name === "tests") return null;
  if (layer.name === "matching" && to.startsWith("node:")) return "matching is pure";
  if (layer.name === "protocol") return "protocol imports nothing";
  const owner = owners.find(([name]) => name.test(to))?.[1];
  return typeOnly || !owner || owner.test(from) ? null : `only ${owner.source} may import it`;
}

/** Every circle of imports that load at run time, as the path around it. */
export function circles(arrows: Arrow[]): string[] {
  const next = Map.groupBy(arrows.filter(({ to, typeOnly }) => isOwn(to) && !typeOnly), ({ from }) => from);
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, path: string[]) => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file].join(" -> "));
    if (at >= 0 || done.has(file)) return;
    for (const { to } of next.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return found;
}

/** Where a module of `src/matching` asks for anything but its arguments. Comments do not count. */
export function impurities(path: string, source: string): string[] {
  if (layerOf(path)?.name !== "matching") return [];
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, " "));
  return code.split("\n").flatMap((line, i) => {
    const [match] = impure.exec(line.replace(/(^|\s)\/\/.*$/, "")) ?? [];
    return match ? [`${path}:${i + 1}: ${match}`] : [];
  });
}
