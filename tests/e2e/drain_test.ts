import { equal, match, ok } from "node:assert/strict";
import { textResume } from "../fixtures/archives.ts";
import { injected, isFull } from "../trust/report.ts";
import { postJob, ranking, register, session } from "./api.ts";
import { newHome, serve, until } from "./process.ts";

/** A busy machine may take longer; `deno task test:trust` holds it to the promise. */
const END_MS_MAX = isFull ? 10_000 : 60_000;

/** The text of a request up to its body's second half, which is given when asked for. */
async function beginRequest(url: string, token: string, body: string) {
  const { hostname, port } = new URL(url);
  const connection = await Deno.connect({ hostname, port: Number(port) });
  const send = async (text: string) => {
    const bytes = new TextEncoder().encode(text);
    for (let sent = 0; sent < bytes.length;) sent += await connection.write(bytes.subarray(sent));
  };
  const middle = Math.floor(body.length / 2);
  await send(
    `POST /api/v1/jobs HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${token}\r\nconnection: close\r\n` +
      `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, middle)}`,
  );
  return {
    async finish(): Promise<string> {
      await send(body.slice(middle));
      return await new Response(connection.readable).text();
    },
    abandon: () => connection.close(),
  };
}

Deno.test("SIGTERM answers what is under way, gives back the tasks, and ends with 0", async () => {
  await using home = await newHome();
  await using server = await serve(home);
  const me = await register(server.url);
  const job = await postJob(me);
  const body = JSON.stringify({ title: "Baker", company: "Elm House", description: "Bread and rolls" });
  const finishing = await beginRequest(server.url, me.token!, body);
  // Who never finishes is waited for, until the process has waited long enough.
  const stuck = isFull ? await beginRequest(server.url, me.token!, body) : null;
  // They have reached the server: it has answered others since.
  equal((await me.send("GET", "/jobs")).status, 200);
  const promised = await Promise.all(Array.from({ length: 4 }, async (_, n) => {
    const file = new File([textResume(n)], `${n}.txt`, { type: "text/plain" });
    const { status, body } = await me.upload(file, { job_id: job.id }, { prefer: "respond-async" });
    equal(status, 202, JSON.stringify(body));
    return body.id as string;
  }));

  const asked = performance.now();
  const ended = server.terminate();
  await until("it says that it stops", () => Promise.resolve(server.output().includes('"stopping"')));
  match(await finishing.finish(), /^HTTP\/1\.1 201 /);
  equal(await ended, 0);
  const ms = Math.round(performance.now() - asked);
  ok(ms < END_MS_MAX, `it took ${ms} ms to end`);
  stuck?.abandon();

  await using again = await serve(home);
  const later = session(again.url, me.token);
  for (const id of promised) {
    await until(
      "what was promised is done after the next start",
      async () => (await later.send("GET", `/operations/${id}`)).body.status === "succeeded",
    );
  }
  equal((await ranking(later, job.id)).length, promised.length);
  injected(9, `SIGTERM with an unfinished request, one that never ends and 4 tasks; ended after ${ms} ms`, 1);
});
