/**
 * What embedding alone takes: the texts that an upload has the model read, in as many threads as the server's, with
 * nothing else running. No upload can be faster than this on the same machine. Run by `bench/server.ts`, in a process of
 * its own; prints the milliseconds of each resume as JSON.
 *
 * @module
 */
import { createDocuments } from "../src/compute/documents.ts";
import { createEmbedder } from "../src/compute/embedder.ts";
import { defaultModelFolder } from "../src/compute/model.ts";
import { loadTokenCounter } from "../src/compute/tokens.ts";
import { createLog } from "../src/log.ts";
import { analyseResume } from "../src/matching/resume.ts";
import { threePagePdf } from "./resumes.ts";

const WARM = 3;
const READ_ON = "2026-11";

const documents = createDocuments({ log: createLog({ level: "silent", format: "json" }) });
const embedder = await createEmbedder();
const countTokens = await loadTokenCounter(defaultModelFolder);
const times: number[] = [];
for (let seed = 1; seed <= Number(Deno.args[0]) + WARM; seed++) {
  const read = await documents.read(await threePagePdf(seed), "pdf");
  const { head, passages } = analyseResume(read, countTokens, READ_ON);
  const startedAt = performance.now();
  await embedder.embed([head, ...passages.map(({ text }) => text)], "interactive");
  if (seed > WARM) times.push(performance.now() - startedAt);
}
await Promise.all([documents.close(), embedder.close()]);
// deno-lint-ignore no-console -- its output is its answer
console.log(JSON.stringify(times));
