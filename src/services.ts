/**
 * What features are given to work with. Types only: the adapters are chosen in `main.ts`.
 *
 * @module
 */
import type { Database } from "./db/database.ts";
import type { DocumentText, ReaderFormat } from "../workers/protocol.ts";
import type { Completions } from "./operations/completions.ts";
import type { ReadAhead } from "./resumes/read_ahead.ts";
import type {
  Evidence,
  ExperienceEntry,
  ImpliedSkill,
  JobAnalysis,
  Passage,
  ResumeAnalysis,
  Section,
  SkillHit,
  Span,
} from "./matching/types.ts";

/** Whether a part can do its work now. */
export type Readiness = "starting" | "ok" | "unavailable";

/** How busy an embedder is, and what it had to do since it was made. */
export interface EmbedderLoad {
  /** Texts that no thread has taken. */
  waiting: { interactive: number; bulk: number };
  /** Threads that take texts. */
  threads: number;
  /** Vectors by where they came from: this process's cache, that of all processes, or the model. */
  vectors: { memory: number; shared: number; model: number };
}

/** Turns texts into vectors. */
export interface Embedder {
  /** Model, dtype and checksum prefix; part of what makes a stored vector stale. */
  readonly model: string;
  /**
   * One vector per text, in order: 384 floats of unit length, the same bits for the same text on every call.
   * Texts are cut at 256 word-pieces.
   *
   * @param lane `interactive` is served before `bulk`.
   * @throws {AppError} `unavailable` when the queue is full (interactive lane) or no thread can start.
   */
  embed(texts: readonly string[], lane: "interactive" | "bulk"): Promise<Float32Array[]>;
  load(): EmbedderLoad;
  readiness(): Readiness;
  close(): Promise<void>;
}

/** Reads files in a process without permissions. */
export interface Documents {
  /** @throws {AppError} With the code of the refusal: `encrypted`, `damaged`, `empty`, `scanned`, `too_complex`, `wrong_type`. */
  read(bytes: Uint8Array, format: ReaderFormat): Promise<DocumentText>;
  /** Files that are being read, and those that wait for a process. */
  load(): { reading: number; waiting: number };
  readiness(): Readiness;
  close(): Promise<void>;
}

/** A skill to look for in a resume; `best` is the passage whose vector is nearest to the skill's own. */
export interface SkillQuery {
  name: string;
  best: { passage: number; cosine: number } | null;
}

/** Reads structure and skills out of texts, in a thread. */
export interface Analyst {
  /** Parser, passage and taxonomy version; part of what makes a prepared resume or job stale. */
  readonly version: string;
  resume(document: DocumentText): Promise<ResumeAnalysis>;
  job(job: { title: string; description: string; requirements: string }): Promise<JobAnalysis>;
  /**
   * Skills of the taxonomy that texts imply by what they mean.
   *
   * @param vectors Of one text each, made with `model`; another model than the shipped one implies nothing.
   * @returns For each text the nearest skills, best first.
   */
  implied(vectors: Float32Array[], model: string): Promise<ImpliedSkill[][]>;
  /** Skills in a text that is no résumé. */
  skills(text: string): Promise<SkillHit[]>;
  /** Per query the evidence that the resume meets the skill, or `null` where it does not. */
  evidence(
    resume: {
      text: string;
      sections: Section[];
      passages: Pick<Passage, "start" | "end" | "section">[];
      /** Names and addresses, in order and apart: no skill is shown there. */
      names?: Span[] | undefined;
      /** Dated work, and the month it was read in: for skills that ask for years. */
      work?: { experience: ExperienceEntry[]; readOn: string };
    },
    queries: SkillQuery[],
  ): Promise<(Evidence | null)[]>;
  readiness(): Readiness;
  close(): Promise<void>;
}

/** Reads one resume, and matches it to a job; without one, scores its stale matches again if it was read before. */
export interface IngestTask {
  companyId: string;
  resumeId: string;
  jobId: string | null;
  operationId: string;
  /** One of many: others are taken first. */
  lane?: "bulk";
}

