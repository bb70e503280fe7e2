import { deepEqual, equal, ok } from "node:assert/strict";
import { injected, times } from "../trust/report.ts";
import { postJob, register } from "./api.ts";
import { newHome, serve, until } from "./process.ts";

const HALF_OPEN = times(150, 1500);
const SLOW_BODIES = times(20, 200);
const BURST = times(1000, 10_000);
const BURST_AT_ONCE = 500;

/** A connection that has sent a part of a request and sends no more. */
async function halfOpen(url: string, text: string): Promise<Deno.TcpConn> {
  const { hostname, port } = new URL(url);
  const connection = await Deno.connect({ hostname, port: Number(port) });
  await connection.write(new TextEncoder().encode(text));
  return connection;
}

Deno.test("half-open connections, slow bodies and a burst of requests leave others served", async () => {
  await using home = await newHome();
  await using server = await serve(home, { REQUESTS_PER_MINUTE: "5000" });
  const allWell = (when: string) =>
    until(`all is well ${when}`, async () => (await (await fetch(`${server.url}/readyz`)).json()).status === "ok");
  await allWell("before");
  const me = await register(server.url);
  const job = await postJob(me);
  const open: Deno.TcpConn[] = [];
  try {
    for (let i = 0; i < HALF_OPEN; i++) {
      open.push(await halfOpen(server.url, "GET /api/v1/jobs HTTP/1.1\r\nhost: a\r\n"));
    }
    equal((await me.send("GET", `/jobs/${job.id}`)).status, 200, "beside half-open connections");
    const head = `POST /api/v1/jobs HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${me.token}\r\n` +
      `content-type: application/json\r\ncontent-length: 1000\r\n\r\n{`;
    for (let i = 0; i < SLOW_BODIES; i++) open.push(await halfOpen(server.url, head));
    equal((await me.send("GET", `/jobs/${job.id}`)).status, 200, "beside slow bodies");

    const statuses = new Map<number, number>();
    let asked = 0;
    const isTold = new Set([429, 503]);
    const clients = Array.from({ length: BURST_AT_ONCE }, async () => {
      while (asked++ < BURST) {
        const { status, headers } = await me.send("GET", `/jobs/${job.id}`);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (isTold.has(status)) ok(Number(headers.get("retry-after")) >= 1);
      }
    });
    const health = await fetch(`${server.url}/livez`);
    equal((await health.json()).status, "ok", "amid the burst");
    await Promise.all(clients);

    deepEqual([...statuses.keys()].filter((status) => status !== 200 && !isTold.has(status)), []);
    ok((statuses.get(200) ?? 0) > 0);
    await allWell("afterwards");
    injected(10, "half-open connections", HALF_OPEN);
    injected(10, "bodies that never end", SLOW_BODIES);
    for (const [status, count] of statuses) {
      injected(10, `requests of a burst, ${BURST_AT_ONCE} at once, answered ${status}`, count);
    }
  } finally {
    for (const connection of open) connection.close();
  }
});
