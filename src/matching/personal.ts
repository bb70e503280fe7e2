/**
 * What says who somebody is rather than what they can do. None of it may reach a vector or count as a skill.
 *
 * @module
 */
import type { Segment } from "./header.ts";
import { hasStreet, isPlace } from "./places.ts";
import { isKnownCity } from "./places_cities.ts";
import { hasRole } from "./roles.ts";
import { cellsOf, folded, type ResumeText, type TextLine, wordsOf } from "./text.ts";
import type { Span } from "./types.ts";

/** Labels of personal details in eight languages, folded. */
const detail = new RegExp(
  `^(?:${
    `date of birth|birth ?date|birthday|born(?: on| in)?|dob|d\\.o\\.b\\.?|place of birth|birth ?place|place (?:and|&) date of birth|age|gender|sex|nationality|citizenship|marital status|civil status|family status|children|religion|race|ethnicity|ethnic origin|caste|blood (?:group|type)|height|weight|passport(?: no\\.?| number)?|father'?s name|mother'?s name|husband'?s name|spouse|(?:preferred )?pronouns?|photo|photograph|disability|national id|ssn|aadhaar|pan(?: no)?|
    geburtsdatum(?: und -?ort)?|geburtsort|geburtstag|geboren(?: am| in)?|geb\\.(?: am)?|alter|geschlecht|staatsangehorigkeit|nationalitat|familienstand|konfession|kinder|foto|lichtbild|
    date de naissance|lieu de naissance|ne(?:e|\\(e\\))? le|nationalite|situation (?:familiale|matrimoniale)|etat civil|sexe|genre|enfants|photo|
    fecha de nacimiento|lugar de nacimiento|nacid[oa]|nacionalidad|estado civil|edad|sexo|genero|dni|nif|nie|hijos|
    data de nascimento|local de nascimento|naturalidade|nacionalidade|idade|cpf|rg|filhos|
    data di nascita|luogo di nascita|luogo e data di nascita|nat[oa] (?:il|a)|nazionalita|cittadinanza|stato civile|eta|sesso|codice fiscale|
    geboortedatum|geboorteplaats|geboren op|nationaliteit|burgerlijke staat|geslacht|leeftijd|
    tempat(?:,| dan|/)? ?(?:tanggal|tgl\\.?) lahir|ttl|tanggal lahir|tempat lahir|jenis kelamin|kewarganegaraan|agama|status (?:pernikahan|perkawinan)|umur|usia|tinggi badan|berat badan|suku`
      .replace(/\s*\n\s*/gu, "")
  })(?![\\p{L}])\\s*(?<sign>[:：=-]|\\s)?\\s*(?<rest>.*)$`,
  "u",
);
/** Labels of contact details. */
const contactLabel =
  /^(?:address|home address|current address|permanent address|mailing address|location|residence|based in|lives in|city|adresse|anschrift|wohnort|wohnhaft in|direccion|domicilio|residencia|ciudad|endereco|indirizzo|residenza|domicilio|adres|woonplaats|alamat|domisili|e-?mail|mail|correo(?: electronico)?|phone|mobile|telephone|tel|telefon|telefono|telefone|handy|mobil|mobiltelefon|cell|celular|cellulare|movil|telefoon|mobiel|telepon|hp|no\.? hp|whatsapp|linkedin|github|gitlab|website|web|webseite|sitio web|portfolio|twitter|skype|fax|zip|postcode|plz)\.?\s*(?:[:：]|$)/u;
const inline =
  /\(?(?<!\p{L})(?:he|she|they|ze|xe|er|sie|il|elle|él|ella|ele|ela|lui|lei|hij|zij)\s?[/|]\s?(?:him|her|hers|his|them|theirs|zir|ihm|ihr|lui|la|le|dele|dela|suo|sua|hem|haar)(?:\s?[/|]\s?(?:his|hers|theirs|sein|ihr|their|her))?\)?(?!\p{L})|(?<![\p{L}\p{N}])\d{2}[ -](?:years? old|year-old|jahre alt|anni|años de edad|anos de idade|jaar oud)(?!\p{L})|(?<!\p{L})(?:aged?|alter:?) \d{2}(?![\p{L}\p{N}])/giu;
const statuses =
  /^(?:single|married|divorced|widowed|male|female|non-binary|ledig|verheiratet|geschieden|mannlich|weiblich|celibataire|marie\(?e?\)?|soltero|soltera|casado|casada|solteiro|solteira|celibe|nubile|coniugat[oa]|ongehuwd|gehuwd|belum menikah|menikah|laki-laki|perempuan)$/u;

