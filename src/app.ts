/**
 * The HTTP application: the conventions, then the features. No I/O on import or on creation.
 *
 * @module
 */
import { accountRoutes } from "./accounts/routes.ts";
import { analyticsRoutes } from "./analytics/routes.ts";
import { metricsRoutes, type Scraping } from "./health/metrics_routes.ts";
import { type FresheningProgress, healthRoutes } from "./health/routes.ts";
import type { AccessTokens } from "./http/auth.ts";
import { type AppRouter, newRouter } from "./http/contract.ts";
import { applyConventions } from "./http/conventions.ts";
import type { Cursors } from "./http/cursor.ts";
import { docsRoutes } from "./http/docs.ts";
import { requestIds } from "./http/observe.ts";
import { problemOnError } from "./http/problem.ts";
import { feedbackRoutes } from "./interviews/feedback_routes.ts";
import { interviewRoutes } from "./interviews/routes.ts";
import { jobRoutes } from "./jobs/routes.ts";
import { matchResumeRoutes } from "./matches/match_resume_routes.ts";
import { matchRoutes } from "./matches/match_routes.ts";
import { candidateNoteRoutes } from "./matches/notes_routes.ts";
import { candidateRoutes } from "./matches/routes.ts";
import { scoreRoutes } from "./matches/score_routes.ts";
import { operationRoutes } from "./operations/routes.ts";
import { resumeFileRoutes } from "./resumes/file_routes.ts";
import { resumeItemRoutes } from "./resumes/item_routes.ts";
import { resumeListRoutes } from "./resumes/list_routes.ts";
import { batchRoutes } from "./resumes/batch_routes.ts";
import { resumeRoutes } from "./resumes/routes.ts";
import { searchRoutes } from "./resumes/search_routes.ts";
import { skillRoutes } from "./skills/routes.ts";
import type { Services } from "./services.ts";

/** Version of the API and of the service. */
export const VERSION = "0.1.0";

/** What the application has to know besides its services. */
export interface AppSettings {
  tokens: AccessTokens;
  cursors: Cursors;
  /** Whether clients reach this server over TLS only. */
  https: boolean;
  uploadBytesMax: number;
  batchBytesMax: number;
  /** How long an upload waits for its match before it answers 202. */
  uploadWaitMs: number;
  refreshTokenDays: number;
  passwordLengthMin: number;
  trustedProxies: readonly string[];
  /** Whose pages may call from a browser. */
  corsOrigins: readonly string[];
  /** Requests that one user may make in a minute; 0: any number. */
  requestsPerMinute: number;
  probes: ProbeSettings;
}

/** What a process tells of itself. */
export interface ProbeSettings {
  /** Its work in the background, told in its health. */
  freshening?: () => FresheningProgress | null;
  /** `null`: its figures are nobody's business. */
  scraping: Scraping | null;
}

/** Builds the application. Features are mounted below `/api/v1`; health probes and documents at the root. */
export function createApp(given: Services, settings: AppSettings): AppRouter {
  const app = newRouter();
  const services: Services = {
    ...given,
    db: applyConventions(app, given, { ...settings, metrics: settings.probes.scraping?.metrics ?? null }),
  };
  mountProbes(app, services, settings.probes);
  const features = [
    accountRoutes(services, settings),
    jobRoutes(services, settings.cursors),
    candidateRoutes(services, settings.cursors),
    candidateNoteRoutes(services, settings.cursors),
    matchRoutes(services, settings),
    matchResumeRoutes(services),
    scoreRoutes(services),
    resumeRoutes(services, settings),
    batchRoutes(services, settings),
    resumeListRoutes(services, settings.cursors),
    searchRoutes(services, settings.cursors),
    resumeFileRoutes(services, settings.cursors),
    resumeItemRoutes(services),
    interviewRoutes(services, settings.cursors),
    feedbackRoutes(services, settings.cursors),
    operationRoutes(services, settings.cursors),
    skillRoutes(services),
    analyticsRoutes(services),
  ];
  for (const feature of features) app.route("/api/v1", feature);
  app.route("/", docsRoutes(app, VERSION));
  return app;
}

/** Builds what a process answers that only works on tasks. */
export function createProbes(services: Services, settings: ProbeSettings): AppRouter {
  const app = newRouter();
  app.onError(problemOnError(services.log));
  app.use(requestIds(services));
  mountProbes(app, services, settings);
  return app;
}

function mountProbes(app: AppRouter, services: Services, { freshening, scraping }: ProbeSettings): void {
  app.route("/", healthRoutes(services, VERSION, freshening));
  app.route("/", metricsRoutes(scraping));
}
