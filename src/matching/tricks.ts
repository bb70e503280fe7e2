/**
 * Letters that are not what they look like: characters without width inside words, invisible tags, and letters of
 * another script that look like Latin ones.
 *
 * @module
 */

/** Why a text was cut, in its quote. */
export type Tell = (reason: string, quote: string) => void;

/** Without width, and without use between two letters of these scripts. */
const zeroWidth = /(?<=[\p{sc=Latin}\p{N}])[\u180e\u200b-\u200d\u2060-\u2064\ufeff]+(?=[\p{sc=Latin}\p{N}])/gu;
/** ASCII that no font shows (Unicode block "Tags"); flags of regions are made of some, behind a black flag. */
const tags = /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0020}-\u{e007e}]+/gu;
/** Letters that most fonts draw as they draw a Latin one (Unicode confusables, the common part). */
const lookAlike = /[аеорсухіјѕһԁԛԝѵӏАВЕЅІЈКМНОРСТУХԌԚԜҮοανρικυΑΒΕΖΗΙΚΜΝΟΡΤΥΧϲϳ]/u;
const foreign = /[\p{sc=Cyrillic}\p{sc=Greek}]/u;
const latin = /\p{sc=Latin}/u;
const lettersOfWord = /[\p{L}\p{M}\p{N}]+/gu;

/** The text without them; a word that mixes scripts to look Latin goes as a whole. */
export function withoutTricks(text: string, tell: Tell): string {
  // Nearly every line.
  if (/^[\t\x20-\x7e]*$/.test(text)) return text;
  const shown = text.replace(tags, (run) => {
    tell("invisible tags", String.fromCharCode(...[...run].map((tag) => tag.codePointAt(0)! - 0xe0000)));
    return "";
  });
  if (shown.search(zeroWidth) >= 0) tell("zero-width characters", shown.replace(zeroWidth, "\u00b7").trim());
  const plain = shown.replace(zeroWidth, "");
  if (!foreign.test(plain) || !latin.test(plain)) return plain;
  const isForeignText = [...plain].some((letter) => foreign.test(letter) && !lookAlike.test(letter));
  return plain.replace(lettersOfWord, (word) => {
    const others = [...word].filter((letter) => foreign.test(letter));
    if (others.length === 0 || !others.every((letter) => lookAlike.test(letter))) return word;
    // A word of one script only is what it says in a text of that script.
    const isMixed = latin.test(word);
    if (!isMixed && (isForeignText || word.length < 2)) return word;
    tell("look-alike letters", word);
    return "";
  });
}
