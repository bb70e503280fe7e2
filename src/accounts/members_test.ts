import { deepEqual, equal, ok } from "node:assert/strict";
import { PASSWORD, type TestApi, testApi } from "../../tests/harness/api.ts";

async function owner(api: TestApi): Promise<{ token: string; id: string }> {
  const { email, id } = await api.register();
  return { token: (await api.logIn(email)).access_token, id };
}

Deno.test("a role that is changed is another one at the next request", async () => {
  await using api = await testApi();
  const { token } = await owner(api);
  const { token: theirs, user } = await api.member(token, "recruiter");
  const change = (role: string) => api.send(token, "PATCH", `/members/${user.id}`, { role });
  equal((await api.send(theirs, "GET", "/members")).status, 403);

  const promoted = await change("admin");
  deepEqual([promoted.status, promoted.body.role], [200, "admin"]);
  equal((await api.send(theirs, "GET", "/members")).status, 200);
  equal((await change("hiring_manager")).status, 200);
  equal((await api.send(theirs, "GET", "/members")).status, 403);
  equal((await api.send(theirs, "GET", "/auth/me")).body.role, "hiring_manager");
});

Deno.test("a deactivated member is out at the next request, and their old sessions never come back", async () => {
  await using api = await testApi();
  const { token } = await owner(api);
  const { token: theirs, refreshToken, user } = await api.member(token, "recruiter");
  const activate = (is_active: boolean) => api.send(token, "PATCH", `/members/${user.id}`, { is_active });
  const refresh = () => api.post("/api/v1/auth/refresh", { refresh_token: refreshToken });
  equal((await activate(false)).body.is_active, false);
  equal((await api.send(theirs, "GET", "/auth/me")).status, 401);
  equal((await refresh()).status, 401);
  const login = await api.post("/api/v1/auth/login", { email: user.email, password: PASSWORD });
  equal((await login.json()).detail, "Cannot log in: wrong e-mail address or password");

  equal((await activate(true)).body.is_active, true);
  equal((await api.send(theirs, "GET", "/auth/me")).status, 401);
  equal((await refresh()).status, 401);
  await api.logIn(user.email);
});

Deno.test("nobody demotes or deactivates the owner or themselves", async () => {
  await using api = await testApi();
  const { token, id } = await owner(api);
  const admin = await api.member(token, "admin");
  const attempts: [string, string, unknown][] = [
    [admin.token, id, { role: "hiring_manager" }],
    [admin.token, id, { is_active: false }],
    [admin.token, admin.user.id, { role: "recruiter" }],
    [admin.token, admin.user.id, { is_active: false }],
    [token, id, { is_active: false }],
    [token, id, { role: "hiring_manager" }],
  ];
  for (const [by, whom, change] of attempts) {
    const { status, body } = await api.send(by, "PATCH", `/members/${whom}`, change);
    deepEqual([status, body.code], [403, "forbidden"]);
  }
  const { data } = (await api.send(token, "GET", "/members")).body;
  deepEqual(data.map((each: Record<string, unknown>) => [each["role"], each["is_owner"], each["is_active"]]), [
    ["admin", false, true],
    ["recruiter", true, true],
  ]);
});

Deno.test("members, invitations and changes to the company are for the owner and admins of that company", async () => {
  await using api = await testApi();
  const { token, id } = await owner(api);
  const paths: [string, string, unknown?][] = [
    ["GET", "/members"],
    ["GET", `/members/${id}`],
    ["PATCH", `/members/${id}`, {}],
    ["PATCH", "/company", { name: "Mine" }],
    ["POST", "/invitations", { role: "admin" }],
    ["GET", "/invitations"],
    ["GET", `/invitations/${id}`],
    ["DELETE", `/invitations/${id}`],
  ];
  for (const role of ["recruiter", "hiring_manager"]) {
    const { token: theirs } = await api.member(token, role);
    for (const [method, path, body] of paths) {
      const answer = await api.send(theirs, method, path, body);
      deepEqual([answer.status, answer.body.code], [403, "forbidden"], `${role}: ${method} ${path}`);
    }
  }
  const { token: stranger } = await owner(api);
  for (const [method, body] of [["GET", undefined], ["PATCH", { role: "admin" }]] as const) {
    equal((await api.send(stranger, method, `/members/${id}`, body)).status, 404);
  }
  equal((await api.send(stranger, "GET", "/members")).body.total, 1);
  const { token: admin } = await api.member(token, "admin");
  equal((await api.send(admin, "PATCH", "/company", { name: "Ours" })).status, 200);
});

