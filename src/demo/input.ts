/**
 * What the demo is given to work with: a folder of resumes and a file of jobs, or the ones that it makes.
 *
 * @module
 */
import { join } from "node:path";
import type { NewJob, ResumeFile } from "./client.ts";
import { resumeDocx, resumePdf } from "./documents.ts";
import { demoJobs } from "./jobs.ts";
import { people } from "./people.ts";

/** Something the user gave that cannot be used. Its message is for them. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** A file to upload, read only when its turn comes. */
export interface ResumeSource {
  name: string;
  read(): Promise<ResumeFile>;
}

/**
 * Every file of a folder and of those below it, by name; hidden ones are left out, and links to folders. What is no
 * resume is for the API to refuse.
 *
 * @throws {InputError} If there is no such folder, or nothing in it.
 */
export async function resumesIn(dir: string): Promise<ResumeSource[]> {
  const names = await filesBelow(dir, "").catch((error) => {
    if (error instanceof Deno.errors.NotFound) {
      throw new InputError(`Cannot read the resumes: there is no folder ${dir}`);
    }
    if (error instanceof Deno.errors.NotADirectory) {
      throw new InputError(`Cannot read the resumes: ${dir} is no folder`);
    }
    throw error;
  });
  if (names.length === 0) throw new InputError(`Cannot read the resumes: the folder ${dir} is empty`);
  return names.sort().map((name) => ({
    name,
    read: async () => ({ name, bytes: await readResume(join(dir, name)) }),
  }));
}

/** More than any server takes, and as much as this program holds of one file. */
const FILE_BYTES_MAX = 100 * 1024 * 1024;

async function readResume(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const { size } = await Deno.stat(path);
    if (size > FILE_BYTES_MAX) throw new InputError(`Cannot send the file: it is larger than ${FILE_BYTES_MAX} bytes`);
    return await Deno.readFile(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError("Cannot send the file: it cannot be read", { cause: error });
  }
}

async function filesBelow(dir: string, prefix: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name, isFile, isDirectory, isSymlink } of Deno.readDir(join(dir, prefix))) {
    if (name.startsWith(".")) continue;
    const isLinkedFile = isSymlink && (await Deno.stat(join(dir, prefix, name)).catch(() => null))?.isFile;
    if (isFile || isLinkedFile) names.push(prefix + name);
    if (isDirectory) names.push(...await filesBelow(dir, `${prefix}${name}/`));
  }
  return names;
}

/** Resumes of invented people, as PDF and DOCX in turn. */
export function madeResumes(): ResumeSource[] {
  return Object.entries(people).map(([who, person], i) => {
    const name = `${who}.${i % 2 === 0 ? "pdf" : "docx"}`;
    return {
      name,
      read: async () => ({ name, bytes: await (i % 2 === 0 ? resumePdf(person) : resumeDocx(person)) }),
    };
  });
}

/**
 * The jobs of a JSON file: one job, a list of them, or `{"jobs": […]}`. Fields are those of `POST /jobs`, which checks
 * them.
 *
 * @throws {InputError} If the file is missing or does not hold jobs.
 */
export async function jobsIn(path: string): Promise<NewJob[]> {
  const found = listIn(await readJson(path));
  if (found.length === 0) throw new InputError(`Cannot read the jobs: ${path} holds none`);
  return found.map((job, i) => {
    if (isJob(job)) return job;
    throw new InputError(
      `Cannot read the jobs: number ${i + 1} in ${path} needs a title, a company and a description, each a text`,
    );
  });
}

/** The jobs of the demo itself. */
export const madeJobs: () => NewJob[] = () => demoJobs;

async function readJson(path: string): Promise<unknown> {
  const text = await Deno.readTextFile(path).catch((error) => {
    if (error instanceof Deno.errors.NotFound) throw new InputError(`Cannot read the jobs: there is no file ${path}`);
    if (error instanceof Deno.errors.IsADirectory) throw new InputError(`Cannot read the jobs: ${path} is a folder`);
    throw error;
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new InputError(`Cannot read the jobs: ${path} is not JSON: ${error.message}`);
    }
    throw error;
  }
}

function listIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === "object" && value !== null && "jobs" in value && Array.isArray(value.jobs)) return value.jobs;
  return [value];
}

function isJob(value: unknown): value is NewJob {
  if (typeof value !== "object" || value === null) return false;
  const job: { title?: unknown; company?: unknown; description?: unknown } = value;
  return [job.title, job.company, job.description].every((text) => typeof text === "string" && text.trim() !== "");
}