/** Spans of lines about birth, age, nationality, family, gender or a photo, and of pronouns. */
export function personalSpans(doc: ResumeText, header: readonly TextLine[]): Span[] {
  const inHeader = new Set(header.map(({ index }) => index));
  const spans: Span[] = [];
  for (const line of doc.lines) {
    for (const match of line.text.matchAll(inline)) {
      spans.push({ start: line.start + match.index, end: line.start + match.index + match[0].length });
    }
    if (line.text.length > 160) continue;
    for (const cell of cellsOf(line.text, line.start)) {
      for (const piece of piecesOf(cell)) {
        const text = folded(piece.text).trim();
        const match = detail.exec(text);
        const rest = match?.groups?.rest ?? "";
        const isLabelled = match !== null &&
          (/[:：=]/u.test(match.groups?.sign ?? "") || (inHeader.has(line.index) && rest.length <= 40));
        if (isLabelled || (inHeader.has(line.index) && statuses.test(text))) spans.push(piece);
      }
    }
  }
  return spans;
}

function piecesOf(cell: { text: string; start: number; end: number }): { text: string; start: number; end: number }[] {
  const pieces: { text: string; start: number; end: number }[] = [];
  for (const match of cell.text.matchAll(/[^|•·;]+/gu)) {
    pieces.push({ text: match[0], start: cell.start + match.index, end: cell.start + match.index + match[0].length });
  }
  return pieces;
}

/** Parts of the header that hold an address, a user name or the label of one. */
export function contactSpans(
  segments: readonly Segment[],
  contactLines: ReadonlySet<number>,
  handles: readonly string[],
): Span[] {
  const towns = new Set(segments.flatMap(({ text, line }) => isTown(text) || isPlace(text) ? line.index : []));
  const isStreet = ({ text, line }: Segment) =>
    hasStreet(text) || isAddress(text) || (towns.has(line.index + 1) && isNumbered(text));
  const streets = new Set(segments.flatMap((segment) => isStreet(segment) ? segment.line.index : []));
  return segments.filter((segment) => {
    const { text, line } = segment;
    const plain = folded(text);
    if (isStreet(segment) || (streets.has(line.index - 1) && isTown(text))) return true;
    if (contactLabel.test(plain) || isPlace(text)) return true;
    const letters = plain.replace(/[^\p{L}\p{N}]/gu, "");
    if (letters.length >= 3 && handles.some((handle) => handle === letters)) return true;
    return contactLines.has(line.index) && wordsOf(text).length <= 5 && !hasRole(text);
  }).map(({ start, end }) => ({ start, end }));
}

/** "Al Wasl Road 9, Dubai", "Storgata 1, 0155 Oslo": words, a house number and a town, whatever the street is called. */
function isAddress(text: string): boolean {
  const number =
    /^(?:\p{Lu}[\p{L}.'’-]* ){2,4}\d{1,4} ?[a-z]?, \p{Lu}|^\p{Lu}[\p{L}.'’ -]* \d{1,4} ?[a-z]?, \d{4,6} \p{Lu}/u;
  return number.test(text) && !hasRole(text);
}

/** "Storgata 1", "4 Hill Rise": a street only where the line below is a town. */
function isNumbered(text: string): boolean {
  return /^(?:(?:\p{Lu}[\p{L}.'’-]* ){1,4}\d{1,4} ?[a-z]?|\d{1,4}[a-z]?(?: \p{Lu}[\p{L}.'’-]*){1,4})$/u.test(text) &&
    !hasRole(text);
}

/** "Leeds LS1 4AP", "Bengaluru 560001", "Leeds": what may stand on the line below a street. */
function isTown(text: string): boolean {
  if (wordsOf(text).length > 5 || hasRole(text)) return false;
  return isKnownCity(text) || /^\p{Lu}[\p{L}.'’ -]*,? (?:\d{4,6}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$/u.test(text);
}

/** Everywhere the name recurs: as a whole, turned round, and with initials. */
export function nameSpans(text: string, name: string): Span[] {
  const tokens = name.split(/[\s.]+/u).filter((token) => token.length > 0);
  const first = tokens[0];
  const last = tokens.at(-1);
  if (!first || !last) return [];
  const forms = new Set([name]);
  if (tokens.length > 1) {
    const initial = first[0]!;
    for (
      const form of [
        `${first} ${last}`,
        `${last} ${first}`,
        `${last}, ${first}`,
        `${last}, ${initial}`,
        `${initial}. ${last}`,
        `${initial} ${last}`,
        `${last} ${initial}`,
        `${first[0]}${last}`,
        `${first} ${last[0]}.`,
      ]
    ) forms.add(form);
    if (tokens.length > 2) {
      forms.add(`${first} ${tokens[1]}`).add(tokens.slice(0, -1).join(" ")).add(`${tokens.at(-2)} ${last}`);
    }
  }
  const spans: Span[] = [];
  const lower = text.toLowerCase();
  // Lower case changes the length of few letters (İ); then offsets would be wrong.
  const hay = lower.length === text.length ? lower : text;
  for (const form of forms) {
    const needle = hay === lower ? form.toLowerCase() : form;
    for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length)) {
      const end = at + needle.length;
      if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? " ") && !/[\p{L}\p{N}]/u.test(text[end] ?? " ")) {
        spans.push({ start: at, end });
      }
    }
  }
  return spans;
}

/** Sorted, without overlaps. */
export function merged(spans: readonly Span[]): Span[] {
  const sorted = spans.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  const result: Span[] = [];
  for (const { start, end } of sorted) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
