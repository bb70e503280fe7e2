/** HTTP face of what is kept about a candidate: history and notes. @module */
import { CANDIDATE_STATUSES } from "../db/schema.ts";
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
  text,
  z,
} from "../http/contract.ts";
import type { Cursors } from "../http/cursor.ts";
import { expectedVersions, tagged } from "../http/etag.ts";
import { cutPage } from "../http/paging.ts";
import type { Services } from "../services.ts";
import { type StatusChange, statusHistory } from "./history.ts";
import { addNote, listNotes, type Note, NOTE_VERSION, removeNote } from "./notes.ts";

const HistoryEntry = z.strictObject({
  id: id(),
  from_status: z.enum(CANDIDATE_STATUSES),
  to_status: z.enum(CANDIDATE_STATUSES),
  reason: z.string().nullable(),
  changed_by: id(),
  changed_by_name: z.string(),
  changed_at: z.iso.datetime(),
}).openapi("CandidateHistoryEntry");

const NewNote = z.strictObject({ text: text(1, 10_000) })
  .openapi("NewCandidateNote", { example: { text: "Explained a query plan without being asked to." } });

const NoteBody = z.strictObject({
  id: id(),
  job_id: id(),
  resume_id: id(),
  text: z.string(),
  created_by: id(),
  author_name: z.string(),
  created_at: z.iso.datetime(),
}).openapi("CandidateNote");

const history = createRoute({
  method: "get",
  path: "/jobs/{job_id}/candidates/{resume_id}/history",
  operationId: "listCandidateHistory",
  "x-repeatable": true,
  tags: ["Candidates"],
  summary: "List a candidate's statuses",
  description: "Every move, oldest first: from which status to which, by whom, when and why.",
  security: bearer,
  request: { params: params("job_id", "resume_id"), query: listQuery({}) },
  responses: { 200: json(page(HistoryEntry, "CandidateHistoryPage"), "A page of moves"), ...problems("not_found") },
});

const list = createRoute({
  method: "get",
  path: "/jobs/{job_id}/candidates/{resume_id}/notes",
  operationId: "listCandidateNotes",
  "x-repeatable": true,
  tags: ["Candidates"],
  summary: "List the notes about a candidate",
  description: "What colleagues wrote, oldest first.",
  security: bearer,
  request: { params: params("job_id", "resume_id"), query: listQuery({}) },
  responses: { 200: json(page(NoteBody, "CandidateNotePage"), "A page of notes"), ...problems("not_found") },
});

const add = createRoute({
  method: "post",
  path: "/jobs/{job_id}/candidates/{resume_id}/notes",
  operationId: "addCandidateNote",
  tags: ["Candidates"],
  summary: "Write a note about a candidate",
  description: "Everybody in the company may write and read notes. They never reach the score.",
  security: bearer,
  request: { params: params("job_id", "resume_id"), body: body(NewNote) },
  responses: { 201: json(NoteBody, "The note as stored"), ...problems("not_found") },
});

const remove = createRoute({
  method: "delete",
  path: "/jobs/{job_id}/candidates/{resume_id}/notes/{note_id}",
  operationId: "deleteCandidateNote",
  tags: ["Candidates"],
  summary: "Take a note back",
  description: "Only its author may.",
  security: bearer,
  request: { params: params("job_id", "resume_id", "note_id") },
  responses: { 204: { description: "The note is gone" }, ...problems("forbidden", "not_found", "precondition_failed") },
});

/** Mounts the endpoints of a candidate's history and notes. */
export function candidateNoteRoutes(services: Pick<Services, "db" | "now" | "newId">, cursors: Cursors): AppRouter {
  return newRouter()
    .openapi(history, async (c) => {
      const { job_id: jobId, resume_id: resumeId } = c.req.valid("param");
      const { limit, cursor } = c.req.valid("query");
      const scope = { list: "listCandidateHistory", of: `${jobId} ${resumeId}`, actor: c.var.actor, query: {} };
      const after = cursors.decode(scope, cursor, TimePosition);
      const key = { jobId, resumeId };
      const { rows, total } = await statusHistory(services, c.var.actor, key, { limit: limit + 1, after });
      const { data, nextCursor } = cutPage(
        rows,
        limit,
        ({ change: { changedAt, id } }) => cursors.encode(scope, { at: changedAt.toISOString(), id }),
      );
      return c.json(pageBody(c, { data: data.map(historyBody), nextCursor, total }), 200);
    })
    .openapi(list, async (c) => {
      const { job_id: jobId, resume_id: resumeId } = c.req.valid("param");
      const { limit, cursor } = c.req.valid("query");
      const scope = { list: "listCandidateNotes", of: `${jobId} ${resumeId}`, actor: c.var.actor, query: {} };
      const after = cursors.decode(scope, cursor, TimePosition);
      const key = { jobId, resumeId };
      const { rows, total } = await listNotes(services, c.var.actor, key, { limit: limit + 1, after });
      const { data, nextCursor } = cutPage(
        rows,
        limit,
        ({ note: { createdAt, id } }) => cursors.encode(scope, { at: createdAt.toISOString(), id }),
      );
      return c.json(pageBody(c, { data: data.map(noteBody), nextCursor, total }), 200);
    })
    .openapi(add, async (c) => {
      const { job_id: jobId, resume_id: resumeId } = c.req.valid("param");
      const note = await addNote(services, c.var.actor, { jobId, resumeId }, c.req.valid("json").text);
      return c.json(tagged(c, NOTE_VERSION, noteBody(note)), 201);
    })
    .openapi(remove, async (c) => {
      const { job_id: jobId, resume_id: resumeId, note_id: noteId } = c.req.valid("param");
      await removeNote(services, c.var.actor, { jobId, resumeId, noteId }, expectedVersions(c));
      return c.body(null, 204);
    });
}

const TimePosition = z.strictObject({ at: z.iso.datetime(), id: z.guid() });

function historyBody({ change, changedByName }: StatusChange): z.input<typeof HistoryEntry> {
  return {
    id: change.id,
    from_status: change.fromStatus,
    to_status: change.toStatus,
    reason: change.reason,
    changed_by: change.changedBy,
    changed_by_name: changedByName,
    changed_at: change.changedAt.toISOString(),
  };
}

function noteBody({ note, authorName }: Note): z.input<typeof NoteBody> {
  return {
    id: note.id,
    job_id: note.jobId,
    resume_id: note.resumeId,
    text: note.text,
    created_by: note.createdBy,
    author_name: authorName,
    created_at: note.createdAt.toISOString(),
  };
}
