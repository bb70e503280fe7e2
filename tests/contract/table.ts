/**
 * What each operation needs: who may ask for it, and what its answers are known by. An operation of the document that is
 * missing here fails the battery, and so does one that is here and no longer documented.
 *
 * @module
 */

/**
 * Who may: `anyone` without a token; `all` with one; `writers` are the owner, admins and recruiters; `admins` are the
 * owner and admins; `operators` have a token of the server's and are no users.
 */
export type Who = "anyone" | "operators" | "all" | "writers" | "admins";

/** How the battery asks for an operation. */
export interface Kind {
  who: Who;
  /** What differs from the document's example, from the ids of the world; `null` for a body that is no JSON. */
  body?: ((ids: Record<string, string>) => Record<string, unknown>) | null;
  /** Who asks rightly, where the owner may not. */
  as?: "recruiter";
  /** Everybody sees their own only, whatever their role. */
  own?: true;
  /** Why the battery does not do it for real, though it asks for it wrongly in every way. */
  notDone?: string;
}

const ends = "ends the session of the battery; its feature's tests do it";

/** By operationId. */
export const table: Record<string, Kind> = {
  getHealth: { who: "anyone" },
  getLiveness: { who: "anyone" },
  getReadiness: { who: "anyone" },
  getMetrics: { who: "operators" },

  registerUser: {
    who: "anyone",
    body: () => ({
      email: "battery@example.com",
      password: "a passphrase of words",
      full_name: "Battery Example",
      role: "recruiter",
      company_name: "Battery",
    }),
  },
  logIn: { who: "anyone", body: () => ({ email: "nobody@example.com" }), notDone: "the example is of nobody" },
  refreshSession: { who: "anyone", notDone: "the example's token is nobody's" },
  logOut: { who: "all", notDone: ends },
  getMe: { who: "all" },
  updateMe: { who: "all" },
  changePassword: { who: "all", notDone: ends },
  getCompany: { who: "all" },
  updateCompany: { who: "admins" },
  listMembers: { who: "admins" },
  getMember: { who: "admins" },
  updateMember: { who: "admins" },
  createInvitation: { who: "admins" },
  listInvitations: { who: "admins" },
  getInvitation: { who: "admins" },
  deleteInvitation: { who: "admins" },
  createApiKey: { who: "all" },
  listApiKeys: { who: "all" },
  getApiKey: { who: "all", own: true },
  deleteApiKey: { who: "all" },

  createJob: { who: "writers" },
  listJobs: { who: "all" },
  getJob: { who: "all" },
  changeJob: { who: "writers" },
  replaceJob: { who: "writers" },
  deleteJob: { who: "writers" },

  listCandidates: { who: "all" },
  changeCandidateStatuses: { who: "all", body: (ids) => ({ resume_ids: [ids["resume_id"]], status: "maybe" }) },
  getCandidate: { who: "all" },
  changeCandidateStatus: { who: "all" },
  listCandidateHistory: { who: "all" },
  listCandidateNotes: { who: "all" },
  addCandidateNote: { who: "all" },
  deleteCandidateNote: { who: "all" },
  matchJob: { who: "writers" },
  matchResume: { who: "writers" },
  scoreMatch: { who: "all" },

  uploadResume: { who: "writers", body: null },
  uploadResumes: { who: "writers", body: null },
  listResumes: { who: "all" },
  getResume: { who: "all" },
  correctResume: { who: "writers" },
  eraseResume: { who: "writers" },
  downloadResumeFile: { who: "all" },
  exportResumeData: { who: "all" },
  listResumeMatches: { who: "all" },
  searchResumes: { who: "all" },

  scheduleInterview: {
    who: "writers",
    body: (ids) => ({
      resume_id: ids["resume_id"],
      job_id: ids["job_id"],
      interview_type: "video",
      interviewers: [ids["member_id"]],
      scheduled_at: "2190-05-17T09:30:00Z",
    }),
  },
  listInterviews: { who: "all" },
  getInterview: { who: "all" },
  changeInterview: { who: "writers" },
  deleteInterview: { who: "writers", notDone: "it has feedback by then, so it stays; its feature's tests do it" },
  getInterviewCalendar: { who: "all" },
  createInterviewFeedback: { who: "all" },
  listInterviewFeedback: { who: "all" },
  getInterviewFeedback: { who: "all" },
  changeInterviewFeedback: { who: "all", as: "recruiter" },

  listOperations: { who: "all" },
  getOperation: { who: "all" },
  listOperationFiles: { who: "all" },
  streamOperation: { who: "all" },

  getOverview: { who: "all" },
  getFunnel: { who: "all" },
  getTimeToHire: { who: "all" },
  getSkillsGap: { who: "all" },
  getSources: { who: "all" },
  getJobReport: { who: "all" },

  extractSkills: { who: "all" },
  completeSkills: { who: "all" },
};
