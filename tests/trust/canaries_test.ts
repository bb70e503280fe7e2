import { deepEqual, ok } from "node:assert/strict";
import { createLog } from "../../src/log.ts";
import { ask, exampleOf, type Operation, operationsOf, resolve, type Twist } from "../contract/asking.ts";
import { makeWorld, resumeFile, type World } from "../contract/world.ts";
import { injected } from "./report.ts";

/** In every place where a caller can put a text. */
const CANARY = "canaryzq8x7";
/** Fields of answers that hold a secret. */
const secretFields = ["access_token", "refresh_token", "key", "token", "invite_token"];

Deno.test("what callers send, and every secret they get, is in no log line, address, error or figure", async () => {
  const lines: string[] = [];
  const log = createLog({ level: "info", format: "json", write: (line) => void lines.push(line) });
  await using world = await makeWorld({ log });
  const secrets = new Set([world.owner.token, ...Object.values(world.tokens), await world.key(["jobs:read"])]);
  let asked = 0;
  for (const operation of operationsOf(world.app.contract)) {
    for (const [place, twist] of twistsOf(world, operation)) {
      const response = await ask(world, operation, twist);
      asked++;
      const { body, text } = await read(response);
      for (const field of secretFields) if (typeof body[field] === "string") secrets.add(body[field]);
      ok(!String(response.headers.get("location")).includes(CANARY), `${operation.id}, ${place}: the address`);
      const isRefused = response.status >= 400 && place.startsWith("value");
      ok(!isRefused || !text.includes(CANARY), `${operation.id}, ${place}: ${text}`);
    }
  }
  // A capture that caught nothing would show nothing.
  ok(lines.filter((line) => JSON.parse(line).message === "request").length >= asked);
  const { text: figures } = await world.app.metrics.scrape();
  ok(figures.includes('route="/api/v1/jobs/:job_id"'));
  const all = [...lines, figures].join("\n").toLowerCase();
  const told = [CANARY, "@example.com", "passphrase", "ada example", "test owner", ...secrets];
  deepEqual(told.filter((text) => text !== "" && all.includes(text.toLowerCase())), []);
  injected(21, "canaries in values, queries, paths, headers and files", asked);
});

/** The right request with a canary in one place after the other. What ends the world's session is only asked wrongly. */
function* twistsOf(world: World, operation: Operation): Generator<[place: string, Twist]> {
  for (const { name } of operation.query) yield [`query ${name}`, { query: `?${name}=${CANARY}` }];
  for (const name of operation.params) yield [`path ${name}`, { ids: { ...world.ids, [name]: CANARY } }];
  yield ["token", { token: CANARY }];
  if (operation.method === "DELETE") return;
  if (operation.kind.notDone === undefined) {
    yield ["headers", {
      headers: { "idempotency-key": CANARY, "user-agent": CANARY, referer: `https://${CANARY}.test/` },
    }];
  }
  if (operation.bodyType === null) return;
  if (operation.kind.body === null) return yield ["file", { body: fileForm(operation) }];
  const example = exampleOf(operation, world.ids);
  const fields = Object.entries((operation.bodySchema["properties"] ?? {}) as Record<string, { $ref?: unknown }>);
  for (const [name, schema] of fields) {
    const { type } = resolve(world.app.contract, schema) as { type?: unknown };
    const value = name.includes("email") ? `${CANARY}@example.com` : type === "array" ? [CANARY] : CANARY;
    yield [`value ${name}`, { json: { ...example, [name]: value } }];
  }
}

function fileForm(operation: Operation): FormData {
  const form = new FormData();
  const isMany = "files" in (operation.bodySchema["properties"] as object);
  const file = new File([resumeFile(CANARY)], `${CANARY}.txt`, { type: "text/plain" });
  form.set(isMany ? "files" : "file", file);
  for (const name of ["candidate_name", "source"]) if (!isMany) form.set(name, CANARY);
  return form;
}

async function read(response: Response): Promise<{ body: Record<string, unknown>; text: string }> {
  const type = response.headers.get("content-type") ?? "";
  if (type.startsWith("text/event-stream")) {
    await response.body?.cancel();
    return { body: {}, text: "" };
  }
  const text = await response.text();
  const body: unknown = /[/+]json/.test(type) ? JSON.parse(text) : {};
  return { body: Object(body), text };
}
