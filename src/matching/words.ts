/**
 * Words, their stems and the keys made of them.
 *
 * @module
 */
import { stemmer } from "stemmer";
import { fold, isWordCode } from "./fold.ts";

/** A word of a text. */
export interface Word {
  /** Folded. */
  word: string;
  stem: string;
  start: number;
  end: number;
}

/** Stems are asked for again and again; beyond this many words the memory starts anew. */
const rememberedMax = 50_000;
const remembered = new Map<string, string>();

/** Porter stem of a folded word; short words and words with digits or symbols stay as they are. */
export function stemOf(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const stem = word.length > 3 && /^[a-z]+$/.test(word) ? stemmer(word) : word;
  if (remembered.size >= rememberedMax) remembered.clear();
  remembered.set(word, stem);
  return stem;
}

const dot = 0x2e, plus = 0x2b, hash = 0x23, ampersand = 0x26, apostrophe = 0x27;

/** The words of a text. Symbols that belong to a name stay with it: "c++", "c#", ".net", "node.js", "r&d". */
export function wordsOf(text: string): Word[] {
  const { codes, at, length } = fold(text);
  const words: Word[] = [];
  const isWord = (index: number) => index >= 0 && index < length && isWordCode(codes[index]!);
  let i = 0;
  while (i < length) {
    const leadingDot = codes[i] === dot && isWord(i + 1) && !isWord(i - 1);
    if (!leadingDot && !isWord(i)) {
      i++;
      continue;
    }
    const start = i;
    if (leadingDot) i++;
    while (isWord(i) || ((codes[i] === dot || codes[i] === ampersand) && isWord(i - 1) && isWord(i + 1))) i++;
    let end = i;
    if (codes[i] === apostrophe) {
      // "client's" is "client".
      while (codes[i] === apostrophe || isWord(i)) i++;
    } else {
      while (codes[i] === plus || codes[i] === hash) i++;
      end = i;
    }
    let word = "";
    for (let k = start; k < end; k++) word += String.fromCharCode(codes[k]!);
    words.push({ word, stem: stemOf(word), start: at[start]!, end: at[end - 1]! + 1 });
  }
  return words;
}

/** The stems of a phrase in order: equal for spellings that differ in case, plural or punctuation only. */
export function keyOfPhrase(phrase: string): string {
  return wordsOf(phrase).map(({ stem }) => stem).join(" ");
}
