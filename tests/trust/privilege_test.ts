import { deepEqual, equal, match, ok } from "node:assert/strict";
import project from "../../deno.json" with { type: "json" };
import { READER_FLAGS } from "../../src/compute/reader_process.ts";

const flagsIn = (command: string) => [...command.matchAll(/--allow-[a-z-]+(=[^\s"',]+)?/g)].map(([flag]) => flag);

Deno.test("the server may write to its data folder alone and run Deno alone, in the container as by its task, and is not root", async () => {
  const [, command = ""] = /( deno run [^]*src\/main\.ts)$/.exec(project.tasks.start.command) ?? [];
  const task = flagsIn(command);
  deepEqual(task.toSorted(), [
    "--allow-env",
    "--allow-ffi",
    "--allow-net",
    "--allow-read",
    "--allow-run=deno",
    "--allow-sys",
    "--allow-write=$DATA_DIR",
  ]);
  ok(!/ -A\b/.test(command));

  const dockerfile = await Deno.readTextFile(new URL("../../Dockerfile", import.meta.url));
  const [, cmd = ""] = /\nCMD (\[[^]*?\])\n/.exec(dockerfile) ?? [];
  deepEqual(flagsIn(cmd).toSorted(), task.map((flag) => flag.replace("$DATA_DIR", "/data")).toSorted());
  const users = [...dockerfile.matchAll(/^USER (\S+)/gm)].map(([, user]) => user);
  equal(users.at(-1), "deno");
});

Deno.test("every task that works on the data reads .env, and writes to the data folder alone where nothing else is to be made", () => {
  const tasks = project.tasks;
  for (const name of ["start", "dev", "rematch", "migrate", "backup", "restore"] as const) {
    for (const command of tasks[name].command.split("deno run ").slice(1)) match(command, /(^| )--env-file /, name);
  }
  for (const name of ["start", "dev", "rematch", "migrate"] as const) {
    const writing = flagsIn(tasks[name].command).filter((flag) => flag.startsWith("--allow-write"));
    deepEqual(writing, ["--allow-write=$DATA_DIR"], name);
  }
});

Deno.test("a process that reads documents may read no file, open no connection, see no variable and run nothing", async () => {
  const attempts = `
    const outcomes = {};
    const attempt = async (name, work) => {
      outcomes[name] = await work().then(() => "done", (error) => error.name);
    };
    await attempt("read", () => Deno.readTextFile("deno.json"));
    await attempt("write", () => Deno.writeTextFile("written", ""));
    await attempt("net", () => Deno.connect({ hostname: "127.0.0.1", port: 9 }));
    await attempt("run", async () => new Deno.Command("sh").spawn());
    await attempt("sys", async () => Deno.hostname());
    await attempt("ffi", async () => Deno.dlopen("libc.so.6", {}));
    await attempt("env", async () => { if (Deno.env.get("CANARY") === undefined) throw new Deno.errors.NotCapable(); });
    console.log(JSON.stringify(outcomes));`;
  const program = `data:text/javascript,${encodeURIComponent(attempts)}`;
  const { stdout } = await new Deno.Command("deno", {
    args: [...READER_FLAGS, program],
    env: { CANARY: "seen" },
    stdin: "null",
  }).output();

  const names = ["read", "write", "net", "run", "sys", "ffi", "env"];
  deepEqual(
    JSON.parse(new TextDecoder().decode(stdout)),
    Object.fromEntries(names.map((name) => [name, "NotCapable"])),
  );
});
