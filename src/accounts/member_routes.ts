/** HTTP face of members: the wire contract, then one call to a verb. @module */
import { ROLES } from "../db/schema.ts";
import {
  type AppRouter,
  bearer,
  body,
  createRoute,
  id,
  json,
  listQuery,
  newRouter,
  page,
  pageBody,
  params,
  problems,
  z,
} from "../http/contract.ts";
import type { Cursors } from "../http/cursor.ts";
import { expectedVersions, tagged } from "../http/etag.ts";
import { cutPage } from "../http/paging.ts";
import type { Services } from "../services.ts";
import { getMember, listMembers, type Member, updateMember } from "./members.ts";

const tags = ["Members"];

const MemberBody = z.strictObject({
  id: id(),
  email: z.string(),
  full_name: z.string(),
  role: z.enum(ROLES),
  is_owner: z.boolean(),
  is_active: z.boolean(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
}).openapi("Member", {
  example: {
    id: "01912d68-783e-7a03-8467-5661c1243ad4",
    email: "grace@example.com",
    full_name: "Grace Example",
    role: "hiring_manager",
    is_owner: false,
    is_active: true,
    created_at: "2030-05-17T09:30:00.000Z",
    updated_at: "2030-05-17T09:30:00.000Z",
  },
});

const MemberChange = z.strictObject({
  role: z.enum(ROLES).optional(),
  is_active: z.boolean().optional().openapi({ description: "False ends every session and stops every key, at once" }),
}).openapi("MemberChange", { example: { role: "recruiter" } });

const list = createRoute({
  method: "get",
  path: "/members",
  operationId: "listMembers",
  "x-repeatable": true,
  tags,
  summary: "List members",
  description: "The company's users, newest first. For the owner and admins.",
  security: bearer,
  request: {
    query: listQuery({ role: z.enum(ROLES).optional(), is_active: z.enum(["true", "false"]).optional() }),
  },
  responses: { 200: json(page(MemberBody, "MemberPage"), "A page of members"), ...problems("forbidden") },
});

const show = createRoute({
  method: "get",
  path: "/members/{member_id}",
  operationId: "getMember",
  "x-repeatable": true,
  tags,
  summary: "Show a member",
  description: "One user of the company. For the owner and admins.",
  security: bearer,
  request: { params: params("member_id") },
  responses: { 200: json(MemberBody, "The member"), ...problems("forbidden", "not_found") },
});

const change = createRoute({
  method: "patch",
  path: "/members/{member_id}",
  operationId: "updateMember",
  tags,
  summary: "Change a member's role or access",
  description: "For the owner and admins; it holds from the next request on. Nobody changes the owner or themselves.",
  security: bearer,
  request: { params: params("member_id"), body: body(MemberChange) },
  responses: { 200: json(MemberBody, "The member as stored"), ...problems("forbidden", "not_found") },
});

/** Mounts the member endpoints. */
export function memberRoutes(services: Pick<Services, "db" | "now">, cursors: Cursors): AppRouter {
  return newRouter()
    .openapi(list, async (c) => {
      const { limit, cursor, role = null, is_active } = c.req.valid("query");
      const scope = { list: "listMembers", actor: c.var.actor, query: { role, is_active } };
      const after = cursors.decode(scope, cursor, Position);
      const { rows, total } = await listMembers(services, c.var.actor, {
        limit: limit + 1,
        after,
        role,
        isActive: is_active === undefined ? null : is_active === "true",
      });
      const { data, nextCursor } = cutPage(rows, limit, ({ id }) => cursors.encode(scope, { id }));
      return c.json(pageBody(c, { data: data.map(toBody), nextCursor, total }), 200);
    })
    .openapi(show, async (c) => {
      const member = await getMember(services, c.var.actor, c.req.valid("param").member_id);
      return c.json(tagged(c, member.version, toBody(member)), 200);
    })
    .openapi(change, async (c) => {
      const { role, is_active: isActive } = c.req.valid("json");
      const member = await updateMember(services, c.var.actor, {
        id: c.req.valid("param").member_id,
        change: { ...(role !== undefined && { role }), ...(isActive !== undefined && { isActive }) },
        expected: expectedVersions(c),
      });
      return c.json(tagged(c, member.version, toBody(member)), 200);
    });
}

const Position = z.strictObject({ id: z.guid() });

function toBody(member: Member): z.output<typeof MemberBody> {
  return {
    id: member.id,
    email: member.email,
    full_name: member.fullName,
    role: member.role,
    is_owner: member.isOwner,
    is_active: member.isActive,
    created_at: member.createdAt.toISOString(),
    updated_at: member.updatedAt.toISOString(),
  };
}
