import { deepEqual, equal } from "node:assert/strict";
import { defaultModelFolder } from "../../src/compute/model.ts";

/** Counts who connects, as a proxy that all of a process is told to use. */
function countConnections(): { url: string; asked(): number; [Symbol.dispose](): void } {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  let asked = 0;
  (async () => {
    for await (const connection of listener) {
      asked++;
      connection.close();
    }
  })();
  return {
    url: `http://127.0.0.1:${listener.addr.port}`,
    asked: () => asked,
    [Symbol.dispose]: () => listener.close(),
  };
}

Deno.test("the model's runtime reports to nobody, and leaves nothing in the home or temporary folder", async () => {
  using proxy = countConnections();
  const [home, temporary] = [await Deno.makeTempDir(), await Deno.makeTempDir()];
  const { stdout: info } = await new Deno.Command("deno", { args: ["info", "--json"] }).output();
  const program = `
    import { openSession } from ${JSON.stringify(import.meta.resolve("../../workers/session.ts"))};
    const session = await openSession(${JSON.stringify(defaultModelFolder)});
    console.log((await session.embed("Berlin")).length);
    await session.release();`;
  const child = new Deno.Command("deno", {
    args: ["run", "-q", "--allow-env", "--allow-read", "--allow-ffi", "--allow-sys", "-"],
    clearEnv: true,
    env: {
      PATH: Deno.env.get("PATH") ?? "",
      HOME: home,
      TMPDIR: temporary,
      // Else Deno looks for its packages below another home, and asks for them.
      DENO_DIR: JSON.parse(new TextDecoder().decode(info)).denoDir,
      DENO_NO_UPDATE_CHECK: "1",
      ORT_DISABLE_TELEMETRY: "0",
      https_proxy: proxy.url,
    },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const stdin = child.stdin.getWriter();
  await stdin.write(new TextEncoder().encode(program));
  await stdin.close();
  const { stdout, stderr } = await child.output();

  equal(new TextDecoder().decode(stdout), "384\n", new TextDecoder().decode(stderr));
  equal(proxy.asked(), 0);
  for (const folder of [home, temporary]) {
    deepEqual(await Array.fromAsync(Deno.readDir(folder)), []);
    await Deno.remove(folder);
  }
});
