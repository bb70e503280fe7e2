/**
 * Jobs, résumés and people's grades of their pairs: a folder's `pairs.json`, or a small made set.
 *
 * @module
 */
import { join } from "node:path";
import { z } from "zod";
import { people, type Person } from "../demo/people.ts";

const grade = z.union([z.number().min(0).max(10), z.enum(["no_fit", "weak", "medium", "strong"])])
  .transform((given) => typeof given === "number" ? given : ["no_fit", "weak", "medium", "strong"].indexOf(given));
const id = z.union([z.string(), z.number()]).transform(String);

const Pairs = z.object({
  jobs: z.array(z.object({
    id,
    title: z.string(),
    description: z.string().default(""),
    requirements: z.string().default(""),
    /** Read out of the text where there are none, as the product does. */
    skills_required: z.array(z.string()).default([]),
  })),
  /** `text`, or a PDF, DOCX or TXT `file` beside `pairs.json`. */
  resumes: z.array(z.object({ id, text: z.string().optional(), file: z.string().optional() })),
  labels: z.array(z.object({ job: id, resume: id, label: grade })),
});

/** What is evaluated. Pairs without a label are not looked at. */
export type Pairs = z.infer<typeof Pairs>;
/** A job of {@link Pairs}. */
export type PairsJob = Pairs["jobs"][number];
/** A résumé of {@link Pairs}. */
export type PairsResume = Pairs["resumes"][number];

/**
 * Reads `pairs.json` of a folder or of its subfolder `matching`; paths of its résumés become absolute.
 *
 * @returns `null` where there is none.
 * @throws {Error} If the file is not of this form.
 */
export async function pairsIn(folder: string): Promise<Pairs | null> {
  for (const place of [folder, join(folder, "matching")]) {
    const path = join(place, "pairs.json");
    const text = await Deno.readTextFile(path).catch((error) => {
      if (error instanceof Deno.errors.NotFound) return null;
      throw error;
    });
    if (text === null) continue;
    const { data, error } = Pairs.safeParse(JSON.parse(text));
    if (error) throw new Error(`Cannot evaluate ${path}: ${z.prettifyError(error)}`);
    return {
      ...data,
      resumes: data.resumes.map((resume) => resume.file ? { ...resume, file: join(place, resume.file) } : resume),
    };
  }
  return null;
}

const madeJobs: (Pairs["jobs"][number] & { fits: Partial<Record<keyof typeof people, number>> })[] = [
  {
    id: "backend",
    title: "Backend Engineer",
    description: "You build the services behind our delivery planner and keep them running.\n\nAbout us\n" +
      "We are a friendly company with health insurance, free fruit and an office by the river.",
    requirements: "REST APIs in TypeScript or Node.js\nPostgreSQL in production\nContainers with Docker",
    skills_required: ["TypeScript", "PostgreSQL", "Docker"],
    fits: { backend: 3, frontend: 1, data: 1 },
  },
  {
    id: "frontend",
    title: "Frontend Developer",
    description: "You turn designs into interfaces that everybody can use, on every device.",
    requirements: "React and TypeScript\nAccessibility\nTests of what the user sees",
    skills_required: [],
    fits: { frontend: 3, backend: 1 },
  },
  {
    id: "data",
    title: "Data Analyst",
    description: "You find out why deliveries are late, and draw the chart that changes the plan.",
    requirements: "SQL and Python\nStatistics\nDashboards that people open",
    skills_required: ["SQL", "Python", "Statistics"],
    fits: { data: 3, backend: 1, accountant: 1 },
  },
  {
    id: "nurse",
    title: "ICU Nurse",
    description: "You look after patients after heart surgery, in a team of twelve.",
    requirements: "Registered nurse\nIntensive care experience\nVentilated patients",
    skills_required: ["Intensive care", "Patient care"],
    fits: { nurse: 3 },
  },
  {
    id: "accountant",
    title: "Management Accountant",
    description: "You close the month, explain the variances and prepare the budget with the departments.",
    requirements: "Month-end close\nBudgets and forecasts\nExcel",
    skills_required: ["Budgeting", "Forecasting", "Microsoft Excel"],
    fits: { accountant: 3, data: 1 },
  },
  {
    id: "chef",
    title: "Head Chef",
    description: "You lead the kitchen of a restaurant with sixty seats and write its menu.",
    requirements: "Led a brigade\nFood safety and allergens\nPurchasing and food cost",
    skills_required: ["Menu planning", "Food safety"],
    fits: { chef: 3 },
  },
];

/** Six made jobs, six invented people, and a grade for each pair. Guards against breakage, and proves little else. */
export function madePairs(): Pairs {
  return {
    jobs: madeJobs.map(({ fits: _, ...job }) => job),
    resumes: Object.entries(people).map(([key, person]: [string, Person]) => ({ id: key, text: resumeText(person) })),
    labels: madeJobs.flatMap(({ id, fits }) =>
      Object.keys(people).map((resume) => ({
        job: id,
        resume,
        label: Object.entries(fits).find(([key]) => key === resume)?.[1] ?? 0,
      }))
    ),
  };
}

/** An invented person's résumé as plain text. */
export function resumeText(person: Person): string {
  return [
    person.name,
    person.headline,
    `${person.email} | ${person.phone} | ${person.location}`,
    ...person.links,
    "",
    "Summary",
    person.summary,
    "",
    "Experience",
    ...person.experience.flatMap(({ title, company, location, start, end, bullets }) => [
      `${title}, ${company}, ${location}`,
      `${start} – ${end ?? "Present"}`,
      ...bullets.map((bullet) => `• ${bullet}`),
      "",
    ]),
    "Education",
    ...person.education.map(({ degree, institution, years }) => `${degree}, ${institution}, ${years}`),
    "",
    "Skills",
    ...person.skills.map(([group, names]) => `${group}: ${names.join(", ")}`),
    "",
    "Languages",
    person.languages.join(", "),
    "",
    "Certifications",
    ...person.certifications,
  ].join("\n");
}
