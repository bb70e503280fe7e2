import { deepEqual, equal, ok } from "node:assert/strict";
import { injected, times } from "../trust/report.ts";
import { register, type Session, session } from "./api.ts";
import { newHome, serve } from "./process.ts";

const AT_ONCE = 10;
const ROUNDS = times(1, 5);

const post = (me: Session, title: string) =>
  me.send("POST", "/jobs", { title, company: "Elm House", description: "Bread" }, {
    "idempotency-key": title.replaceAll(" ", "-"),
  });

const tenTimes = (me: Session, title: string) =>
  Promise.allSettled(Array.from({ length: AT_ONCE }, () => post(me, title)));

const told = (settled: PromiseSettledResult<unknown>[]) => Deno.inspect(settled, { depth: 5 });

Deno.test("one key has one effect in ten parallel posts, also when the server is killed among them", async () => {
  await using home = await newHome();
  let server = await serve(home);
  try {
    let me = await register(server.url);
    for (let round = 0; round < ROUNDS; round++) {
      const [answered, cut] = [`Answered ${round}`, `Cut ${round}`];
      const settled = await tenTimes(me, answered);
      const answers = settled.map((each) => each.status === "fulfilled" ? each.value : null);
      const first = answers.find((answer) => answer?.status === 201);
      ok(first && answers.every((answer) => answer?.status === 201 || answer?.status === 409), told(settled));

      const underWay = tenTimes(me, cut);
      await Promise.race([post(me, `Another ${round}`).catch(() => null), underWay]);
      await server.kill();
      await underWay;
      server = await serve(home);
      me = session(server.url, me.token);

      const again = await post(me, answered);
      deepEqual([again.status, again.body.id, again.headers.get("idempotent-replayed")], [201, first.body.id, "true"]);
      // 409 where it was killed between the effect and its answer: done, and told so.
      const retried = await post(me, cut);
      ok([201, 409].includes(retried.status), JSON.stringify(retried.body));
      for (const title of [answered, cut]) {
        const { body } = await me.send("GET", `/jobs?q=${encodeURIComponent(title)}`);
        equal(body.data.filter((job: { title: string }) => job.title === title).length, 1, title);
      }
    }
    injected(27, "kills among ten posts with one key", ROUNDS);
  } finally {
    await server[Symbol.asyncDispose]();
  }
});
