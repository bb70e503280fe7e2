/** HTTP face of API keys: the wire contract, then one call to a verb. @module */
import {
  type AppRouter,
  bearer,
  body,
  createRoute,
  id,
  json,
  line,
  listQuery,
  newRouter,
  page,
  pageBody,
  params,
  problems,
  timestamp,
  z,
} from "../http/contract.ts";
import type { Cursors } from "../http/cursor.ts";
import { expectedVersions, tagged } from "../http/etag.ts";
import { cutPage } from "../http/paging.ts";
import { SCOPES } from "../http/scopes.ts";
import type { Services } from "../services.ts";
import { API_KEY_VERSION, type ApiKey, createApiKey, deleteApiKey, getApiKey, listApiKeys } from "./api_keys.ts";

const tags = ["API keys"];

const example = {
  id: "01912d68-783e-7a03-8467-5661c1243ad4",
  name: "Careers page",
  prefix: "jm_AAAAAAAA",
  scopes: ["jobs:read", "resumes:write"],
  expires_at: null,
  last_used_at: null,
  created_by: "01912d68-783e-7a03-8467-5661c1243ad5",
  created_at: "2030-05-17T09:30:00.000Z",
};
const fields = {
  id: id(),
  name: z.string(),
  prefix: z.string().openapi({ description: "How the key begins" }),
  scopes: z.array(z.string()),
  expires_at: z.iso.datetime().nullable(),
  last_used_at: z.iso.datetime().nullable().openapi({ description: "To the minute" }),
  created_by: id().openapi({ description: "The user the key acts as" }),
  created_at: z.iso.datetime(),
};
const ApiKeyBody = z.strictObject(fields).openapi("ApiKey", { example });
const ApiKeyWithKey = z.strictObject({
  ...fields,
  key: z.string().nullable().openapi({
    description: "Send it as `Authorization: Bearer jm_…`. Shown once: null in a replayed answer",
  }),
}).openapi("ApiKeyWithKey", { example: { ...example, key: `jm_${"A".repeat(64)}` } });

const NewApiKey = z.strictObject({
  name: line(1, 100),
  scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length),
  expires_at: timestamp().nullish()
    .openapi({ type: ["string", "null"], description: "Left out or null: until it is deleted" }),
}).openapi("NewApiKey", { example: { name: "Careers page", scopes: ["jobs:read", "resumes:write"] } });

const create = createRoute({
  method: "post",
  path: "/api-keys",
  operationId: "createApiKey",
  tags,
  summary: "Make an API key",
  description: "The key acts as the user who makes it, within its scopes, as long as that user is active. It opens " +
    "neither accounts, members, invitations, the company nor other keys. It is shown once.",
  security: bearer,
  "x-secret": "key",
  request: { body: body(NewApiKey) },
  responses: { 201: json(ApiKeyWithKey, "The key"), ...problems("conflict") },
});

const list = createRoute({
  method: "get",
  path: "/api-keys",
  operationId: "listApiKeys",
  tags,
  summary: "List API keys",
  description: "One's own keys, newest first; the owner and admins see those of the whole company.",
  security: bearer,
  request: { query: listQuery({}) },
  responses: { 200: json(page(ApiKeyBody, "ApiKeyPage"), "A page of keys") },
});

const show = createRoute({
  method: "get",
  path: "/api-keys/{api_key_id}",
  operationId: "getApiKey",
  tags,
  summary: "Show an API key",
  description: "What is known of the key, and when it was last used; not the key itself.",
  security: bearer,
  request: { params: params("api_key_id") },
  responses: { 200: json(ApiKeyBody, "The key"), ...problems("not_found") },
});

const remove = createRoute({
  method: "delete",
  path: "/api-keys/{api_key_id}",
  operationId: "deleteApiKey",
  tags,
  summary: "Delete an API key",
  description: "It stops working at the next request.",
  security: bearer,
  request: { params: params("api_key_id") },
  responses: { 204: { description: "Deleted" }, ...problems("not_found") },
});

/** Mounts the API key endpoints. */
export function apiKeyRoutes(services: Pick<Services, "db" | "now" | "newId">, cursors: Cursors): AppRouter {
  return newRouter()
    .openapi(create, async (c) => {
      const { name, scopes, expires_at: expiresAt = null } = c.req.valid("json");
      const { apiKey, key } = await createApiKey(services, c.var.actor, { name, scopes, expiresAt });
      return c.json({ ...tagged(c, API_KEY_VERSION, toBody(apiKey)), key }, 201);
    })
    .openapi(list, async (c) => {
      const { limit, cursor } = c.req.valid("query");
      const scope = { list: "listApiKeys", actor: c.var.actor, query: {} };
      const after = cursors.decode(scope, cursor, Position);
      const { rows, total } = await listApiKeys(services, c.var.actor, { limit: limit + 1, after });
      const { data, nextCursor } = cutPage(rows, limit, ({ id }) => cursors.encode(scope, { id }));
      return c.json(pageBody(c, { data: data.map(toBody), nextCursor, total }), 200);
    })
    .openapi(show, async (c) => {
      const apiKey = await getApiKey(services, c.var.actor, c.req.valid("param").api_key_id);
      return c.json(tagged(c, API_KEY_VERSION, toBody(apiKey)), 200);
    })
    .openapi(remove, async (c) => {
      const { api_key_id: id } = c.req.valid("param");
      await deleteApiKey(services, c.var.actor, { id, expected: expectedVersions(c) });
      return c.body(null, 204);
    });
}

const Position = z.strictObject({ id: z.guid() });

function toBody(apiKey: ApiKey): z.output<typeof ApiKeyBody> {
  return {
    id: apiKey.id,
    name: apiKey.name,
    prefix: apiKey.prefix,
    scopes: apiKey.scopes,
    expires_at: apiKey.expiresAt?.toISOString() ?? null,
    last_used_at: apiKey.lastUsedAt?.toISOString() ?? null,
    created_by: apiKey.createdBy,
    created_at: apiKey.createdAt.toISOString(),
  };
}
