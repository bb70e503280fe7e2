/**
 * Notices within two seconds that the database server hangs, is slow beyond use, or has lost a connection without a
 * word: TCP would wait for minutes, and every request with it.
 *
 * ```
 *       a statement is awaited at two looks, or a connection is
 *  up ────────────────────▶ asks the server on a connection of its own ──answers──▶ up, lost connections are cut
 *   ▲                                       │ no answer in a second
 *   └───answers, asked at every look── down ◀┘ every connection is cut, new ones are refused at once
 * ```
 *
 * A statement that the server works on is left alone, however long it takes.
 *
 * @module
 */
import type { Socket } from "node:net";
import pg from "pg";
import type { Log } from "../services.ts";

/** Between two looks. */
const LOOK_MS = 300;
/** A server that takes longer for its simplest answer is taken for down. */
const ANSWER_MS_MAX = 1000;
/** For an answer that has come while this thread was busy: timers go before what was received. */
const GRACE_MS = 100;

/** What the pool knows of a connection that somebody uses. */
export interface Used {
  /** Of the server's process. */
  pid: number;
  isAwaiting(): boolean;
  cut(): void;
}

/** What a server says of one of its processes that waits for us. */
type Waiting = Map<number, string>;

/** Watches one pool. */
export interface Lifeline {
  isDown(): boolean;
  /** Rejects `waited` at once when the server goes down. */
  unlessDown<T>(waited: Promise<T>): Promise<T>;
  /** Makes sure that the socket is cut when the server goes down, used or not. */
  hold(socket: Socket): void;
  stop(): void;
}

/** @param used The connections in use at this moment. */
export function createLifeline(url: string, used: () => Used[], log?: Log): Lifeline {
  const sockets = new Set<Socket>();
  const connecting = new Set<(reason: Error) => void>();
  /** Looks at which a pid was awaited in a row. */
  let awaited = new Map<number, number>();
  /** Pids that waited for us though we wait for them, with what the server said of each. */
  let suspects: Waiting = new Map();
  let connectingLooks = 0;
  let isDown = false;
  let isAsking = false;
  const timer = setInterval(look, LOOK_MS);
  Deno.unrefTimer(timer);

  return {
    isDown: () => isDown,
    unlessDown(waited) {
      const { promise, reject } = Promise.withResolvers<never>();
      connecting.add(reject);
      return Promise.race([waited, promise]).finally(() => connecting.delete(reject));
    },
    hold(socket) {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
    },
    stop: () => clearInterval(timer),
  };

  function look(): void {
    if (isAsking) return;
    const waiting = used().filter((connection) => connection.isAwaiting());
    awaited = new Map(waiting.map(({ pid }) => [pid, (awaited.get(pid) ?? 0) + 1]));
    connectingLooks = connecting.size > 0 ? connectingLooks + 1 : 0;
    const isLong = connectingLooks > 1 || [...awaited.values()].some((looks) => looks > 1);
    if (!isDown && !isLong) return void suspects.clear();
    isAsking = true;
    ask(url, waiting.map(({ pid }) => pid)).then(answered, lost).finally(() => isAsking = false);
  }

  function answered(idle: Waiting): void {
    if (isDown) log?.info("database back");
    isDown = false;
    for (const { pid, isAwaiting, cut } of used()) {
      const since = idle.get(pid);
      if (since !== undefined && since === suspects.get(pid) && isAwaiting()) cut();
    }
    suspects = idle;
  }

  function lost(error: unknown): void {
    if (!isDown) log?.warn("database lost", { error });
    isDown = true;
    const reason = new Error("The database server does not answer", { cause: error });
    for (const reject of connecting) reject(reason);
    for (const socket of sockets) socket.destroy(reason);
  }
}

/**
 * Which of the processes wait for us, and since when, as the server says.
 *
 * @throws If it does not answer in time. One that has no slot left does answer.
 */
async function ask(url: string, pids: number[]): Promise<Waiting> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "job-match-lifeline",
  });
  client.on("error", () => {});
  const { promise: late, reject } = Promise.withResolvers<never>();
  const giveUp = () => reject(new Error("The database server takes too long"));
  let timer = setTimeout(() => timer = setTimeout(giveUp, GRACE_MS), ANSWER_MS_MAX);
  const answer = askOn(client, pids);
  // Cut while it waits, it fails when nobody listens any more.
  answer.catch(() => {});
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
    // Ending politely would wait for a server that is silent.
    Reflect.get(client, "connection")?.stream?.destroy();
  }
}

async function askOn(client: pg.Client, pids: number[]): Promise<Waiting> {
  try {
    await client.connect();
    const { rows } = await client.query<{ pid: number; since: string }>(
      `select pid, state_change::text as since from pg_stat_activity
       where pid = any($1) and state in ('idle', 'idle in transaction', 'idle in transaction (aborted)')`,
      [pids],
    );
    return new Map(rows.map(({ pid, since }) => [pid, since]));
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : undefined;
    if (code === undefined || code.startsWith("57P0")) throw error;
    return new Map();
  }
}
