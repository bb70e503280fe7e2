/**
 * What the machine is, and how much memory a tree of processes takes. Linux only.
 *
 * @module
 */

/** Memory of a process and all below it, in MB (2²⁰ bytes). */
export interface Memory {
  /** Resident, shared pages counted once for each process. */
  rssMb: number;
  /** Resident, shared pages counted once. */
  pssMb: number;
  processes: number;
}

/** `Deno` reads nothing in /proc without all permissions; a shell does. */
async function shell(script: string): Promise<string> {
  const { stdout } = await new Deno.Command("sh", { args: ["-c", script], stderr: "null" }).output();
  return new TextDecoder().decode(stdout);
}

/** Every process as "pid parent rss pss", in kB. */
const LIST = `for p in /proc/[0-9]*; do
  parent=$(sed -n 's/^PPid:[^0-9]*//p' $p/status) && sizes=$(sed -n 's/^[RP]ss:[^0-9]*\\([0-9]*\\).*/\\1/p' $p/smaps_rollup)
  [ -n "$sizes" ] && echo $(basename $p) $parent $sizes
done`;

/** @param processes Each begins with its id and its parent's. @returns Those of the tree below `root`. */
function below(root: number, processes: number[][]): number[][] {
  const tree = new Set([root]);
  for (let size = 0; size < tree.size;) {
    size = tree.size;
    for (const [pid, parent] of processes) if (tree.has(parent!)) tree.add(pid!);
  }
  return processes.filter(([pid]) => tree.has(pid!));
}

/** Sums up the tree below `root`. */
export async function memoryOf(root: number): Promise<Memory> {
  const processes = (await shell(LIST)).trim().split("\n").map((line) => line.split(" ").map(Number));
  const memory = { rssMb: 0, pssMb: 0, processes: 0 };
  for (const [, , rssKb, pssKb] of below(root, processes)) {
    memory.rssMb += rssKb! / 1024;
    memory.pssMb += pssKb! / 1024;
    memory.processes++;
  }
  if (memory.processes === 0) throw new Error("Cannot measure memory: /proc says nothing of the process");
  return memory;
}

/** Of a second; what Linux tells of processor time is in these on every machine. */
const TICKS = 100;

/** Seconds of processor that the tree below `root` has used, in both modes; those of it that have ended included. */
export async function processorSecondsOf(root: number): Promise<number> {
  const processes = (await shell("cat /proc/[0-9]*/stat")).trim().split("\n").map((line) => {
    // pid (name) state parent …: a name may hold anything.
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ").map(Number);
    return [parseInt(line), fields[1]!, ...fields.slice(11, 15)];
  });
  return below(root, processes).flatMap(([, , ...ticks]) => ticks).reduce((sum, ticks) => sum + ticks, 0) / TICKS;
}

/** One line: processor with what it has for int8, cores, memory, system, Deno. */
export async function describeMachine(): Promise<string> {
  const model = (await shell("sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1")).trim() || "unknown processor";
  const flags = (await shell("grep -m1 ^flags /proc/cpuinfo")).split(/\s+/).filter((flag) => /^avx|^amx/.test(flag));
  const memoryGb = Deno.systemMemoryInfo().total / 2 ** 30;
  return `${model} (${flags.join(" ")}), ${navigator.hardwareConcurrency} cores, ${
    memoryGb.toFixed(0)
  } GB, ${Deno.build.os} ` +
    `${Deno.build.arch}, Deno ${Deno.version.deno}`;
}
