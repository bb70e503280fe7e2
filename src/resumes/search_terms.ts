/**
 * What a search's text asks for: its words, the phrases in quotes, and what it leaves out. Pure.
 *
 * @module
 */

/** Different words that count; a query has room for some 200. */
const TERMS_MAX = 64;
/** Phrases that must or must not be there. */
const PHRASES_MAX = 10;

/** A word of a text, where it stands. */
export interface Token {
  /** Lower case, without accents. */
  word: string;
  start: number;
  end: number;
}

/** A word to look for, in the forms that count as the same. */
export interface Term {
  word: string;
  /** The word first, then its singular or plural. */
  forms: string[];
}

/** A search's text, read. */
export interface SearchTerms {
  terms: Term[];
  /** In quotes: every result has them, word by word. */
  required: string[];
  /** After a minus: no result has them. */
  excluded: string[];
  /** The text without what is excluded: what is embedded. */
  meaning: string;
}

/** Of questions and prose, not of résumés; a search made of nothing else looks for them all the same. */
const stopWords = new Set(
  ("a an and any are as at be been by can could do does for from had has have having he her his i in into is it its me " +
    "my need needs of on or our she should so someone somebody person people candidate candidates that the their them " +
    "then there they this those to up us want was we were what when where which who whose will with would you your " +
    "looking find show good great strong solid years year experience experienced knowledge skills skill ability " +
    "plus work working worked required preferred like also not at least more than over " +
    "der die das ein eine einen und oder mit für von zu im in wir suchen et ou de la le les des du en un une avec " +
    "y o el los las con para por e da do di del van het een dan").split(" "),
);

const tokenPattern =
  /(?:(?<![\p{L}\p{N}])\.)?[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[.&][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*(?:\+\+|#)?/gu;
const marks = /[\u0300-\u036f]/g;

/** The words of a text in order. Symbols that belong to a name stay with it: "c++", "c#", ".net", "node.js". */
export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(tokenPattern), ({ 0: found, index }) => ({
    word: found.normalize("NFD").replaceAll(marks, "").normalize("NFC").toLowerCase(),
    start: index,
    end: index + found.length,
  }));
}

/**
 * Reads what somebody typed or pasted. Never fails: an unclosed quote is no quote, and a minus counts only after a blank
 * within a line, since lists begin their lines with one.
 */
export function readSearch(query: string): SearchTerms {
  const excluded: string[] = [];
  const meaning = query.replaceAll(/(?<=\S[ \t]+)-(?:"([^"\n]+)"|([\p{L}\p{N}][^\s"]*))/gu, (_, phrase, word) => {
    excluded.push(phrase ?? word);
    return "";
  });
  const required = Array.from(meaning.matchAll(/"([^"\n]+)"/g), ([, phrase]) => phrase!);
  const words = [...new Set(tokensOf(meaning).map(({ word }) => word))];
  const telling = words.filter((word) => !stopWords.has(word));
  return {
    terms: (telling.length > 0 ? telling : words).slice(0, TERMS_MAX).map((word) => ({ word, forms: formsOf(word) })),
    required: required.filter(hasWord).slice(0, PHRASES_MAX),
    excluded: excluded.filter(hasWord).slice(0, PHRASES_MAX),
    meaning: meaning.replaceAll('"', " ").trim(),
  };
}

const hasWord = (phrase: string) => tokensOf(phrase).length > 0;

/** A word with its English singular or plural. Short words have none: "aws", "css" and "ios" are no plurals. */
function formsOf(word: string): string[] {
  if (!/^[a-z]{4,}$/.test(word)) return [word];
  if (word.endsWith("ies")) return [word, `${word.slice(0, -3)}y`];
  if (/(?:ss|x|ch|sh)es$/.test(word)) return [word, word.slice(0, -2)];
  if (/[^s]s$/.test(word)) return [word, word.slice(0, -1)];
  if (/(?:ss|x|ch|sh)$/.test(word)) return [word, `${word}es`];
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`];
  return [word, `${word}s`];
}
