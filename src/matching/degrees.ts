/**
 * Levels of degrees, in eight languages.
 *
 * @module
 */
import { folded } from "./text.ts";

/** How far a degree leads. */
export type DegreeLevel = "doctorate" | "master" | "bachelor" | "associate" | "vocational" | "school";

const levels: [DegreeLevel, RegExp][] = [
  [
    "doctorate",
    /(?<!\p{L})(?:ph\.?\s?d|d\.?phil|doctor|doctorate|doctoral|doctorado|doutorado|doutoramento|doctorat|dottorato|promotion|promotie|dr|ed\.?d|j\.?d|m\.?d|mbbs|s3)(?!\p{L})/u,
  ],
  [
    "master",
    /(?<!\p{L})(?:master(?:'?s)?|m\.?\s?sc|m\.?\s?tech|m\.?\s?eng|m\.?\s?b\.?\s?a|m\.?\s?c\.?\s?a|m\.?\s?com|m\.?\s?ed|m\.?\s?phil|m\.?s\.?w|mph|mfa|ll\.?\s?m|m\.?\s?a|m\.?\s?s|msn|m\.?s\.?n|meng|mestrado|maestria|maitrise|magister|laurea magistrale|diplom|diplom-\p{L}+|staatsexamen|dea|dess|diplome d'ingenieur|ingenieur|bac ?\+ ?5|s2|pgdm)(?!\p{L})/u,
  ],
  [
    "bachelor",
    /(?<!\p{L})(?:bachelor(?:'?s)?|b\.?\s?sc|b\.?\s?tech|b\.?\s?eng|beng|b\.?\s?e|b\.?\s?b\.?\s?a|b\.?\s?c\.?\s?a|b\.?\s?com|b\.?\s?ed|b\.?f\.?a|b\.?arch|b\.?s\.?n|b\.?pharm|ll\.?\s?b|b\.?\s?a|b\.?\s?s|licence|licenciatura|licenciad[oa]|grado|graduad[oa]|graduacao|bacharel(?:ado)?|laurea(?: triennale)?|bac ?\+ ?3|sarjana|s1|d4|hbo|undergraduate)(?!\p{L})/u,
  ],
  [
    "associate",
    /(?<!\p{L})(?:associate(?:'?s)?|a\.?\s?a\.?\s?s|a\.a|a\.s|foundation degree|hnd|bts|dut|deust|d[123]|tecnologo|tecnico superior|curso superior)(?!\p{L})/u,
  ],
  [
    "vocational",
    /(?<!\p{L})(?:diploma|certificate|certification|ausbildung|lehre|berufsausbildung|apprenticeship|cap|bep|fp|ciclo formativo|tecnico|mbo|nvq|btec|vocational|kaufmann|kauffrau|fach\p{L}+|maturita|d[34]|advanced diploma)(?!\p{L})/u,
  ],
  [
    "school",
    /(?<!\p{L})(?:high school|(?:senior |higher )?secondary|matriculation|intermediate|10th|12th|class (?:10|12|x|xii)|abitur|fachabitur|fachhochschulreife|allgemeine hochschulreife|mittlere reife|realschulabschluss|hauptschulabschluss|ged|a-?levels?|gcses?|h\.?s\.?c|s\.?s\.?c|cbse|icse|baccalaureat|bachillerato|ensino medio|bac|havo|vwo|vmbo|sma|smk|matura|maturita)(?!\p{L})/u,
  ],
];

/** The level that a degree's words name; `null` where they name none. The highest wins, but "high school diploma" is of a school. */
export function degreeLevel(degree: string | null): DegreeLevel | null {
  if (degree === null) return null;
  const text = folded(degree);
  if (/high school|secondary school/u.test(text)) return "school";
  return levels.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
