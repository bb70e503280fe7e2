/**
 * Every setting, read once from the environment. `.env.example` is made from the same schema.
 *
 * @module
 */
import { join } from "node:path";
import { isIP } from "node:net";
import { z } from "zod";

/** The settings as the program sees them: whole, valid and frozen. */
export interface Config {
  environment: "development" | "production";
  host: string;
  /** 0: any free one. */
  port: number;
  role: "all" | "api" | "worker";
  dataDir: string;
  /** `null`: the embedded database in `dataDir`. */
  databaseUrl: string | null;
  databasePoolMax: number;
  cache: { kind: "memory" } | { kind: "redis"; url: string } | { kind: "upstash"; url: string; token: string };
  /** `null`: a development key in `dataDir`, see {@link signingKey}. */
  secretKey: string | null;
  /** Keys that signed before and are still believed. */
  secretKeysPrevious: string[];
  accessTokenMinutes: number;
  refreshTokenDays: number;
  passwordLengthMin: number;
  bcryptCost: number;
  /** Addresses and subnets whose X-Forwarded-For is believed. */
  trustedProxies: string[];
  corsOrigins: string[];
  /** Of one user; 0: any number. */
  requestsPerMinute: number;
  /** A folder, absolute or relative to the working directory. */
  embeddingModel: string;
  /** `null`: one a core. */
  embeddingThreads: number | null;
  /** `null`: the shipped taxonomy alone. */
  taxonomyFile: string | null;
  uploadBytesMax: number;
  /** Of all files of a batch together, archives as they are sent. */
  batchBytesMax: number;
  uploadWaitMs: number;
  /** `null`: nobody gets the figures of this process. */
  metricsToken: string | null;
  logLevel: "info" | "warn" | "error";
  logFormat: "json" | "pretty";
}

const whole = (min: number, max: number) =>
  z.string().regex(/^\d{1,9}$/, `expected a whole number from ${min} to ${max}`).transform(Number)
    .refine((value) => value >= min && value <= max, `expected a whole number from ${min} to ${max}`);
const url = (...schemes: string[]) =>
  z.string().refine(
    (value) => URL.canParse(value) && schemes.includes(new URL(value).protocol),
    `expected a URL that begins with ${schemes.map((scheme) => `${scheme}//`).join(" or ")}`,
  );
const choice = <const T extends [string, ...string[]]>(...values: T) => z.enum(values, `expected ${values.join(", ")}`);

const isSubnet = (value: string) => {
  const [address = "", bits, ...rest] = value.split("/");
  const widest = isIP(address) === 4 ? 32 : 128;
  return isIP(address) !== 0 && rest.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= widest));
};

/** Scheme, host and port as a browser sends them. */
const isOrigin = (value: string) => /^https?:/.test(value) && URL.canParse(value) && new URL(value).origin === value;

const list = z.string().default("")
  .transform((value) => value.split(",").map((part) => part.trim()).filter((part) => part !== ""));

