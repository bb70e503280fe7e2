/** HTTP face of scoring texts that are not stored. @module */
import {
  type AppRouter,
  bearer,
  body,
  createRoute,
  json,
  line,
  newRouter,
  problems,
  text,
  z,
} from "../http/contract.ts";
import type { Services } from "../services.ts";
import { scoreTexts } from "./score_texts.ts";
import { TextScoreBody, textScoreBody } from "./wire.ts";

const ScoreRequest = z.strictObject({
  job: z.strictObject({
    title: line(1, 300),
    description: text(1, 100_000),
    requirements: text(0, 100_000).default(""),
    skills_required: z.array(line(1, 300)).max(200).default([])
      .openapi({ description: "Where empty, the skills found in the job's text" }),
  }),
  resume: z.strictObject({ text: text(1, 200_000) }),
}).openapi("ScoreRequest", {
  example: {
    job: {
      title: "Backend engineer",
      description: "You build the services that plan our deliveries, and keep them running.",
      skills_required: ["TypeScript", "PostgreSQL"],
    },
    resume: { text: "Backend engineer\n\nExperience\n2019 – 2024 Built order services in TypeScript on Postgres." },
  },
});

const score = createRoute({
  method: "post",
  path: "/matching/score",
  operationId: "scoreMatch",
  tags: ["Matching"],
  summary: "Score a text against a job",
  description: "The score, its evidence and its explanation, as an upload of the text as a file would get them. " +
    "Nothing is stored. Offsets are UTF-16 code units of the text as read: its lines joined by line feeds.",
  security: bearer,
  "x-stores-nothing": true,
  request: { body: body(ScoreRequest) },
  responses: {
    200: json(TextScoreBody, "The score"),
    ...problems("empty", "too_complex", "wrong_type", "unavailable"),
  },
});

/** Mounts the endpoint that scores texts. */
export function scoreRoutes(services: Pick<Services, "documents" | "analyst" | "embedder" | "now">): AppRouter {
  return newRouter().openapi(score, async (c) => {
    const { job, resume } = c.req.valid("json");
    const { title, description, requirements, skills_required: skillsRequired } = job;
    const input = { job: { title, description, requirements, skillsRequired }, resume: resume.text };
    return c.json(textScoreBody(await scoreTexts(services, input)), 200);
  });
}
