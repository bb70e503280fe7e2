import { deepEqual, equal, ok } from "node:assert/strict";
import { type Caller, type Json, testApp } from "../../tests/harness/app.ts";
import { fixtureFile } from "../../tests/harness/files.ts";
import { SCOPES } from "../http/scopes.ts";

const UNKNOWN_ID = "01912d68-783e-7a03-8467-5661c1243ad4";
const REPORTS = ["overview", "funnel", "time-to-hire", "skills-gap", "sources"];
const none = { jobs: 0, resumes: 0, matches: 0, interviews: 0, hires: 0 };

async function expectOk(answering: Promise<{ status: number; body: Json }>): Promise<Json> {
  const { status, body } = await answering;
  ok(status === 200 || status === 201, `${status} ${JSON.stringify(body)}`);
  return body;
}

/** Stages of a funnel that anybody reached or left, by status. */
const told = (stages: Json[], ...names: string[]) =>
  Object.fromEntries(
    stages.filter((stage) => stage.reached > 0 || stage.left > 0)
      .map((stage) => [stage.status, names.map((name) => stage[name])]),
  );

/**
 * A company in Berlin, where the clocks go forward on 29 March 2026; all times below are UTC.
 *
 *     job   matched       then
 *     A r1  25 23:30 Mar  shortlisted 27 23:30, interviewing 30 11:30, hired 2 23:30 Apr
 *     A r2  28 22:30 Mar  rejected 30 22:30
 *     A r3  29 22:30 Mar  hired 1 22:30 Apr, pending 2 22:30, hired 3 22:30
 *     B r1  29 22:30 Mar
 */
async function history(test: Awaited<ReturnType<typeof testApp>>, setClock: (now: string) => void) {
  const owner = await test.owner();
  await expectOk(owner.patch("/company", { timezone: "Europe/Berlin" }));
  // The clock runs for weeks, for which no access token is good.
  const { key } = await expectOk(owner.post("/api-keys", { name: "Clock", scopes: SCOPES }));
  const recruiter = test.as(key);
  const [a, b] = [await recruiter.job(), await recruiter.job({ title: "Head chef", skills_required: ["Docker"] })];
  const arrives = async (now: string, who: Parameters<typeof fixtureFile>[0], job: Json, source?: string) => {
    setClock(now);
    const given = { job_id: job.id, ...(source !== undefined && { source }) };
    return (await expectOk(recruiter.upload(await fixtureFile(who), given))).resume.id as string;
  };
  const moves = async (now: string, resumeId: string, status: string) => {
    setClock(now);
    await expectOk(recruiter.patch(`/jobs/${a.id}/candidates/${resumeId}`, { status }));
  };
  const books = async (now: string, resumeId: string) => {
    setClock(now);
    const interview = {
      job_id: a.id,
      resume_id: resumeId,
      interview_type: "video",
      scheduled_at: "2026-05-01T09:00:00Z",
    };
    return (await expectOk(recruiter.post("/interviews", interview))).id;
  };
  const r1 = await arrives("2026-03-25T23:30:00Z", "backend", a, "fair");
  await moves("2026-03-27T23:30:00Z", r1, "shortlisted");
  const r2 = await arrives("2026-03-28T22:30:00Z", "chef", a);
  const r3 = await arrives("2026-03-29T22:30:00Z", "frontend", a, "fair");
  await arrives("2026-03-29T22:30:00Z", "backend", b);
  await moves("2026-03-30T11:30:00Z", r1, "interviewing");
  await moves("2026-03-30T22:30:00Z", r2, "rejected");
  await books("2026-03-31T08:00:00Z", r1);
  await moves("2026-04-01T22:30:00Z", r3, "hired");
  await moves("2026-04-01T22:40:00Z", r3, "hired");
  await moves("2026-04-02T22:30:00Z", r3, "pending");
  const cancelled = await books("2026-04-02T22:31:00Z", r3);
  await expectOk(recruiter.patch(`/interviews/${cancelled}`, { status: "cancelled" }));
  await moves("2026-04-02T23:30:00Z", r1, "hired");
  await moves("2026-04-03T22:30:00Z", r3, "hired");
  return { owner, recruiter, a, b };
}

async function timed() {
  let clock = new Date("2026-03-20T10:00:00Z");
  const test = await testApp({ overrides: { now: () => clock } });
  return { test, setClock: (now: string) => clock = new Date(now) };
}