/** In the order of `.env.example`. A group begins with a `group` in its first member's meta. */
const variables = {
  ENVIRONMENT: choice("development", "production").default("development").meta({
    group: "Server",
    description: "`production` refuses to start with a missing, short or well-known secret.",
  }),
  HOST: z.string().regex(/^[\w.:-]+$/, "expected an address or a host name").default("127.0.0.1").meta({
    description: "Address to listen on; 0.0.0.0 for all.",
  }),
  PORT: whole(0, 65535).default(8000).meta({ description: "0 takes any free port." }),
  ROLE: choice("all", "api", "worker").default("all").meta({
    description: "What this process does: HTTP, background work, or both. The embedded database needs `all`.",
  }),
  LOG_LEVEL: choice("info", "warn", "error").default("info").meta({
    description: "Least level that is logged; above `info` nothing says where the server listens.",
  }),
  LOG_FORMAT: choice("json", "pretty").optional().meta({
    description: "Default: json in production, else pretty.",
    example: "json",
  }),
  TRUSTED_PROXIES: list.refine((values) => values.every(isSubnet), "expected addresses or subnets, separated by commas")
    .meta({
      description: "Addresses or subnets of proxies whose X-Forwarded-For is believed, separated by commas.",
      example: "10.0.0.0/8,::1",
    }),
  CORS_ORIGINS: list.refine((values) => values.every(isOrigin), "expected origins such as https://app.example.com")
    .meta({
      description: "Origins whose pages may call the API from a browser, separated by commas. Unset: none.",
      example: "https://app.example.com",
    }),
  METRICS_TOKEN: z.string().regex(/^[\w.~+/-]+=*$/, "expected letters, digits and -._~+/").optional().meta({
    description: "Bearer token of whoever may read `GET /metrics` (Prometheus); at least 32 bytes, e.g. from " +
      "`openssl rand -base64 48`. Unset: nobody may.",
    example: "",
  }),
  REQUESTS_PER_MINUTE: whole(0, 10_000_000).default(120_000).meta({
    description: "Most requests of one user in a minute, past which they get 429; 0 for any number.",
  }),
  DATA_DIR: z.string().default("./data").meta({
    group: "Data",
    description: "Folder of the embedded database and of the development key.",
  }),
  DATABASE_URL: url("postgres:", "postgresql:").optional().meta({
    description: "PostgreSQL 15 or later with pgvector. Unset: the embedded database in DATA_DIR.",
    example: "postgres://user:password@localhost:5432/jobmatch",
  }),
  DATABASE_POOL_MAX: whole(1, 100).default(4).meta({ description: "Connections a process holds to PostgreSQL." }),
  REDIS_URL: url("redis:", "rediss:").optional().meta({
    description: "Redis for what processes share. Unset: each process counts for itself.",
    example: "redis://localhost:6379",
  }),
  UPSTASH_REDIS_REST_URL: url("https:", "http:").optional().meta({
    description: "Upstash Redis instead of REDIS_URL.",
    example: "https://name.upstash.io",
  }),
  UPSTASH_REDIS_REST_TOKEN: z.string().optional().meta({
    description: "Its token.",
    example: "token",
  }),
  SECRET_KEY: z.string().optional().meta({
    group: "Accounts",
    description:
      "Signs access tokens; at least 32 bytes, e.g. from `openssl rand -base64 48`. Required in production; " +
      "in development one is made in DATA_DIR on the first start.",
    example: "",
  }),
  SECRET_KEYS_PREVIOUS: z.string().default("").transform((value) => value.split(/\s+/).filter((key) => key !== ""))
    .meta({
      description:
        "Former values of SECRET_KEY, separated by spaces, whose tokens are still believed: name the old key " +
        "here when you change it, and drop it when its tokens have expired.",
      example: "",
    }),
  ACCESS_TOKEN_EXPIRE_MINUTES: whole(1, 1440).default(30).meta({ description: "How long an access token is valid." }),
  REFRESH_TOKEN_EXPIRE_DAYS: whole(1, 365).default(30).meta({
    description: "How long a session lasts without being used.",
  }),
  PASSWORD_LENGTH_MIN: whole(8, 64).default(12).meta({ description: "Shortest password, in characters." }),
  BCRYPT_COST: whole(4, 15).default(12).meta({ description: "Each step doubles the work; at least 10 in production." }),
  EMBEDDING_MODEL: z.string().default("models/all-MiniLM-L6-v2").meta({
    group: "Matching",
    description: "Folder of the sentence embedding model, made as the README in the shipped one says.",
  }),
  EMBEDDING_THREADS: whole(1, 256).optional().meta({
    description: "Threads that embed. Default: one a core.",
    example: "2",
  }),
  TAXONOMY_FILE: z.string().optional().meta({
    description: "Skills beside the shipped ones, made by `deno task taxonomy import` from ESCO or O*NET files.",
    example: "./data/taxonomy.json",
  }),
  MAX_UPLOAD_MB: whole(1, 100).default(10).meta({ description: "Largest résumé file." }),
  MAX_BATCH_MB: whole(1, 1000).default(100).meta({
    description: "Largest batch of résumé files, all together; archives as they are sent.",
  }),
  UPLOAD_WAIT_SECONDS: whole(0, 60).default(10).meta({
    description: "How long an upload waits for its match before it answers 202.",
  }),
};

