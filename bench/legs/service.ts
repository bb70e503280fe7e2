/**
 * A whole service over HTTP, against one of the usual Python design (`peers/service/`) on the same PostgreSQL. What ours
 * does beyond the other stays on: evidence, rate limit, request ids, its whole log, the text embedded to its end where
 * the other reads 256 word-pieces.
 *
 * @module
 */
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { taxonomy } from "../../src/matching/taxonomy.ts";
import { DATABASE_VARIABLE } from "../http/variable.ts";
import type { Plan } from "../http/work.ts";
import type { Leg } from "../leg.ts";
import { timedModel } from "../profile.ts";
import { CORE } from "../side.ts";
import { quantile } from "../stats.ts";

/** Skills that the other design has an expression for: a list that a team would keep by hand. */
const SKILLS = 500;
const CANDIDATES = 1000;
const CLIENTS = [1, 4, 16];
/** Of one measurement: enough that the last ones, when not all clients have work, weigh little. */
const UPLOADS_MIN = 16;
const UPLOADS_A_CLIENT = 3;
const LIMIT_RESUMES = 30;
const oneCore = String(CORE);
const allCores = Array.from({ length: CORE + 1 }, (_, core) => core).join(",");

/** One job, as a user who is logged in sees it. */
export const get = serviceLeg("get", "authenticated `GET` of a job, asked again and again", ["get"], 5, same, {
  cores: oneCore,
});

/** The best of many candidates. */
export const page = serviceLeg(
  "page",
  `page of 50 of ${CANDIDATES} candidates, asked again and again`,
  ["page"],
  4,
  same,
  { cores: oneCore },
);

/** From a PDF to its matched answer, by several clients at once. */
export const upload: readonly Leg[] = CLIENTS.map((clients): Leg => ({
  ...serviceLeg(
    `upload-${clients}`,
    `upload of a PDF to its matched answer, ${clients} client${clients > 1 ? "s" : ""}`,
    ["upload", String(clients)],
    clients === 4 ? 2 : null,
    findsAsMuch,
    { cores: allCores, uploads: Math.max(UPLOADS_MIN, UPLOADS_A_CLIENT * clients) },
  ),
  isVariant: clients !== 4,
  limitMs: async () => quantile(await timedModel(LIMIT_RESUMES), 0.5),
}));

function serviceLeg(
  name: string,
  work: string,
  args: [string, ...string[]],
  reach: number | null,
  differ: Leg["differ"],
  { cores, uploads = 0 }: { cores: string; uploads?: number },
): Leg {
  return {
    name,
    work,
    command: ["service.ts", ...args],
    against: [{
      name: "FastAPI, asyncpg, sentence-transformers",
      command: ["service.ts", ...args],
      requirements: "requirements-torch.txt",
      reach,
    }],
    isClient: true,
    missing: () => Deno.env.get(DATABASE_VARIABLE) ? null : `${DATABASE_VARIABLE} names no PostgreSQL`,
    async prepare(folder, size) {
      const { skills } = taxonomy();
      const names = skills.filter(({ family }) => family === "technology").map(({ name }) => name).slice(0, SKILLS);
      await Deno.writeTextFile(`${folder}/skills.json`, JSON.stringify(names));
      const isSmall = size === "small";
      const plan: Plan = {
        isSmall,
        cores: isSmall ? allCores : cores,
        candidates: isSmall ? 2 : CANDIDATES,
        uploads: isSmall ? 2 : uploads,
      };
      await Deno.writeTextFile(`${folder}/plan.json`, JSON.stringify(plan));
    },
    differ,
  };
}

const answer = z.record(z.string(), z.unknown());

function same(ours: unknown, theirs: unknown): string | null {
  const [a, b] = [answer.parse(ours), answer.parse(theirs)];
  const fields = Object.keys(a);
  if (fields.length === 0) return "ours says nothing";
  const other = fields.find((field) => isEmpty(a[field]) || !isDeepStrictEqual(a[field], b[field]));
  return other === undefined ? null : `${other}: ${JSON.stringify(a[other])} and ${JSON.stringify(b[other])}`;
}

const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);
const skillLists = z.array(z.array(z.string()));

/** Ours also takes evidence that is no literal mention, so it may find more. */
function findsAsMuch(ours: unknown, theirs: unknown): string | null {
  const [a, b] = [skillLists.parse(ours), skillLists.parse(theirs)];
  if (a.length === 0 || a.length !== b.length) return `${a.length} answers against ${b.length}`;
  for (const [i, found] of b.entries()) {
    if (found.length === 0) return `resume ${i}: no skill found`;
    const missed = found.filter((skill) => !a[i]!.includes(skill));
    if (missed.length > 0) return `resume ${i}: ours misses ${missed.join(", ")}`;
  }
  return null;
}