/** Scores a job against resumes of its company: those whose match is stale, all, or these. */
export interface MatchTask {
  companyId: string;
  resumeId: null;
  jobId: string;
  operationId: string;
  resumes: "stale" | "all" | readonly string[];
}

/** Work that outlives the request: committed with the rows it is about, done at least once. */
export type Task = IngestTask | MatchTask;

/** The durable queue. */
export interface Tasks {
  /** Adds tasks in the caller's transaction: both are there after the commit, or neither. */
  enqueue(tx: Database, ...tasks: Task[]): Promise<void>;
  /** Takes back, in the caller's transaction, the tasks on a resume that nobody works on; says how many. */
  withdraw(tx: Database, resume: { companyId: string; resumeId: string }): Promise<number>;
  /**
   * Starts taking tasks. The handler must be idempotent: after a crash a task runs again.
   *
   * @param onDead Told of a task that failed at its last try.
   */
  work(handler: (task: Task) => Promise<void>, onDead: (task: Task) => Promise<void>): Promise<void>;
  /** Tasks of all processes. `failed` are those of the last 24 hours that were given up. */
  counts(): Promise<{ waiting: number; running: number; failed: number }>;
  readiness(): Promise<Readiness>;
  /** Finishes the running tasks within `graceMs`, gives the others back. */
  stop(graceMs: number): Promise<void>;
}

/** Bytes by key that may be gone at any time. */
export interface SharedBytes {
  /** In the order of the keys, `null` where nothing is kept. Never rejects. */
  recall(keys: readonly string[]): Promise<(Uint8Array | null)[]>;
  /** Keeps them for some days. Never rejects. */
  keep(entries: ReadonlyMap<string, Uint8Array>): Promise<void>;
}

/** A cache that may be empty, slow or gone at any time. */
export interface Cache {
  /**
   * Counts one hit on `key`, or `by` hits; the counter starts anew `windowSeconds` after its first hit.
   *
   * @param by A negative number takes hits back, 0 only looks. @default 1
   */
  increment(key: string, windowSeconds: number, by?: number): Promise<{ count: number; resetSeconds: number }>;
  reset(key: string): Promise<void>;
  /** Bytes that processes share; `null` where there is nobody to share with. */
  readonly shared: SharedBytes | null;
  /** Whether a shared cache was lost, so that each process counts for itself. */
  isLost(): boolean;
  readiness(): Promise<Readiness>;
  close(): Promise<void>;
}

/** Slow hashes, a bounded number at once. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes the same time whether or not `hash` is given. */
  verify(password: string, hash: string | null): Promise<boolean>;
}

/** Structured log; messages and fields carry no personal data. */
export interface Log {
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
}

/** Figures of this process, for Prometheus. */
export interface Metrics {
  /** Counts an answer. `route` is a pattern, never a path: each one is kept for as long as the process lives. */
  answered(request: { method: string; route: string; status: number }, seconds: number): void;
  /** All figures as they are now, in the text format. Those of a part that is away are left out. */
  scrape(): Promise<{ type: string; text: string }>;
  stop(): void;
}

/** The bag that `main.ts` fills. Verbs take a `Pick` of it. */
export interface Services {
  db: Database;
  cache: Cache;
  embedder: Embedder;
  documents: Documents;
  analyst: Analyst;
  /** `null` in a process that stores files whose tasks others do. */
  readAhead: ReadAhead | null;
  tasks: Tasks;
  passwords: Passwords;
  completions: Completions;
  log: Log;
  now: () => Date;
  /** A fresh UUIDv7. */
  newId: () => string;
}

/** Who acts, taken from a verified token and the current user row. */
export interface Actor {
  userId: string;
  companyId: string;
  role: "recruiter" | "hiring_manager" | "admin";
  isOwner: boolean;
}
