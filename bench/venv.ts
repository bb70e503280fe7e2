/**
 * The Pythons that other designs run on, each made once for each version of its file of requirements.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import type { Requirements } from "./leg.ts";

/**
 * Where its `python` is; made in `BENCH_VENV`, or else in the user's cache folder, which takes a minute or two.
 *
 * @throws {Error} If it cannot be made: no `python3` with `venv`, or no package registry.
 */
export async function peerPython(file: Requirements): Promise<string> {
  const requirements = fileURLToPath(new URL(`./peers/${file}`, import.meta.url));
  const pinned = await Deno.readFile(requirements);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", pinned)).toHex().slice(0, 12);
  const cache = Deno.env.get("XDG_CACHE_HOME") ?? `${Deno.env.get("HOME")}/.cache`;
  const folder = Deno.env.get("BENCH_VENV") ?? `${cache}/job-match-bench/${hash}`;
  const script = `set -e
    [ -e "$1/ready-${hash}" ] && exit
    python3 -m venv "$1"
    "$1/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps -r "$2"
    touch "$1/ready-${hash}"`;
  const { success } = await new Deno.Command("sh", {
    args: ["-c", script, "sh", folder, requirements],
    stdout: "inherit",
    stderr: "inherit",
  }).output();
  if (!success) throw new Error("Cannot run other designs: their Python environment cannot be made");
  return `${folder}/bin/python`;
}
