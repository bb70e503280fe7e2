/** HTTP face of the company: the wire contract, then one call to a verb. @module */
import {
  type AppRouter,
  bearer,
  body,
  createRoute,
  id,
  integer,
  json,
  line,
  newRouter,
  problems,
  timezone,
  z,
} from "../http/contract.ts";
import { expectedVersions, tagged } from "../http/etag.ts";
import type { Services } from "../services.ts";
import { type Company, getCompany, updateCompany } from "./company.ts";

const tags = ["Company"];
/** Ten years; longer than any law on applications asks for. */
const RETENTION_DAYS_MAX = 3650;

const CompanyBody = z.strictObject({
  id: id(),
  name: z.string(),
  retention_days: z.int().nullable().openapi({ description: "Days until an unused resume is erased; null keeps them" }),
  timezone: z.string().openapi({ description: "IANA name; of interviews that name none" }),
  created_at: z.iso.datetime(),
}).openapi("Company", {
  example: {
    id: "01912d68-783e-7a03-8467-5661c1243ad4",
    name: "Example Ltd",
    retention_days: 365,
    timezone: "Europe/Berlin",
    created_at: "2030-05-17T09:30:00.000Z",
  },
});

const CompanyChange = z.strictObject({
  name: line(1, 200).optional(),
  retention_days: integer(1, RETENTION_DAYS_MAX).nullish(),
  timezone: timezone().optional(),
}).openapi("CompanyChange", { example: { retention_days: 365, timezone: "Europe/Berlin" } });

const show = createRoute({
  method: "get",
  path: "/company",
  operationId: "getCompany",
  "x-repeatable": true,
  tags,
  summary: "Show the company",
  description: "The company of the user who asks.",
  security: bearer,
  responses: { 200: json(CompanyBody, "The company"), ...problems("not_found") },
});

const change = createRoute({
  method: "patch",
  path: "/company",
  operationId: "updateCompany",
  tags,
  summary: "Change the company",
  description: "For the owner and admins. What is left out stays.",
  security: bearer,
  request: { body: body(CompanyChange) },
  responses: { 200: json(CompanyBody, "The company as stored"), ...problems("forbidden", "not_found") },
});

/** Mounts the company endpoints. */
export function companyRoutes(services: Pick<Services, "db">): AppRouter {
  return newRouter()
    .openapi(show, async (c) => {
      const company = await getCompany(services, c.var.actor);
      return c.json(tagged(c, company.version, toBody(company)), 200);
    })
    .openapi(change, async (c) => {
      const { name, retention_days: retentionDays, timezone } = c.req.valid("json");
      const company = await updateCompany(services, c.var.actor, {
        change: {
          ...(name !== undefined && { name }),
          ...(retentionDays !== undefined && { retentionDays }),
          ...(timezone !== undefined && { timezone }),
        },
        expected: expectedVersions(c),
      });
      return c.json(tagged(c, company.version, toBody(company)), 200);
    });
}

function toBody(company: Company): z.output<typeof CompanyBody> {
  return {
    id: company.id,
    name: company.name,
    retention_days: company.retentionDays,
    timezone: company.timezone,
    created_at: company.createdAt.toISOString(),
  };
}
