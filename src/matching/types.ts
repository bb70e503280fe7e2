/**
 * What the matching modules pass to one another. All offsets are UTF-16 code units of the document's text,
 * which is its lines joined by "\n".
 *
 * @module
 */

/** A half-open range [start, end) of the text. */
export interface Span {
  start: number;
  end: number;
}

/** What a part of a résumé is about. `header` is what stands before the first heading. */
export type SectionName =
  | "header"
  | "summary"
  | "experience"
  | "education"
  | "skills"
  | "projects"
  | "certifications"
  | "languages"
  | "publications"
  | "awards"
  | "volunteering"
  | "interests"
  | "references"
  | "other";

/** A titled part of the text; the sections of a résumé follow one another and cover all of it. */
export interface Section extends Span {
  name: SectionName;
  /** The heading as printed; `null` for the header and for résumés without headings. */
  heading: string | null;
}

/** A value with the place it was read from. */
export interface Found<T> extends Span {
  value: T;
  /** The text between the offsets; absent where a person gave the value, empty where it only stands behind a link. */
  printed?: string;
  /** How sure the rule is, in [0, 1]. */
  confidence: number;
}

/** "YYYY-MM" or "YYYY"; `present` for an engagement that goes on. */
export type PartialDate = string;

/** A part of a job or of a time at a school, with the place it is printed at. */
export interface EntryPart extends Span {
  part: "title" | "company" | "location" | "institution" | "degree" | "field" | "dates";
  /** The text between the offsets. */
  printed: string;
  /** How sure the rule is, in [0, 1]. */
  confidence: number;
}

export interface ExperienceEntry extends Span {
  title: string | null;
  company: string | null;
  location: string | null;
  /** `null` where none is printed. A single printed date is `start` with `end` null. */
  startDate: PartialDate | null;
  endDate: PartialDate | "present" | null;
  current: boolean;
  bullets: string[];
  confidence: number;
  /** What of the above is printed as it is given; absent in what a person wrote. */
  parts?: EntryPart[];
}

export interface EducationEntry extends Span {
  institution: string | null;
  degree: string | null;
  field: string | null;
  startDate: PartialDate | null;
  endDate: PartialDate | "present" | null;
  confidence: number;
  /** As for {@link ExperienceEntry}. */
  parts?: EntryPart[];
}

/** A certificate or licence; `value` is its name. */
export interface Certification extends Found<string> {
  /** Who gave it, where that is printed. */
  issuer: string | null;
  date: PartialDate | null;
}

/** The facts of a résumé. What it does not say is `null` or empty, never guessed. */
export interface ResumeFields {
  name: Found<string> | null;
  emails: Found<string>[];
  /** `value` in E.164 where the country is known and the number can be one there, else as printed. */
  phones: (Found<string> & { printed: string })[];
  /** host/path without scheme and "www.". */
  links: Found<string>[];
  location: Found<string> | null;
  experience: ExperienceEntry[];
  education: EducationEntry[];
  languages: (Found<string> & { level: string | null })[];
  certifications: Certification[];
  /** Years of work without double counting, one decimal; `null` where no entry has dates. */
  totalYears: number | null;
  /**
   * Where names and addresses stand, the person's and those of employers and schools, in order and apart: no skill is
   * shown there. Absent in what a person wrote.
   */
  names?: Span[];
}

/** A skill found in a text, with its evidence. */
export interface SkillHit extends Span {
  /** Canonical name. */
  skill: string;
  category: string;
  quote: string;
  kind: "exact" | "alias";
  section: SectionName | null;
}

/** A skill of the taxonomy that a text is close to. */
export interface ImpliedSkill {
  id: string;
  name: string;
  category: string;
  family: string;
  /** Of the skill's name and the text, in [-1, 1]. */
  cosine: number;
}

/** A piece of text that is embedded on its own and quoted as evidence. */
export interface Passage extends Span {
  text: string;
  section: SectionName | null;
  /** Word-pieces, without [CLS] and [SEP]: the passage's weight in the document vector. */
  tokens: number;
}

/** How a required skill is met by a résumé. */
export interface Evidence extends Span {
  kind: "exact" | "alias" | "partial" | "semantic";
  /** In [0, 1]; 1 for exact and alias. */
  credit: number;
  section: SectionName | null;
  quote: string;
}

/** Everything the analysis thread reads out of a résumé's lines. */
export interface ResumeAnalysis {
  text: string;
  sections: Section[];
  fields: ResumeFields;
  skills: SkillHit[];
  /** In reading order, without names and contact details. */
  passages: Passage[];
  /** The text (≤ 128 word-pieces) that says who this is: headline, summary, skills, latest role. */
  head: string;
  /** BCP-47 primary language. */
  language: string;
  /** How far the reading can be trusted, in [0, 1], with reason codes. */
  quality: number;
  flags: string[];
}

/** Everything the analysis thread reads out of a job. */
export interface JobAnalysis {
  /** The role that the title names, then the passages of what the ad asks for and describes; boilerplate left out. */
  title: string;
  passages: Passage[];
  /**
   * Skills that description and requirements ask for, in order, deduplicated; not those they only wish for. With years
   * where they ask for some ("5+ years of Go"); in the ad's own words where the taxonomy knows none of them.
   */
  skills: SkillHit[];
  /** Skills that they only wish for. */
  preferred: SkillHit[];
}
