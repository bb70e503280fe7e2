/**
 * HTTP face of accounts and sessions.
 *
 * @module
 */
import { clientAddress } from "../http/address.ts";
import type { AccessTokens } from "../http/auth.ts";
import type { Cursors } from "../http/cursor.ts";
import { expectedVersions, tagged } from "../http/etag.ts";
import {
  anyone,
  type AppRouter,
  bearer,
  body,
  createRoute,
  email,
  id,
  json,
  line,
  newRouter,
  problems,
  text,
  z,
} from "../http/contract.ts";
import { ROLES } from "../db/schema.ts";
import type { Services } from "../services.ts";
import {
  type Account,
  changePassword,
  getMe,
  logIn,
  logOut,
  type NewAccount,
  readAccount,
  register,
  renameMe,
} from "./accounts.ts";
import { apiKeyRoutes } from "./api_key_routes.ts";
import { companyRoutes } from "./company_routes.ts";
import { invitationRoutes } from "./invitation_routes.ts";
import { memberRoutes } from "./member_routes.ts";
import { PASSWORD_LENGTH_MAX } from "./password_rules.ts";
import { continueSession, type OpenSession } from "./sessions.ts";

/** What these routes have to know besides the services. */
export interface AccountSettings {
  tokens: AccessTokens;
  cursors: Cursors;
  /** How long a session lasts without being used. */
  refreshTokenDays: number;
  passwordLengthMin: number;
  /** Addresses and subnets whose X-Forwarded-For is believed. */
  trustedProxies: readonly string[];
}

const tags = ["Auth"];

const User = z.strictObject({
  id: id(),
  email: z.string().openapi({ example: "ada@example.com" }),
  full_name: z.string().openapi({ example: "Ada Example" }),
  role: z.enum(ROLES),
  company_id: id(),
  company_name: z.string().openapi({ example: "Example Ltd" }),
  is_owner: z.boolean(),
  is_active: z.boolean(),
  created_at: z.iso.datetime(),
}).openapi("User");

const Tokens = z.strictObject({
  access_token: z.string().openapi({ description: "Send it as `Authorization: Bearer …`" }),
  token_type: z.literal("bearer"),
  expires_in: z.int().openapi({ description: "Seconds until the access token expires", example: 1800 }),
  refresh_token: z.string().openapi({ description: "Gives the next pair, once, at `POST /auth/refresh`" }),
  user: User,
}).openapi("Tokens");

const Credentials = z.strictObject({ email: email(), password: text(1, PASSWORD_LENGTH_MAX) })
  .openapi("Credentials", { example: { email: "ada@example.com", password: "four words or more" } });
const Refresh = z.strictObject({ refresh_token: text(1, 200) })
  .openapi("Refresh", { example: { refresh_token: `jmr_${"A".repeat(64)}` } });
const Profile = z.strictObject({ full_name: line(1, 200).optional() })
  .openapi("ProfileChange", { example: { full_name: "Ada Example" } });

const login = createRoute({
  method: "post",
  path: "/auth/login",
  operationId: "logIn",
  tags,
  summary: "Log in",
  description: "Ten failures for one account or fifty from one address in 15 minutes are answered with 429.",
  security: anyone,
  request: { body: body(Credentials) },
  responses: {
    200: json(Tokens, "The tokens of a new session"),
    ...problems("unauthenticated", "rate_limited", "unavailable"),
  },
});

const refresh = createRoute({
  method: "post",
  path: "/auth/refresh",
  operationId: "refreshSession",
  tags,
  summary: "Exchange a refresh token",
  description: "A refresh token works once. Used again more than ten seconds later, it ends the session.",
  security: anyone,
  request: { body: body(Refresh) },
  responses: { 200: json(Tokens, "The next tokens of the session"), ...problems("unauthenticated") },
});

const logout = createRoute({
  method: "post",
  path: "/auth/logout",
  operationId: "logOut",
  tags,
  summary: "Log out",
  description: "Ends the session: its access token and its refresh token stop working at once.",
  security: bearer,
  responses: { 204: { description: "The session has ended" } },
});

const me = createRoute({
  method: "get",
  path: "/auth/me",
  operationId: "getMe",
  "x-repeatable": true,
  tags,
  summary: "Show the user who asks",
  description: "The user whose token it is, with their role and company as they are now.",
  security: bearer,
  responses: { 200: json(User, "The user") },
});

const profileChange = createRoute({
  method: "patch",
  path: "/auth/me",
  operationId: "updateMe",
  tags,
  summary: "Change one's own name",
  description: "What is left out stays. Role and access are changed by the owner or an admin, at `/members`.",
  security: bearer,
  request: { body: body(Profile) },
  responses: { 200: json(User, "The user as stored") },
});

