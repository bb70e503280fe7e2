/**
 * Links of the document (OpenAPI 3.1, 4.8.20): which operations an answer's ids can be used for.
 *
 * @module
 */

/** The part of an operation that links are found by and added to. */
interface Linked {
  operationId?: string;
  parameters?: object[];
  responses?: Record<string, { links?: Record<string, object> }>;
}

/** Where an answer holds an id: status, path parameter that takes it, and where it stands (a runtime expression). */
type Source = [status: string, parameter: string, expression: string];

/** What of an answer a request can be made of: status, operation, and fields of its body by where they stand. */
type Filling = [status: string, operationId: string, fields: Record<string, string>];

const ofPath = { job_id: "$request.path.job_id", resume_id: "$request.path.resume_id" };

/** By the operation that answers. */
const fillings: Record<string, Filling[]> = {
  logIn: [["200", "refreshSession", { refresh_token: "$response.body#/refresh_token" }]],
  createInvitation: [["201", "registerUser", { invite_token: "$response.body#/token" }]],
  listCandidates: [
    ["200", "scheduleInterview", { ...ofPath, resume_id: "$response.body#/data/0/resume_id" }],
  ],
  getCandidate: [["200", "scheduleInterview", ofPath]],
  changeCandidateStatus: [["200", "scheduleInterview", ofPath]],
};

/** By the operation that answers with ids. Each id is offered to every operation that has no other parameter in its path. */
const sources: Record<string, Source[]> = {
  createJob: [["201", "job_id", "$response.body#/id"]],
  listJobs: [["200", "job_id", "$response.body#/data/0/id"]],
  uploadResume: [
    ["201", "resume_id", "$response.body#/resume/id"],
    ["200", "resume_id", "$response.body#/resume/id"],
    ["202", "operation_id", "$response.body#/id"],
  ],
  listResumes: [["200", "resume_id", "$response.body#/data/0/id"]],
  matchJob: [["202", "operation_id", "$response.body#/id"]],
  listOperations: [["200", "operation_id", "$response.body#/data/0/id"]],
  listCandidates: [
    ["200", "job_id", "$request.path.job_id"],
    ["200", "resume_id", "$response.body#/data/0/resume_id"],
  ],
  addCandidateNote: [
    ["201", "job_id", "$request.path.job_id"],
    ["201", "resume_id", "$request.path.resume_id"],
    ["201", "note_id", "$response.body#/id"],
  ],
  scheduleInterview: [["201", "interview_id", "$response.body#/id"]],
  listInterviews: [["200", "interview_id", "$response.body#/data/0/id"]],
  createInterviewFeedback: [
    ["201", "interview_id", "$request.path.interview_id"],
    ["201", "author_id", "$response.body#/author_id"],
  ],
  createInvitation: [["201", "invitation_id", "$response.body#/id"]],
  createApiKey: [["201", "api_key_id", "$response.body#/id"]],
  listMembers: [["200", "member_id", "$response.body#/data/0/id"]],
};

/** Adds to each answer of {@link sources} the operations that its ids are enough for, then those of {@link fillings}. */
export function addLinks(paths: Record<string, object>): void {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.values(item as Record<string, Linked>).filter((each) => each?.operationId !== undefined)
      .map((operation) => ({ operation, needed: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!) }))
  );
  for (const { operation } of operations) {
    const given = sources[operation.operationId!];
    if (!given) continue;
    for (const [status, response] of Object.entries(operation.responses ?? {})) {
      const ids = new Map(given.filter(([at]) => at === status).map(([, name, expression]) => [name, expression]));
      if (ids.size === 0) continue;
      response.links = Object.fromEntries(
        operations.filter(({ operation: target, needed }) =>
          target !== operation && needed.length > 0 && needed.every((name) => ids.has(name))
        ).map(({ operation: target, needed }) => [target.operationId!, {
          operationId: target.operationId!,
          parameters: Object.fromEntries(needed.map((name) => [name, ids.get(name)!])),
        }]),
      );
    }
  }
  for (const { operation } of operations) {
    for (const [status, operationId, requestBody] of fillings[operation.operationId!] ?? []) {
      const response = operation.responses![status]!;
      response.links = { ...response.links, [operationId]: { operationId, requestBody } };
    }
  }
}