const schema = z.object(variables).transform((env, context): Config => {
  const production = env.ENVIRONMENT === "production";
  const problem = (name: keyof typeof variables, message: string) =>
    context.addIssue({ code: "custom", path: [name], message });

  if (env.SECRET_KEY === undefined && production) problem("SECRET_KEY", "required in production");
  const weakness = env.SECRET_KEY === undefined ? null : secretWeakness(env.SECRET_KEY);
  if (weakness) problem("SECRET_KEY", weakness);
  const weakMetrics = env.METRICS_TOKEN === undefined ? null : secretWeakness(env.METRICS_TOKEN);
  if (weakMetrics) problem("METRICS_TOKEN", weakMetrics);
  const weakBefore = env.SECRET_KEYS_PREVIOUS.map(secretWeakness).find((reason) => reason !== null);
  if (weakBefore) problem("SECRET_KEYS_PREVIOUS", weakBefore);
  if (production && env.BCRYPT_COST < 10) problem("BCRYPT_COST", "expected at least 10 in production");
  if (env.DATABASE_URL === undefined && env.ROLE !== "all") {
    problem("ROLE", "the embedded database allows only `all`; set DATABASE_URL to split roles");
  }
  if (env.REDIS_URL !== undefined && env.UPSTASH_REDIS_REST_URL !== undefined) {
    problem("REDIS_URL", "set either this or UPSTASH_REDIS_REST_URL");
  }
  if (env.UPSTASH_REDIS_REST_URL === undefined && env.UPSTASH_REDIS_REST_TOKEN !== undefined) {
    problem("UPSTASH_REDIS_REST_URL", "required with UPSTASH_REDIS_REST_TOKEN");
  }
  if (env.UPSTASH_REDIS_REST_URL !== undefined && env.UPSTASH_REDIS_REST_TOKEN === undefined) {
    problem("UPSTASH_REDIS_REST_TOKEN", "required with UPSTASH_REDIS_REST_URL");
  }
  return {
    environment: env.ENVIRONMENT,
    host: env.HOST,
    port: env.PORT,
    role: env.ROLE,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL ?? null,
    databasePoolMax: env.DATABASE_POOL_MAX,
    cache: cacheOf(env),
    secretKey: env.SECRET_KEY ?? null,
    secretKeysPrevious: env.SECRET_KEYS_PREVIOUS,
    accessTokenMinutes: env.ACCESS_TOKEN_EXPIRE_MINUTES,
    refreshTokenDays: env.REFRESH_TOKEN_EXPIRE_DAYS,
    passwordLengthMin: env.PASSWORD_LENGTH_MIN,
    bcryptCost: env.BCRYPT_COST,
    trustedProxies: env.TRUSTED_PROXIES,
    corsOrigins: env.CORS_ORIGINS,
    requestsPerMinute: env.REQUESTS_PER_MINUTE,
    embeddingModel: env.EMBEDDING_MODEL,
    embeddingThreads: env.EMBEDDING_THREADS ?? null,
    taxonomyFile: env.TAXONOMY_FILE ?? null,
    uploadBytesMax: env.MAX_UPLOAD_MB * 1024 * 1024,
    batchBytesMax: env.MAX_BATCH_MB * 1024 * 1024,
    uploadWaitMs: env.UPLOAD_WAIT_SECONDS * 1000,
    metricsToken: env.METRICS_TOKEN ?? null,
    logLevel: env.LOG_LEVEL,
    logFormat: env.LOG_FORMAT ?? (production ? "json" : "pretty"),
  };
});

