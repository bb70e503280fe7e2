// deno-lint-ignore-file no-console -- speaks with the test by its output
/**
 * A process that takes tasks and ends none of them, to be killed by a test: it says `taken <resume>` for each, and
 * `dead <resume>` for one that is given up. Its argument is what `openDatabase` takes, as JSON.
 *
 * @module
 */
import { openDatabase } from "../../src/db/open.ts";
import { createLog } from "../../src/log.ts";
import { createTasks } from "../../src/tasks/tasks.ts";

const log = createLog({ level: "silent", format: "json" });
const database = await openDatabase(JSON.parse(Deno.args[0]!), log);
const tasks = await createTasks({ database, log });
await tasks.work(
  ({ resumeId }) => {
    console.log(`taken ${resumeId}`);
    return new Promise(() => setInterval(() => tasks, 60_000));
  },
  ({ resumeId }) => Promise.resolve(console.log(`dead ${resumeId}`)),
);
console.log("working");
