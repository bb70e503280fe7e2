/**
 * Reads untrusted files in a process without permissions: frames in on stdin, frames out on stdout, until stdin ends.
 *
 * A frame is a 4-byte big-endian length and that many bytes. In: one byte for the format (0 pdf, 1 docx, 2 txt), then
 * the file. Out: a {@link ReaderFrame} as JSON; `ready` after a warm-up, then a `reply` per file. Its argument is the
 * resident memory in megabytes at which it says so, to be killed.
 *
 * @module
 */
import { readDocx } from "./document/docx.ts";
import { readPdf } from "./document/pdf.ts";
import { readTxt } from "./document/txt.ts";
import { warmUpPdf } from "./document/warm_up.ts";
import type { DocumentReply, ReaderFrame } from "./protocol.ts";

const readers = [readPdf, readDocx, readTxt];

async function read(frame: Uint8Array): Promise<DocumentReply> {
  const reader = readers[frame[0] ?? -1];
  if (!reader) throw new RangeError("Cannot read the frame: unknown format");
  return await reader(frame.slice(1));
}

/** Reads exactly `length` bytes; `null` where the stream has ended before the first. */
async function readExactly(length: number): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(length);
  let at = 0;
  while (at < length) {
    const n = await Deno.stdin.read(bytes.subarray(at));
    if (n === null) {
      if (at === 0) return null;
      throw new Error("Cannot read the frame: the stream ended early");
    }
    at += n;
  }
  return bytes;
}

async function writeFrame(value: ReaderFrame): Promise<void> {
  const body = new TextEncoder().encode(JSON.stringify(value));
  const frame = new Uint8Array(4 + body.length);
  new DataView(frame.buffer).setUint32(0, body.length);
  frame.set(body, 4);
  for (let at = 0; at < frame.length;) at += await Deno.stdout.write(frame.subarray(at));
}

/** Watches from a thread of its own: a file that makes this process grow also keeps its own thread busy. */
function watchMemory(megabytesMax: number): void {
  const watch = `
    const body = new TextEncoder().encode(JSON.stringify({ type: "over_memory" }));
    const frame = new Uint8Array(4 + body.length);
    new DataView(frame.buffer).setUint32(0, body.length);
    frame.set(body, 4);
    const timer = setInterval(() => {
      if (Deno.memoryUsage().rss < ${megabytesMax} * 1024 * 1024) return;
      Deno.stdout.writeSync(frame);
      clearInterval(timer);
    }, 50);`;
  // A thread's module is read like any other file, which this process may not; this one it brings along.
  new Worker(`data:text/javascript,${encodeURIComponent(watch)}`, { type: "module" });
}

watchMemory(Number(Deno.args[0]));
await readPdf(warmUpPdf());
await writeFrame({ type: "ready" });
for (let header = await readExactly(4); header !== null; header = await readExactly(4)) {
  const frame = await readExactly(new DataView(header.buffer).getUint32(0));
  if (frame === null) break;
  await writeFrame({ type: "reply", reply: await read(frame) });
}
// The watching thread would go on.
Deno.exit();
