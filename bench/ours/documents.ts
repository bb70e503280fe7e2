/**
 * Our reader of documents as a side of a leg: the reader process of a server, asked through its pipe. PDF or DOCX, as the
 * second argument says.
 *
 * @module
 */
import { createDocuments } from "../../src/compute/documents.ts";
import { createLog } from "../../src/log.ts";
import { filesIn, serve } from "./serve.ts";

const [folder, format] = Deno.args;
if (folder === undefined || (format !== "pdf" && format !== "docx")) {
  throw new RangeError("Cannot start: FOLDER FORMAT");
}
const files = await filesIn(folder);
const documents = createDocuments({
  log: createLog({ level: "silent", format: "json" }),
  processesMax: 1,
  // A fresh process is a matter of the cold start, not of this work.
  filesMax: Infinity,
});

const words = async (file: Uint8Array) =>
  (await documents.read(file, format)).lines.flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? []);

await serve({
  async answers() {
    const found = [];
    for (const file of files) found.push(await words(file));
    return found;
  },
  async pass() {
    for (const file of files) await documents.read(file, format);
  },
}, [format === "pdf" ? "unpdf" : "saxen"]);
await documents.close();
