/**
 * What the last part of a place looks like: countries in eight languages, states and provinces.
 *
 * @module
 */
import { type CountryCode, getCountries } from "libphonenumber-js/min";
import { folded } from "./text.ts";

const usStates =
  "AL Alabama;AK Alaska;AZ Arizona;AR Arkansas;CA California;CO Colorado;CT Connecticut;DE Delaware;FL Florida;GA Georgia;HI Hawaii;ID Idaho;IL Illinois;IN Indiana;IA Iowa;KS Kansas;KY Kentucky;LA Louisiana;ME Maine;MD Maryland;MA Massachusetts;MI Michigan;MN Minnesota;MS Mississippi;MO Missouri;MT Montana;NE Nebraska;NV Nevada;NH New Hampshire;NJ New Jersey;NM New Mexico;NY New York;NC North Carolina;ND North Dakota;OH Ohio;OK Oklahoma;OR Oregon;PA Pennsylvania;RI Rhode Island;SC South Carolina;SD South Dakota;TN Tennessee;TX Texas;UT Utah;VT Vermont;VA Virginia;WA Washington;WV West Virginia;WI Wisconsin;WY Wyoming;DC District of Columbia;PR Puerto Rico";
const regions: [CountryCode, string][] = [
  [
    "CA",
    "ON Ontario;QC Quebec;BC British Columbia;AB Alberta;MB Manitoba;SK Saskatchewan;NS Nova Scotia;NB New Brunswick",
  ],
  ["AU", "NSW New South Wales;VIC Victoria;QLD Queensland;TAS Tasmania;ACT Australian Capital Territory"],
  ["GB", "UK England;UK Scotland;UK Wales;UK Northern Ireland"],
  [
    "IN",
    "MH Maharashtra;KA Karnataka;TN Tamil Nadu;TS Telangana;UP Uttar Pradesh;GJ Gujarat;KL Kerala;HR Haryana;WB West Bengal;RJ Rajasthan;PB Punjab;MP Madhya Pradesh;AP Andhra Pradesh",
  ],
  [
    "BR",
    "SP São Paulo;RJ Rio de Janeiro;MG Minas Gerais;RS Rio Grande do Sul;PR Paraná;SC Santa Catarina;BA Bahia;PE Pernambuco;CE Ceará",
  ],
  ["DE", "NRW Nordrhein-Westfalen;BW Baden-Württemberg;BY Bayern;HE Hessen;SN Sachsen"],
];
const languages = ["en", "de", "fr", "es", "pt", "it", "nl", "id"];

interface Places {
  /** By folded name: countries, and regions with their country. */
  countries: Map<string, CountryCode>;
  regions: Map<string, CountryCode>;
  /** By upper-case abbreviation; the United States first. */
  abbreviations: Map<string, CountryCode>;
}

let places: Places | null = null;

function loadPlaces(): Places {
  if (places) return places;
  const loaded: Places = { countries: new Map(), regions: new Map(), abbreviations: new Map() };
  for (const language of languages) {
    const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    for (const code of getCountries()) {
      const name = names.of(code);
      if (name && !loaded.countries.has(folded(name))) loaded.countries.set(folded(name), code);
    }
  }
  for (
    const [name, code] of Object.entries(
      {
        usa: "US",
        "u.s.a.": "US",
        us: "US",
        "u.s.": "US",
        uk: "GB",
        "u.k.": "GB",
        uae: "AE",
        "south korea": "KR",
        korea: "KR",
        russia: "RU",
        turkey: "TR",
        turkiye: "TR",
        "czech republic": "CZ",
        holland: "NL",
        "the netherlands": "NL",
        "hong kong": "HK",
        england: "GB",
        scotland: "GB",
        wales: "GB",
        brd: "DE",
      } satisfies Record<string, CountryCode>,
    )
  ) {
    loaded.countries.set(name, code);
  }
  for (const [country, list] of [["US", usStates], ...regions] as const) {
    for (const entry of list.split(";")) {
      const [short = "", ...name] = entry.split(" ");
      loaded.regions.set(folded(name.join(" ")), country);
      if (!loaded.abbreviations.has(short)) loaded.abbreviations.set(short, country);
    }
  }
  return places = loaded;
}

