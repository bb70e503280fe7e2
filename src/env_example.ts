/**
 * `deno task env:example`: writes `.env.example`.
 *
 * @module
 */
import { envExample } from "./config.ts";

if (import.meta.main) {
  await Deno.writeTextFile(new URL("../.env.example", import.meta.url), envExample());
}