Deno.test("reports count a history as one would by hand, in the company's days", async (t) => {
  const { test, setClock } = await timed();
  await using _ = test;
  const { recruiter, a, b } = await history(test, setClock);
  const report = (path: string) => expectOk(recruiter.get(`/analytics/${path}`));
  const everything = "from=2026-03-20&to=2026-04-05";

  await t.step("overview", async () => {
    const { period, activity, score_distribution, ...sums } = await report("overview?from=2026-03-26&to=2026-04-04");
    deepEqual(period, {
      from: "2026-03-25T23:00:00.000Z",
      to: "2026-04-03T22:00:00.000Z",
      timezone: "Europe/Berlin",
    });
    // The jobs are older, the last hire is half an hour too late.
    deepEqual(sums, { jobs: 0, resumes: 3, matches: 4, interviews: 1, hires: 1 });
    deepEqual(activity, [
      { date: "2026-03-26", ...none, resumes: 1, matches: 1 },
      { date: "2026-03-27", ...none },
      { date: "2026-03-28", ...none, resumes: 1, matches: 1 },
      { date: "2026-03-29", ...none },
      { date: "2026-03-30", ...none, resumes: 1, matches: 2 },
      { date: "2026-03-31", ...none, interviews: 1 },
      { date: "2026-04-01", ...none },
      { date: "2026-04-02", ...none },
      { date: "2026-04-03", ...none, hires: 1 },
    ]);
    const fits = [...await candidates(recruiter, a), ...await candidates(recruiter, b)].map(({ fit }) => fit);
    for (const [fit, count] of Object.entries(score_distribution)) {
      equal(count, fits.filter((each) => each === fit).length, fit);
    }

    const ofB = await report(`overview?${everything}&job_id=${b.id}`);
    const { jobs, resumes, matches, interviews, hires } = ofB;
    deepEqual({ jobs, resumes, matches, interviews, hires }, { ...none, jobs: 1, resumes: 1, matches: 1 });
    const moment = "from=2026-03-28T22:30:00Z&to=2026-03-29T22:30:00%2B00:00";
    equal((await report(`overview?${moment}`)).matches, 1, "from is part of the period, to is not");
  });

  await t.step("funnel", async () => {
    const { candidates, stages, moves } = await report(`funnel?${everything}`);
    equal(candidates, 4);
    equal(stages.length, 8);
    deepEqual(told(stages, "reached", "current", "conversion"), {
      pending: [4, 1, 1],
      shortlisted: [1, 0, 0.25],
      interviewing: [1, 0, 0.25],
      hired: [2, 2, 0.5],
      rejected: [1, 1, 0.25],
    });
    deepEqual(moves, [
      { from: "pending", to: "hired", count: 2 },
      { from: "hired", to: "pending", count: 1 },
      { from: "interviewing", to: "hired", count: 1 },
      { from: "pending", to: "rejected", count: 1 },
      { from: "pending", to: "shortlisted", count: 1 },
      { from: "shortlisted", to: "interviewing", count: 1 },
    ]);
    const early = await report("funnel?from=2026-03-25&to=2026-03-27");
    deepEqual(told(early.stages, "reached", "current"), {
      pending: [1, 0],
      shortlisted: [1, 0],
      interviewing: [1, 0],
      hired: [1, 1],
    });
  });

  await t.step("time to hire", async () => {
    const { hires, median_days, p90_days, stages } = await report(`time-to-hire?${everything}`);
    // 8 days, and 5 to the hire that stayed.
    deepEqual({ hires, median_days, p90_days }, { hires: 2, median_days: 6.5, p90_days: 7.7 });
    deepEqual(told(stages, "left", "median_days", "p90_days"), {
      pending: [4, 2, 2.7], // 2, 2, 3 and again 1
      shortlisted: [1, 2.5, 2.5],
      interviewing: [1, 3.5, 3.5],
      hired: [1, 1, 1],
    });
    const april = await report("time-to-hire?from=2026-04-01&to=2026-04-03");
    equal(april.hires, 0);
    deepEqual(told(april.stages, "left", "median_days"), { pending: [1, 3] });
  });

  await t.step("skills gap", async () => {
    const gap = await report(`skills-gap?${everything}&job_id=${a.id}`);
    const missing = (await candidates(recruiter, a)).flatMap(({ missing_skills }) => missing_skills);
    const counts = a.skills_required
      .map((skill: string) => ({ skill, missing: missing.filter((each) => each === skill).length }))
      .filter((each: Json) => each.missing > 0);
    equal(gap.candidates, 3);
    ok(gap.skills.length > 0 && gap.skills.every((skill: Json) => skill.of === 3));
    deepEqual(
      gap.skills.map((skill: Json) => skill.missing),
      counts.map((each: Json) => each.missing).sort().reverse(),
    );
    for (const { skill, missing } of counts) {
      const found = gap.skills.find((each: Json) => each.skill === skill);
      deepEqual([found.missing, found.share], [missing, Math.round(missing / 3 * 1e4) / 1e4]);
    }
    const both = await report(`skills-gap?${everything}`);
    equal(both.candidates, 4);
    equal(both.skills.find((each: Json) => each.skill === "Docker")?.of, 4, "3 for one job, 1 for the other");
  });

  await t.step("sources", async () => {
    const { total, sources } = await report(`sources?${everything}`);
    deepEqual(total, { resumes: 3, matches: 4, interviews: 1, hires: 2, hire_rate: 0.6667 });
    deepEqual(sources, [
      { source: "fair", resumes: 2, matches: 3, interviews: 1, hires: 2, hire_rate: 1 },
      { source: null, resumes: 1, matches: 1, interviews: 0, hires: 0, hire_rate: 0 },
    ]);
    const ofB = await report(`sources?${everything}&job_id=${b.id}`);
    deepEqual(ofB.sources, [{ source: "fair", resumes: 1, matches: 1, interviews: 0, hires: 0, hire_rate: 0 }]);
  });

  await t.step("a job's own", async () => {
    const all = await report(`jobs/${a.id}?${everything}`);
    deepEqual(all.job, { id: a.id, title: a.title, status: a.status });
    for (const name of REPORTS) {
      const { period, ...rest } = await report(`${name}?${everything}&job_id=${a.id}`);
      deepEqual(all[name.replaceAll("-", "_")], rest, name);
      deepEqual(all.period, period);
    }
  });
});