/** The country that a name, a state or an upper-case abbreviation of a state stands for; `null` if it is none. */
export function countryOf(part: string): CountryCode | null {
  const { countries, regions, abbreviations } = loadPlaces();
  const bare = part.trim().replace(/[.,;)]+$/u, "");
  const name = folded(bare);
  return countries.get(name) ?? countries.get(folded(part.trim())) ?? regions.get(name) ?? abbreviations.get(bare) ??
    null;
}

/** Whether a text is the name of a state or province, written out. */
export function isRegion(text: string): boolean {
  return loadPlaces().regions.has(folded(text.trim()));
}

const word = "[\\p{L}][\\p{L}.'’-]{0,30}";
const cityPattern = new RegExp(`^${word}(?:[ ]${word}){0,4}$`, "u");

/** Whether a text has the form of "City, Region", "City, ST 12345", "12345 City" or "City, Region, Country". */
export function isPlace(text: string): boolean {
  const trimmed = text.trim().replace(/[.,;]+$/u, "");
  // "Curitiba/PR"
  const slashed = /^\p{Lu}[\p{L} .'’-]{1,30}\s?\/\s?(?<state>[A-Z]{2})$/u.exec(trimmed)?.groups?.state;
  if (slashed !== undefined) return countryOf(slashed) !== null;
  if (trimmed.length > 70 || /[@:/\\]/u.test(trimmed)) return false;
  const parts = trimmed.split(/\s*,\s*/u);
  if (parts.length === 1) {
    return countryOf(trimmed) !== null && !/^[A-Z]{2}$/u.test(trimmed) ||
      /^\p{Lu}{0,2}-?\d{4,6} \p{Lu}[\p{L} .'/-]{2,40}$/u.test(trimmed);
  }
  if (parts.length > 4) return false;
  const last = (parts.at(-1) ?? "").replace(/\s+\d{4,6}(?:-\d{4})?$|\s+[A-Z]\d[A-Z] ?\d[A-Z]\d$/u, "");
  const postal = last === "" || /^\d{4,6}$/u.test(last) ? parts.at(-2) ?? "" : last;
  return countryOf(postal) !== null &&
    // "Lyon (69)" with the number of its department.
    parts.slice(0, 1).every((part) => cityPattern.test(part.replace(/^\d{4,6} | \(\d{2,3}\)$/gu, "")));
}

const street =
  /(?:\b\d{1,5}[a-z]?,? (?:\p{L}[\p{L}.'’-]{0,30} ){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|way|place|pl|square|terrace|close|crescent|highway|parkway|circle|cir|trail)\b|(?:\p{L}{2,30}(?:stra(?:ss|ß)e|str\.|weg|platz|allee|gasse|ring|damm|ufer|straat|laan|plein|gracht))\s+\d{1,4}|\b(?:rue|avenue|boulevard|calle|avenida|av\.|rua|via|viale|piazza|corso|jalan|jl\.|plaza|paseo|carrer|impasse|allee|place|chemin) \p{L}[^,@|]{2,40},?\s+(?:no?\.?\s?)?\d{1,4}|\b\d{1,4},? (?:bis |ter )?(?:rue|avenue|boulevard|impasse|allee|allée|place|chemin|quai) |\b(?:p\.?o\.? box|apt\.?|apartment|flat|suite|unit|kelurahan|kecamatan|rt\.?\/?rw)\b.{0,3}\d)/iu;

/** Whether a text holds a street with its number. */
export function hasStreet(text: string): boolean {
  return text.length < 300 && street.test(text);
}
