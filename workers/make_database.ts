/**
 * Makes an empty embedded database in the folder it is told, and says when it is there: `initdb` takes 0.6 GB that
 * WebAssembly never gives back, but for the end of its thread.
 *
 * @module
 */
import { PGlite } from "@electric-sql/pglite";

/** The part of a worker's global scope that is used here; Deno's default types describe a page. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<string>) => void) | null;
  postMessage(message: string): void;
}

const scope = globalThis as typeof globalThis & WorkerScope;

scope.onmessage = async ({ data: path }) => {
  const pg = await PGlite.create({ dataDir: path });
  await pg.close();
  scope.postMessage("made");
};