Deno.test("a report without a period is about thirty days that end today; everybody of the company reads it", async () => {
  const { test, setClock } = await timed();
  await using _ = test;
  const owner = await test.owner();
  await expectOk(owner.patch("/company", { timezone: "Pacific/Kiritimati" }));
  const manager = await test.member(owner, "hiring_manager");
  const job = await owner.job();
  for (const path of [...REPORTS, `jobs/${job.id}`]) {
    const { status, headers, body } = await manager.get(`/analytics/${path}`);
    equal(status, 200, path);
    equal(headers.get("cache-control"), "no-store");
    // It is 21 March already, fourteen hours east.
    deepEqual(body.period, {
      from: "2026-02-19T10:00:00.000Z",
      to: "2026-03-21T10:00:00.000Z",
      timezone: "Pacific/Kiritimati",
    });
  }
  const { activity } = (await manager.get("/analytics/overview")).body;
  deepEqual([activity.length, activity.at(-1)], [30, { date: "2026-03-21", ...none, jobs: 1 }]);
  setClock("2026-03-20T10:10:00Z");
  equal((await manager.get("/analytics/overview?to=2026-03-21")).body.jobs, 0);
});

Deno.test("an empty company's reports are zeros", async () => {
  await using test = await testApp();
  const owner = await test.owner();
  const report = (name: string) => expectOk(owner.get(`/analytics/${name}`));
  const { activity, score_distribution, ...rest } = await report("overview");
  deepEqual({ ...rest, period: null }, { ...none, period: null });
  ok(activity.length === 30 && activity.every((day: Json) => day.matches === 0));
  deepEqual(score_distribution, { excellent: 0, good: 0, fair: 0, poor: 0 });
  const { candidates: inFunnel, stages, moves } = await report("funnel");
  deepEqual([inFunnel, moves], [0, []]);
  ok(stages.every((stage: Json) => stage.reached === 0 && stage.current === 0 && stage.conversion === 0));
  const times = await report("time-to-hire");
  deepEqual([times.hires, times.median_days, times.p90_days], [0, 0, 0]);
  ok(times.stages.every((stage: Json) => stage.left === 0 && stage.median_days === 0 && stage.p90_days === 0));
  const gap = await report("skills-gap");
  deepEqual([gap.candidates, gap.skills], [0, []]);
  const { total, sources } = await report("sources");
  deepEqual(total, { resumes: 0, matches: 0, interviews: 0, hires: 0, hire_rate: 0 });
  deepEqual(sources, []);
});

Deno.test("a report on no period, too long a series or another company's job is refused", async () => {
  await using test = await testApp();
  const [owner, stranger] = [await test.owner(), await test.owner()];
  const job = await owner.job();
  for (const path of [...REPORTS, `jobs/${job.id}`]) {
    for (
      const [query, pointer] of [
        ["from=2026-03-02&to=2026-03-02", "/query/from"],
        ["from=2026-03-03&to=2026-03-02T00:00:00Z", "/query/from"],
        ["from=2199-01-01", "/query/from"],
        ["from=2026-02-30", "/query/from"],
        ["to=1899-12-31", "/query/to"],
        ["to=today", "/query/to"],
        ["until=2026-03-02", "/query/until"],
      ] as const
    ) {
      const { status, body } = await owner.get(`/analytics/${path}?${query}`);
      deepEqual([status, body.errors?.[0]?.pointer], [422, pointer], `${path}?${query}`);
    }
    const own = path.startsWith("jobs/");
    for (const id of [UNKNOWN_ID, job.id]) {
      const where = own ? `jobs/${id}` : `${path}?job_id=${id}`;
      equal((await stranger.get(`/analytics/${where}`)).status, 404, where);
    }
  }
  const long = "from=2025-01-01&to=2026-01-02";
  equal((await owner.get(`/analytics/overview?${long}`)).body.activity.length, 366);
  const tooLong = "from=2025-01-01&to=2026-01-03";
  for (const path of ["overview", `jobs/${job.id}`]) {
    equal((await owner.get(`/analytics/${path}?${tooLong}`)).status, 422);
  }
  equal((await owner.get(`/analytics/funnel?${tooLong}`)).status, 200);
});

const candidates = async (caller: Caller, job: Json): Promise<Json[]> =>
  (await expectOk(caller.get(`/jobs/${job.id}/candidates`))).data;
