/**
 * The embedding model's tokenizer, and how many word-pieces a text has.
 *
 * @module
 */
import { join } from "node:path";
import { Tokenizer } from "@huggingface/tokenizers";
import { LRUCache } from "lru-cache";

/** Words whose counts are kept. A year of résumés shares most of its words. */
const wordsMax = 20_000;

/** Reads a model folder's tokenizer. @param folder A folder that `openModel` has verified. */
export async function loadTokenizer(folder: string): Promise<Tokenizer> {
  const [vocabulary, settings] = await Promise.all([
    readJson(join(folder, "tokenizer.json")),
    readJson(join(folder, "tokenizer_config.json")),
  ]);
  return new Tokenizer(vocabulary, settings);
}

/** @returns The number of word-pieces of a text, without [CLS] and [SEP]. @param folder As for {@link loadTokenizer}. */
export async function loadTokenCounter(folder: string): Promise<(text: string) => number> {
  const tokenizer = await loadTokenizer(folder);
  const counts = new LRUCache<string, number>({ max: wordsMax });

  function countWord(word: string): number {
    const known = counts.get(word);
    if (known !== undefined) return known;
    const count = tokenizer.encode(word, { add_special_tokens: false }).ids.length;
    counts.set(word, count);
    return count;
  }

  // No word-piece crosses one of these blanks, so a text counts as the sum of its words; a résumé in 0.3 ms, not 10.
  return (text) => text.split(/[ \t\n]+/).reduce((sum, word) => word === "" ? sum : sum + countWord(word), 0);
}

async function readJson(file: string): Promise<object> {
  return JSON.parse(await Deno.readTextFile(file));
}
