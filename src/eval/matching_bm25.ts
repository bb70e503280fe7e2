/**
 * BM25 (Robertson and Zaragoza 2009), the keyword ranking to compare with. Pure.
 *
 * @module
 */

/** Usual values: how soon repetition stops counting, and how much length is held against a document. */
const k1 = 1.2, b = 0.75;

/** A document as its words. */
export interface Bag {
  id: string;
  words: readonly string[];
}

/** Prepares a collection; the result scores one of its documents by a query's words, 0 for an unknown id. */
export function bm25(documents: readonly Bag[]): (query: readonly string[], id: string) => number {
  const counts = new Map(documents.map(({ id, words }) => [id, countsOf(words)]));
  const lengths = new Map(documents.map(({ id, words }) => [id, words.length]));
  const meanLength = documents.reduce((sum, { words }) => sum + words.length, 0) / documents.length;
  const holders = countsOf([...counts.values()].flatMap((words) => [...words.keys()]));
  return (query, id) => {
    const words = counts.get(id);
    if (words === undefined) return 0;
    const penalty = k1 * (1 - b + b * (lengths.get(id) ?? 0) / (meanLength || 1));
    let score = 0;
    for (const word of query) {
      const count = words.get(word) ?? 0;
      const n = holders.get(word) ?? 0;
      score += Math.log(1 + (documents.length - n + 0.5) / (n + 0.5)) * count * (k1 + 1) / (count + penalty);
    }
    return score;
  };
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