/** Mounts the account endpoints. Holds no state and decides nothing itself. */
export function accountRoutes(
  services: Pick<Services, "db" | "cache" | "passwords" | "log" | "now" | "newId">,
  settings: AccountSettings,
): AppRouter {
  const { refreshTokenDays: sessionDays } = settings;
  const address = clientAddress(settings.trustedProxies);
  const newPassword = text(settings.passwordLengthMin, PASSWORD_LENGTH_MAX)
    .openapi({ description: "Any characters; the commonest passwords are refused", example: "four words or more" });

  const person = {
    email: email(),
    password: newPassword,
    full_name: line(1, 200).openapi({ example: "Ada Example" }),
  };
  const Founder = z.strictObject({
    ...person,
    role: z.enum(ROLES).openapi({ description: "Job function" }),
    company_name: line(1, 200).openapi({ example: "Example Ltd" }),
  }).openapi("NewAccount", {
    example: {
      email: "ada@example.com",
      password: "four words or more",
      full_name: "Ada Example",
      role: "recruiter",
      company_name: "Example Ltd",
    },
  });
  const Invited = z.strictObject({
    ...person,
    role: z.enum(ROLES).optional().openapi({ description: "Has no effect: the role is that of the invitation" }),
    invite_token: text(1, 200).openapi({ description: "From `POST /invitations`; works once" }),
  }).openapi("InvitedAccount", {
    example: {
      email: "grace@example.com",
      password: "four words or more",
      full_name: "Grace Example",
      invite_token: `jmi_${"A".repeat(64)}`,
    },
  });
  const registration = createRoute({
    method: "post",
    path: "/auth/register",
    operationId: "registerUser",
    tags,
    summary: "Register a user",
    description: "With `company_name`, founds a new company whose owner is this user, whatever its name. With " +
      "`invite_token`, joins the company that invited the user, with the role it offered.",
    security: anyone,
    request: { body: body(z.union([Founder, Invited])) },
    responses: {
      201: json(User, "The user as stored"),
      ...problems("conflict", "not_found", "forbidden", "unavailable"),
    },
  });
  const fromBody = (given: z.output<typeof Founder> | z.output<typeof Invited>): NewAccount => ({
    email: given.email,
    password: given.password,
    fullName: given.full_name,
    seat: "invite_token" in given
      ? { inviteToken: given.invite_token }
      : { companyName: given.company_name, role: given.role },
  });

  const PasswordChange = z.strictObject({ current_password: text(1, PASSWORD_LENGTH_MAX), new_password: newPassword })
    .openapi("PasswordChange", {
      example: { current_password: "four words or more", new_password: "more than four words" },
    });
  const passwordChange = createRoute({
    method: "post",
    path: "/auth/change-password",
    operationId: "changePassword",
    tags,
    summary: "Change the password",
    description: "Ends every other session of the user; this one goes on, and so do API keys.",
    security: bearer,
    "x-secret-body": true,
    request: { body: body(PasswordChange) },
    responses: { 204: { description: "Changed" }, ...problems("conflict", "rate_limited", "unavailable") },
  });

  const toTokens = async (account: Account, session: OpenSession): Promise<z.output<typeof Tokens>> => ({
    access_token: await settings.tokens.sign(session, services.now()),
    token_type: "bearer",
    expires_in: settings.tokens.minutes * 60,
    refresh_token: session.refreshToken,
    user: toBody(account),
  });

  const router = newRouter()
    .openapi(registration, async (c) => {
      const account = await register(services, fromBody(c.req.valid("json")));
      return c.json(tagged(c, account.version, toBody(account)), 201);
    })
    .openapi(login, async (c) => {
      const { email, password } = c.req.valid("json");
      const opened = await logIn(services, { email, password, address: address(c), sessionDays });
      return c.json(await toTokens(opened.account, opened.session), 200);
    })
    .openapi(refresh, async (c) => {
      const { refresh_token: refreshToken } = c.req.valid("json");
      const session = await continueSession(services, { refreshToken, days: sessionDays });
      return c.json(await toTokens(await readAccount(services.db, session), session), 200);
    })
    .openapi(logout, async (c) => {
      await logOut(services, c.var.actor, c.var.sessionId);
      return c.body(null, 204);
    })
    .openapi(me, async (c) => {
      const account = await getMe(services, c.var.actor);
      return c.json(tagged(c, account.version, toBody(account)), 200);
    })
    .openapi(profileChange, async (c) => {
      const { full_name: fullName } = c.req.valid("json");
      const account = await renameMe(services, c.var.actor, { fullName, expected: expectedVersions(c) });
      return c.json(tagged(c, account.version, toBody(account)), 200);
    })
    .openapi(passwordChange, async (c) => {
      const { current_password: currentPassword, new_password } = c.req.valid("json");
      await changePassword(services, c.var.actor, {
        sessionId: c.var.sessionId,
        currentPassword,
        newPassword: new_password,
        address: address(c),
      });
      return c.body(null, 204);
    });
  const others = [
    companyRoutes(services),
    memberRoutes(services, settings.cursors),
    invitationRoutes(services, settings.cursors),
    apiKeyRoutes(services, settings.cursors),
  ];
  for (const routes of others) router.route("/", routes);
  return router;
}

function toBody(account: Account): z.output<typeof User> {
  return {
    id: account.id,
    email: account.email,
    full_name: account.fullName,
    role: account.role,
    company_id: account.companyId,
    company_name: account.companyName,
    is_owner: account.isOwner,
    is_active: account.isActive,
    created_at: account.createdAt.toISOString(),
  };
}