Deno.test("the list of members pages through in a stable order, by role and by access", async () => {
  await using api = await testApi();
  const { token, id } = await owner(api);
  const made = [id];
  for (const role of ["recruiter", "admin", "hiring_manager"]) made.unshift((await api.member(token, role)).user.id);
  const list = async (query: string) => (await api.send(token, "GET", `/members?${query}`)).body;
  const ids = ({ data }: { data: { id: string }[] }) => data.map(({ id }) => id);

  const first = await list("limit=3");
  const second = await list(`limit=3&cursor=${first.next_cursor}`);
  deepEqual([...ids(first), ...ids(second)], made);
  deepEqual([first.total, second.total, second.has_more], [4, 4, false]);
  deepEqual(ids(await list("role=admin")), [made[1]]);
  equal((await list("is_active=false")).total, 0);
  equal((await list(`role=admin&cursor=${first.next_cursor}`)).status, 422);
});

Deno.test("a member, the company and oneself are changed only as they were last seen", async () => {
  await using api = await testApi();
  const { token } = await owner(api);
  const { user } = await api.member(token, "recruiter");
  const changes: [string, unknown][] = [
    [`/members/${user.id}`, { role: "admin" }],
    ["/company", { retention_days: 30 }],
    ["/auth/me", { full_name: "Another Name" }],
  ];
  for (const [path, change] of changes) {
    const seen = (await api.send(token, "GET", path)).headers.get("etag") ?? "";
    const unchanged = await api.send(token, "GET", path, undefined, { "if-none-match": seen });
    equal(unchanged.status, 304, path);
    const write = () => api.send(token, "PATCH", path, change, { "if-match": seen });
    const first = await write();
    equal(first.status, 200, path);
    ok(first.headers.get("etag") !== seen);
    deepEqual((await api.send(token, "GET", path)).body, first.body);
    equal((await write()).status, 412, path);
  }
});

Deno.test("the company has a name, a retention and a time zone, each of them checked", async () => {
  await using api = await testApi();
  const { token } = await owner(api);
  const { created_at: _, id: __, ...fresh } = (await api.send(token, "GET", "/company")).body;
  deepEqual(fresh, { name: "Test Company", retention_days: null, timezone: "UTC" });
  const change = { name: "Ours", retention_days: 365, timezone: "Asia/Kolkata" };
  const changed = (await api.send(token, "PATCH", "/company", change)).body;
  deepEqual({ ...changed, ...change }, changed);
  equal((await api.send(token, "PATCH", "/company", { retention_days: null })).body.retention_days, null);

  const wrong: [unknown, string][] = [
    [{ name: " " }, "/name"],
    [{ name: null }, "/name"],
    [{ retention_days: 0 }, "/retention_days"],
    [{ retention_days: 3651 }, "/retention_days"],
    [{ retention_days: 1.5 }, "/retention_days"],
    [{ timezone: "Mars/Olympus" }, "/timezone"],
    [{ timezone: "+02:00" }, "/timezone"],
    [{ timezone: "UTC\0" }, "/timezone"],
    [{ id: "x" }, "/id"],
  ];
  for (const [body, pointer] of wrong) {
    const answer = await api.send(token, "PATCH", "/company", body);
    deepEqual([answer.status, answer.body.errors?.[0]?.pointer], [422, pointer], JSON.stringify(body));
  }
});
