import { equal, match, ok } from "node:assert/strict";
import fc from "fast-check";
import { ask, type Operation, operationsOf } from "../contract/asking.ts";
import { makeWorld, type World } from "../contract/world.ts";
import { caseOf } from "./cases.ts";
import { injected, isFull, times } from "./report.ts";

/** What our own files, statements and traces look like; no answer may show them. */
const internals = /\.ts:\d|node_modules|Failed query|insert into |\bselect .* from |SQLSTATE|at async |\/src\//i;
const CASES = { quick: 730, full: 20_160 };

Deno.test("no input makes a 5xx, and what is refused is told without internals", async (t) => {
  await using world = await makeWorld();
  const operations = operationsOf(world.app.contract).filter(({ kind }) => kind.notDone === undefined);
  const each = Math.ceil(times(CASES.quick, CASES.full) / operations.length);
  // The quick run is the same every time; the full one is another each time and tells its seed when it fails.
  const seed = isFull ? Date.now() % 2 ** 31 : 20_261_127;
  const statuses = new Map<number, number>();
  for (const operation of operations) {
    await t.step(operation.id, async () => {
      await fc.assert(
        fc.asyncProperty(caseOf(operation, world.ids), async ({ twist, told }) => {
          const status = await holds(world, operation, twist, told);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }),
        { numRuns: each, seed, endOnFailure: true },
      );
    });
  }
  const cases = [...statuses.values()].reduce((sum, count) => sum + count, 0);
  ok(cases >= times(CASES.quick, CASES.full), `${cases} cases`);
  // Cases that all end at the door would show nothing of what is behind it.
  const went = [...statuses].filter(([status]) => status < 400).reduce((sum, [, count]) => sum + count, 0);
  ok(went > cases / 20, `${went} of ${cases} went through`);
  const barred = (statuses.get(401) ?? 0) + (statuses.get(429) ?? 0);
  ok(barred < cases / 4, `${barred} of ${cases} were barred`);
  injected(22, `requests made from the document, seed ${seed}`, cases);
});

async function holds(world: World, operation: Operation, twist: Parameters<typeof ask>[2], told: unknown) {
  const response = await ask(world, operation, twist);
  if ((response.headers.get("content-type") ?? "").startsWith("text/event-stream")) {
    await response.body?.cancel();
    return response.status;
  }
  const text = await response.text();
  const shown = `${Deno.inspect(told, { depth: 6 })}\n${response.status} ${text.slice(0, 500)}`;
  ok(response.status < 500, shown);
  if (response.status >= 400 && operation.method !== "HEAD") {
    equal(response.headers.get("content-type"), "application/problem+json", shown);
    match(String(JSON.parse(text).request_id), /\S/, shown);
    ok(!internals.test(text), shown);
  }
  return response.status;
}
