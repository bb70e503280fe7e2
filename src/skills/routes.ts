/** HTTP face of the taxonomy: skills in a text, and completion of their names. @module */
import {
  type AppRouter,
  bearer,
  body,
  createRoute,
  json,
  line,
  listQuery,
  newRouter,
  problems,
  query,
  text,
  z,
} from "../http/contract.ts";
import { completeSkills } from "../matching/skills.ts";
import type { Services } from "../services.ts";

const SkillText = z.strictObject({ text: text(1, 200_000) })
  .openapi("SkillText", { example: { text: "Five years with Postgres and k8s; fluent in German." } });

const SkillMention = z.strictObject({
  skill: z.string().openapi({ description: "The taxonomy's name", example: "PostgreSQL" }),
  category: z.string().openapi({ example: "database" }),
  quote: z.string().openapi({ description: "The text from start to end", example: "Postgres" }),
  start: z.int().nonnegative().openapi({ description: "In UTF-16 code units", example: 16 }),
  end: z.int().nonnegative().openapi({ description: "In UTF-16 code units, exclusive", example: 24 }),
  kind: z.enum(["exact", "alias"]).openapi({
    description: "`exact`: the taxonomy's own name; `alias`: another spelling of it",
  }),
}).openapi("SkillMention");

const ExtractedSkills = z.strictObject({
  skills: z.array(SkillMention).openapi({ description: "In the order of the text, without overlaps" }),
}).openapi("ExtractedSkills");

const KnownSkill = z.strictObject({
  id: z.string().openapi({ description: "Stable across versions of the taxonomy", example: "postgresql" }),
  name: z.string().openapi({ example: "PostgreSQL" }),
  category: z.string().openapi({ example: "database" }),
  family: z.string().openapi({ example: "technology" }),
}).openapi("KnownSkill");

const SkillCompletions = z.strictObject({ skills: z.array(KnownSkill) }).openapi("SkillCompletions");

const extract = createRoute({
  method: "post",
  path: "/skills/extract",
  operationId: "extractSkills",
  tags: ["Skills"],
  summary: "Find skills in a text",
  description: "Every mention of a skill that the text says somebody has or needs, with its place. Nothing is stored.",
  security: bearer,
  "x-stores-nothing": true,
  request: { body: body(SkillText) },
  responses: { 200: json(ExtractedSkills, "The mentions"), ...problems("unavailable") },
});

const complete = createRoute({
  method: "get",
  path: "/skills",
  operationId: "completeSkills",
  tags: ["Skills"],
  summary: "Complete a skill's name",
  description:
    "Skills with a name or another spelling that begins with `q`, names first. A job may require any other too.",
  security: bearer,
  request: {
    query: query({
      q: line(0, 100).default("").openapi({ description: "In any case; empty for the first skills", example: "postg" }),
      limit: listQuery({}).shape.limit,
    }),
  },
  responses: { 200: json(SkillCompletions, "The skills, best first") },
});

/** Mounts the skill endpoints. */
export function skillRoutes(services: Pick<Services, "analyst">): AppRouter {
  return newRouter()
    .openapi(extract, async (c) => {
      const hits = await services.analyst.skills(c.req.valid("json").text);
      const skills = hits.map(({ skill, category, quote, start, end, kind }) => ({
        skill,
        category,
        quote,
        start,
        end,
        kind,
      }));
      return c.json({ skills }, 200);
    })
    .openapi(complete, (c) => {
      const { q, limit } = c.req.valid("query");
      const skills = completeSkills(q, limit).map(({ id, name, category, family }) => ({ id, name, category, family }));
      return c.json({ skills }, 200);
    });
}
