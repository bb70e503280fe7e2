/**
 * Fills a server with a company that has some of everything, for schemathesis to find: an empty one answers 404 to
 * whatever it makes up. Prints the dictionaries of ids as TOML, to be added to `schemathesis.toml`.
 *
 *   deno run --allow-net .ci/schemathesis_world.ts URL TOKEN
 *
 * What an operation ends or deletes is not what others read: those ids are in dictionaries of their own.
 *
 * @module
 */
const [origin = "", token = ""] = Deno.args;
const KEPT = 4;
const SPENT = 8;

interface Item {
  id: string;
}

async function send<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  const isForm = body instanceof FormData;
  const response = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(!isForm && { "content-type": "application/json" }), ...headers },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`Cannot make the world: ${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text);
}

/** Ids of what `make` makes, one after the other. */
async function ids(count: number, make: (index: number) => Promise<Item>): Promise<string[]> {
  const made: string[] = [];
  for (let index = 0; index < count; index++) made.push((await make(index)).id);
  return made;
}

const job = () =>
  send<Item>("POST", "/jobs", {
    title: "Backend engineer",
    company: "Northwind",
    description: "Order services in TypeScript.",
    requirements: "Three years with TypeScript and PostgreSQL; Docker.",
    skills_required: ["TypeScript", "PostgreSQL"],
    status: "open",
  });

async function resume(index: number): Promise<Item> {
  const text = `Ada Example\nada${index}@example.com\n\nExperience\nBackend engineer, Northwind, 2019 – 2024\n` +
    "Built order services in TypeScript on PostgreSQL.\n\nSkills\nTypeScript, PostgreSQL, Docker\n";
  const form = new FormData();
  form.set("file", new File([text], "resume.txt", { type: "text/plain" }));
  return (await send<{ resume: Item }>("POST", "/resumes/upload", form)).resume;
}

const jobs = await ids(KEPT, job);
const spentJobs = await ids(SPENT, job);
const resumes = await ids(KEPT, resume);
const spentResumes = await ids(SPENT, (index) => resume(KEPT + index));
for (const id of jobs) await send("POST", `/jobs/${id}/match`, { resume_ids: resumes });
const operations = await ids(2, () => send("POST", `/jobs/${jobs[0]}/match`, {}, { prefer: "respond-async" }));

const notes = `/jobs/${jobs[0]}/candidates/${resumes[0]}/notes`;
const spentNotes = await ids(SPENT, (index) => send("POST", notes, { text: `Note ${index}` }));
const interview = (index: number) =>
  send<Item>("POST", "/interviews", {
    resume_id: resumes[1],
    job_id: jobs[1],
    interview_type: "video",
    scheduled_at: `2190-05-17T${String(index).padStart(2, "0")}:00:00Z`,
  });
const interviews = await ids(KEPT, interview);
for (const id of interviews) await send("POST", `/interviews/${id}/feedback`, { recommendation: "yes" });
const unreviewed = await ids(SPENT, (index) => interview(KEPT + SPENT + index));
const me = await send<Item>("GET", "/auth/me");
const spentInterviews = await ids(SPENT, (index) => interview(KEPT + index));

const invitation = () => send<Item & { token: string }>("POST", "/invitations", { role: "hiring_manager" });
const member = async (index: number) =>
  await send<Item>("POST", "/auth/register", {
    email: `grace${index}@example.com`,
    password: "a passphrase of words",
    full_name: "Grace Example",
    role: "hiring_manager",
    invite_token: (await invitation()).token,
  });
const members = await ids(KEPT, member);
const invitations = await ids(KEPT, invitation);
const spentInvitations = await ids(SPENT, invitation);
const key = () => send<Item>("POST", "/api-keys", { name: "Careers page", scopes: ["jobs:read"] });
const keys = await ids(KEPT, key);
const spentKeys = await ids(SPENT, key);

/** Where the second page of a list begins. */
async function cursor(path: string): Promise<string[]> {
  const { next_cursor } = await send<{ next_cursor: string | null }>("GET", `${path}?limit=1`);
  if (next_cursor === null) throw new Error(`Cannot make the world: ${path} has one page`);
  return [next_cursor];
}

const candidate = `/jobs/${jobs[0]}/candidates/${resumes[0]}`;
for (const status of ["shortlisted", "pending"]) await send("PATCH", candidate, { status });

const dictionaries: Record<string, string[]> = {
  jobs,
  resumes,
  operations,
  interviews,
  me: [me.id],
  members,
  invitations,
  keys,
  notes: spentNotes,
  spent_jobs: spentJobs,
  spent_resumes: spentResumes,
  spent_interviews: spentInterviews,
  spent_invitations: spentInvitations,
  spent_keys: spentKeys,
  first_job: jobs.slice(0, 1),
  first_resume: resumes.slice(0, 1),
  unreviewed,
  history_cursor: await cursor(`${candidate}/history`),
  notes_cursor: await cursor(`${candidate}/notes`),
  matches_cursor: await cursor(`/resumes/${resumes[0]}/matches`),
  // What no schema can say: who there is, what is yet to come, which places have a time of their own.
  email: ["grace0@example.com"],
  password: ["a passphrase of words"],
  times: Array.from({ length: 28 }, (_, day) => `2191-02-${String(day + 1).padStart(2, "0")}T09:30:00Z`),
  timezones: ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC"],
};

const firstCandidate = { "path.job_id": "first_job", "path.resume_id": "first_resume" };

/** What takes what, by the operations that have their own; the first is everybody's. */
const uses: [operation: string | null, Record<string, string>][] = [
  [null, {
    "path.job_id": "jobs",
    "path.resume_id": "resumes",
    "path.operation_id": "operations",
    "path.interview_id": "interviews",
    "path.author_id": "me",
    "path.member_id": "members",
    "path.invitation_id": "invitations",
    "path.api_key_id": "keys",
    "path.note_id": "notes",
    "query.job_id": "jobs",
    "query.resume_id": "resumes",
    "body.job_id": "jobs",
    "body.resume_id": "resumes",
    "body.resume_ids[*]": "resumes",
    "body.job_ids[*]": "jobs",
    "body.interviewers[*]": "members",
    "body.scheduled_at": "times",
    "body.timezone": "timezones",
  }],
  ["deleteJob", { "path.job_id": "spent_jobs" }],
  ["eraseResume", { "path.resume_id": "spent_resumes" }],
  ["deleteInterview", { "path.interview_id": "spent_interviews" }],
  ["deleteInvitation", { "path.invitation_id": "spent_invitations" }],
  ["deleteApiKey", { "path.api_key_id": "spent_keys" }],
  ["createInterviewFeedback", { "path.interview_id": "unreviewed" }],
  ["listCandidateHistory", { ...firstCandidate, "query.cursor": "history_cursor" }],
  ["listCandidateNotes", { ...firstCandidate, "query.cursor": "notes_cursor" }],
  ["listResumeMatches", { "path.resume_id": "first_resume", "query.cursor": "matches_cursor" }],
  ["logIn", { "body.email": "email", "body.password": "password" }],
  ["changePassword", { "body.current_password": "password", "body.new_password": "password" }],
  ["deleteCandidateNote", { ...firstCandidate, "path.note_id": "notes" }],
];

const lines = Object.entries(dictionaries).map(([name, values]) =>
  `[dictionaries.${name}]\nvalues = ${JSON.stringify(values)}`
);
for (const [operation, bindings] of uses) {
  const table = operation === null
    ? "[parameters]"
    : `[[operations]]\ninclude-operation-id = "${operation}"\n[operations.parameters]`;
  const rows = Object.entries(bindings).map(([parameter, dictionary]) =>
    `"${parameter}" = { dictionary = "${dictionary}", probability = 0.8 }`
  );
  lines.push([table, ...rows].join("\n"));
}
await Deno.stdout.write(new TextEncoder().encode(`${lines.join("\n\n")}\n`));
