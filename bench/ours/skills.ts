/**
 * Our automaton as a side of a leg: which spellings stand in each text.
 *
 * @module
 */
import { z } from "zod";
import { buildAutomaton } from "../../src/matching/automaton.ts";
import { serve } from "./serve.ts";

const input = z.object({ patterns: z.array(z.string()), texts: z.array(z.string()) });
const { patterns, texts } = input.parse(JSON.parse(await Deno.readTextFile(`${Deno.args[0]}/skills.json`)));
const automaton = buildAutomaton(patterns);

function find(text: string): Set<number> {
  const codes = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) codes[i] = text.charCodeAt(i);
  const found = new Set<number>();
  automaton.scan(codes, (pattern) => found.add(pattern));
  return found;
}

await serve({
  answers: () => Promise.resolve(texts.map((text) => [...find(text)].map((pattern) => patterns[pattern]))),
  pass() {
    for (const text of texts) find(text);
  },
}, []);
