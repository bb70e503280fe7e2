/**
 * `docs/benchmarks.md`: what a server was measured at, then how its parts compare with other designs. Each command
 * writes its own part and keeps the other's.
 *
 * @module
 */

/** Heading of the second part. */
export const COMPARED = "## Against other designs";

const file = new URL("../docs/benchmarks.md", import.meta.url);

/** Puts the part of `deno task bench:server` in place of the one before. */
export async function writeServerPart(text: string): Promise<void> {
  const [, compared] = await parts();
  await Deno.writeTextFile(file, join(text, compared));
}

/** Puts the part of `deno task bench` in place of the one before; `text` begins with {@link COMPARED}. */
export async function writeComparedPart(text: string): Promise<void> {
  const [server] = await parts();
  await Deno.writeTextFile(file, join(server, text));
}

async function parts(): Promise<[server: string, compared: string]> {
  const page = await Deno.readTextFile(file);
  const at = page.indexOf(COMPARED);
  return at === -1 ? [page, ""] : [page.slice(0, at), page.slice(at)];
}

const join = (...texts: string[]) => `${texts.map((text) => text.trim()).filter((text) => text !== "").join("\n\n")}\n`;
