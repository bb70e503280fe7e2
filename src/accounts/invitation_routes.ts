/** HTTP face of invitations: the wire contract, then one call to a verb. @module */
import { ROLES } from "../db/schema.ts";
import {
  type AppRouter,
  bearer,
  body,
  createRoute,
  email,
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
import {
  createInvitation,
  getInvitation,
  type Invitation,
  INVITATION_STATUSES,
  listInvitations,
  withdrawInvitation,
} from "./invitations.ts";

const tags = ["Invitations"];

const example = {
  id: "01912d68-783e-7a03-8467-5661c1243ad4",
  email: "grace@example.com",
  role: "recruiter",
  status: "pending",
  created_by: "01912d68-783e-7a03-8467-5661c1243ad5",
  created_at: "2030-05-17T09:30:00.000Z",
  expires_at: "2030-05-24T09:30:00.000Z",
  accepted_at: null,
} as const;
const fields = {
  id: id(),
  email: z.string().nullable().openapi({ description: "Only this address may accept; null: whoever holds the token" }),
  role: z.enum(ROLES),
  status: z.enum(INVITATION_STATUSES),
  created_by: id(),
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime(),
  accepted_at: z.iso.datetime().nullable(),
};
const InvitationBody = z.strictObject(fields).openapi("Invitation", { example });
const InvitationWithToken = z.strictObject({
  ...fields,
  token: z.string().nullable().openapi({
    description: "Goes into `invite_token` of `POST /auth/register`. Shown once: null in a replayed answer",
  }),
}).openapi("InvitationWithToken", { example: { ...example, token: `jmi_${"A".repeat(64)}` } });

const NewInvitation = z.strictObject({ role: z.enum(ROLES), email: email().nullish() })
  .openapi("NewInvitation", { example: { role: "recruiter", email: "grace@example.com" } });

const create = createRoute({
  method: "post",
  path: "/invitations",
  operationId: "createInvitation",
  tags,
  summary: "Invite somebody",
  description: "Makes a token with which one person registers into this company, within 7 days. For the owner and " +
    "admins. The token is shown once; hand it over yourself.",
  security: bearer,
  "x-secret": "token",
  request: { body: body(NewInvitation) },
  responses: { 201: json(InvitationWithToken, "The invitation and its token"), ...problems("forbidden") },
});

const list = createRoute({
  method: "get",
  path: "/invitations",
  operationId: "listInvitations",
  tags,
  summary: "List invitations",
  description: "The company's invitations, newest first. For the owner and admins.",
  security: bearer,
  request: { query: listQuery({ status: z.enum(INVITATION_STATUSES).optional() }) },
  responses: { 200: json(page(InvitationBody, "InvitationPage"), "A page of invitations"), ...problems("forbidden") },
});

const show = createRoute({
  method: "get",
  path: "/invitations/{invitation_id}",
  operationId: "getInvitation",
  tags,
  summary: "Show an invitation",
  description: "One invitation, without its token. For the owner and admins.",
  security: bearer,
  request: { params: params("invitation_id") },
  responses: { 200: json(InvitationBody, "The invitation"), ...problems("forbidden", "not_found") },
});

const withdraw = createRoute({
  method: "delete",
  path: "/invitations/{invitation_id}",
  operationId: "deleteInvitation",
  tags,
  summary: "Withdraw an invitation",
  description: "Its token stops working at once. One that was accepted stays. For the owner and admins.",
  security: bearer,
  request: { params: params("invitation_id") },
  responses: { 204: { description: "Withdrawn" }, ...problems("forbidden", "not_found", "conflict") },
});

/** Mounts the invitation endpoints. */
export function invitationRoutes(services: Pick<Services, "db" | "now" | "newId">, cursors: Cursors): AppRouter {
  return newRouter()
    .openapi(create, async (c) => {
      const { role, email = null } = c.req.valid("json");
      const { invitation, token } = await createInvitation(services, c.var.actor, { role, email });
      return c.json({ ...tagged(c, invitation.version, toBody(invitation)), token }, 201);
    })
    .openapi(list, async (c) => {
      const { limit, cursor, status = null } = c.req.valid("query");
      const scope = { list: "listInvitations", actor: c.var.actor, query: { status } };
      const after = cursors.decode(scope, cursor, Position);
      const { rows, total } = await listInvitations(services, c.var.actor, { limit: limit + 1, after, status });
      const { data, nextCursor } = cutPage(rows, limit, ({ id }) => cursors.encode(scope, { id }));
      return c.json(pageBody(c, { data: data.map(toBody), nextCursor, total }), 200);
    })
    .openapi(show, async (c) => {
      const invitation = await getInvitation(services, c.var.actor, c.req.valid("param").invitation_id);
      return c.json(tagged(c, invitation.version, toBody(invitation)), 200);
    })
    .openapi(withdraw, async (c) => {
      const { invitation_id: id } = c.req.valid("param");
      await withdrawInvitation(services, c.var.actor, { id, expected: expectedVersions(c) });
      return c.body(null, 204);
    });
}

const Position = z.strictObject({ id: z.guid() });

function toBody(invitation: Invitation): z.output<typeof InvitationBody> {
  return {
    id: invitation.id,
    email: invitation.email,
    role: invitation.role,
    status: invitation.status,
    created_by: invitation.createdBy,
    created_at: invitation.createdAt.toISOString(),
    expires_at: invitation.expiresAt.toISOString(),
    accepted_at: invitation.acceptedAt?.toISOString() ?? null,
  };
}