function cacheOf(
  env: {
    REDIS_URL?: string | undefined;
    UPSTASH_REDIS_REST_URL?: string | undefined;
    UPSTASH_REDIS_REST_TOKEN?: string | undefined;
  },
): Config["cache"] {
  const { REDIS_URL, UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = env;
  if (url !== undefined && token !== undefined) return { kind: "upstash", url, token };
  return REDIS_URL === undefined ? { kind: "memory" } : { kind: "redis", url: REDIS_URL };
}

/** What is wrong with the settings: every problem, one a line, without any value. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  constructor(readonly problems: string[]) {
    super(
      `Cannot start: ${problems.length === 1 ? "a setting is" : `${problems.length} settings are`} wrong\n` +
        problems.map((problem) => `  ${problem}`).join("\n"),
    );
  }
}

/**
 * Reads the settings. A variable that is empty counts as unset.
 *
 * @throws {ConfigError} Naming every problem at once.
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(
    Object.keys(variables).map((name) => [name, env[name]?.trim() === "" ? undefined : env[name]?.trim()]),
  );
  const result = schema.safeParse(set);
  if (result.success) return deepFreeze(result.data);
  const problems = [...result.error.issues, ...acrossOnly(set)];
  throw new ConfigError([...new Set(problems.map(({ path, message }) => `${path.join(".")}: ${message}`))]);
}

/** zod checks across variables only where each is valid; this does it with the invalid ones left out. */
function acrossOnly(set: Record<string, string | undefined>): z.core.$ZodIssue[] {
  const valid = Object.entries(variables).filter(([name, variable]) => variable.safeParse(set[name]).success);
  return schema.safeParse(Object.fromEntries(valid.map(([name]) => [name, set[name]]))).error?.issues ?? [];
}

function deepFreeze<T extends object>(value: T): T {
  for (const member of Object.values(value)) if (typeof member === "object" && member !== null) deepFreeze(member);
  return Object.freeze(value);
}

const SECRET_BYTES_MIN = 32;
const DEVELOPMENT_KEY_BYTES = 48;
const encoder = new TextEncoder();

/** Words and values of examples and tutorials. A secret that holds one is nobody's secret. */
const knownSecrets = [
  "changeme",
  "change-me",
  "change_me",
  "change-in-production",
  "change-this",
  "changethis",
  "your-secret",
  "your_secret",
  "yoursecret",
  "your-256-bit-secret",
  "secret-key",
  "secret_key",
  "secretkey",
  "supersecret",
  "super-secret",
  "super_secret",
  "a-string-secret",
  "django-insecure",
  "not-so-secret",
  "do-not-use",
  "keyboard-cat",
  "keyboard cat",
  "insecure",
  "example",
  "password",
  "development",
  "0123456789",
  "1234567890",
  "abcdefghij",
  "09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7",
];

function secretWeakness(secret: string): string | null {
  if (encoder.encode(secret).length < SECRET_BYTES_MIN) return `expected at least ${SECRET_BYTES_MIN} bytes`;
  const folded = secret.toLowerCase();
  if (knownSecrets.some((known) => folded.includes(known))) return "holds a well-known example value";
  if (new Set(secret).size < 10) return "too uniform to be random";
  return null;
}

/**
 * The key that signs tokens: `SECRET_KEY`, or a development key that the first start leaves in `dataDir`.
 * Several processes that start at once get the same one.
 *
 * @throws {Error} If the file exists and is no key.
 */
export async function signingKey(config: Pick<Config, "secretKey" | "dataDir">): Promise<Uint8Array<ArrayBuffer>> {
  if (config.secretKey !== null) return encoder.encode(config.secretKey);
  await Deno.mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const path = join(config.dataDir, "secret.key");
  // Held until it is whole. Whoever is killed before leaves an empty file, which the next one fills.
  using file = await Deno.open(path, { create: true, read: true, write: true, mode: 0o600 });
  await file.lock(true);
  if ((await file.stat()).size === 0) {
    const fresh = crypto.getRandomValues(new Uint8Array(DEVELOPMENT_KEY_BYTES));
    await file.write(fresh);
    await file.syncData();
    return fresh;
  }
  const key = await Deno.readFile(path);
  if (key.length === DEVELOPMENT_KEY_BYTES) return key;
  throw new Error(`Cannot use ${path}: it is not a key; delete it to get a new one`);
}

/** The keys of tokens that were signed before {@link signingKey} was the key. */
export function previousKeys(config: Pick<Config, "secretKeysPrevious">): Uint8Array<ArrayBuffer>[] {
  return config.secretKeysPrevious.map((key) => encoder.encode(key));
}

/** The text of `.env.example`: every variable with what it does and its default. */
export function envExample(): string {
  const lines = ["# Made by `deno task env:example` from src/config.ts. Every variable is optional in development."];
  for (const [name, variable] of Object.entries(variables)) {
    const { group, description, example } = z.globalRegistry.get(variable) ?? {};
    if (typeof group === "string") lines.push("", `# --- ${group} ---`);
    lines.push("", `# ${description}`, `#${name}=${example ?? variable.parse(undefined) ?? ""}`);
  }
  return lines.join("\n") + "\n";
}
