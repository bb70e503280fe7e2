/**
 * The database on a server, by `pg`: see `docs/decisions/0001-postgres-driver.md`.
 *
 * @module
 */
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { Socket } from "node:net";
import pg from "pg";
import type { Log } from "../services.ts";
import { type Database, UnreachableError } from "./database.ts";
import { createLifeline, type Lifeline, type Used } from "./lifeline.ts";
import * as schema from "./schema.ts";
import { currentCompany, scopeStatement } from "./scope.ts";

/** How to reach the server. */
export interface PostgresOptions {
  url: string;
  /** Connections at once. @default 10 */
  max?: number;
  /** Told of connections that break while nobody uses them. */
  log?: Log;
  /** A connection in use that is silent for longer is taken for dead and cut. @default 65000 */
  silentMsMax?: number;
}

/** An open pool of connections to a server. */
export interface ServerDatabase {
  readonly profile: "server";
  readonly db: Database;
  /** Connection string, for those who need a connection of their own. */
  readonly url: string;
  /** A socket for such a connection that does not outlive a server which has gone silent. */
  newSocket(): Socket;
  /** Connections of the pool, and those who wait for one. */
  connections(): { used: number; idle: number; waiting: number };
  ping(): Promise<void>;
  /** Waits for the queries under way, then ends every connection. */
  close(): Promise<void>;
}

/** A server that has gone silent must not hold a request for longer. */
const CONNECT_MS_MAX = 5_000;
const STATEMENT_MS_MAX = 60_000;
/** Past what the server itself allows, in a statement and between two of a transaction. */
const SILENT_MS_MAX = STATEMENT_MS_MAX + 5_000;
const IDLE_IN_TRANSACTION_MS_MAX = 60_000;
const IDLE_MS_MAX = 30_000;
const KEEP_ALIVE_AFTER_MS = 10_000;

/** Opens a pool. Connects at the first query. */
export function openPostgres({ url, max = 10, log, silentMsMax = SILENT_MS_MAX }: PostgresOptions): ServerDatabase {
  readInt8AsNumber();
  const lifeline = createLifeline(url, () => pool.used(), log);
  const newSocket = () => heldSocket(lifeline, silentMsMax);
  const pool = new SupervisedPool({
    connectionString: url,
    max,
    application_name: "job-match",
    connectionTimeoutMillis: CONNECT_MS_MAX,
    statement_timeout: STATEMENT_MS_MAX,
    stream: newSocket,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS_MAX,
    idleTimeoutMillis: IDLE_MS_MAX,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    // A statement behind the wall and what goes before and after it take one way there and back.
    pipeline: true,
  }, lifeline);
  scopeStatements(pool);
  // An "error" event that nobody listens to ends the process. The pool replaces the connection by itself.
  pool.on("error", (error) => log?.warn("idle database connection lost", { error }));
  // While a connection is in use its query rejects with the same error; the event has nothing to add.
  pool.on("connect", (client) => client.on("error", () => {}));
  return {
    profile: "server",
    db: scopeTransactions(drizzle(pool, { schema })),
    url,
    newSocket,
    connections: () => ({
      used: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    async ping() {
      await pool.query("select 1");
    },
    async close() {
      lifeline.stop();
      await pool.end();
    },
  };
}

/**
 * Opens one connection outside any pool, without limits on how long a statement takes.
 *
 * @throws {UnreachableError} If the server does not answer.
 */
export async function connectPostgres(url: string): Promise<pg.Client> {
  readInt8AsNumber();
  const client = new pg.Client({
    connectionString: url,
    application_name: "job-match",
    connectionTimeoutMillis: CONNECT_MS_MAX,
    keepAlive: true,
  });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (cause) {
    throw new UnreachableError(cause);
  }
  return client;
}

/**
 * Gives every failure to connect one class, since `pg` throws plain errors, and takes a lost connection back itself:
 * drizzle never releases the one on which it could not begin a transaction, and the pool would run dry.
 */
class SupervisedPool extends pg.Pool {
  readonly #lifeline: Lifeline;
  readonly #used = new Set<pg.PoolClient>();

  constructor(config: pg.PoolConfig, lifeline: Lifeline) {
    super(config);
    this.#lifeline = lifeline;
    this.on("acquire", (client) => this.#used.add(client));
    this.on("release", (_, client) => this.#used.delete(client));
    this.on("remove", (client) => this.#used.delete(client));
  }

  /** The connections in use, as far as they have been made. */
  used(): Used[] {
    return [...this.#used].map((client) => ({
      pid: Reflect.get(client, "processID"),
      isAwaiting: () => Reflect.get(client, "readyForQuery") === false,
      cut: () => Reflect.get(client, "connection").stream.destroy(new Error(GONE_SILENT)),
    }));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: ConnectCallback): void;
  override connect(callback?: ConnectCallback): Promise<pg.PoolClient> | void {
    const connected = this.#connect();
    if (!callback) return connected;
    connected.then(
      (client) => callback(undefined, client, (reason) => client.release(reason !== undefined && reason !== false)),
      (error) => callback(error, undefined, () => {}),
    );
  }

  async #connect(): Promise<pg.PoolClient> {
    if (this.#lifeline.isDown()) throw new UnreachableError(new Error("The database server was lost"));
    const connecting = super.connect();
    try {
      return supervised(await this.#lifeline.unlessDown(connecting));
    } catch (cause) {
      // Whoever waited has been told; a connection that comes after all goes back.
      connecting.then((client) => client.release(), () => {});
      throw new UnreachableError(cause);
    }
  }
}

/** Has each transaction of a company begin with its scope. */
function scopeTransactions<Db extends Database>(db: Db): Db {
  const transaction: Database["transaction"] = db.transaction.bind(db);
  db.transaction = (work, config) => {
    const companyId = currentCompany();
    if (companyId === null) return transaction(work, config);
    return transaction(async (tx) => {
      await tx.execute(sql.raw(scopeStatement(companyId, "transaction")));
      return await work(tx);
    }, config);
  };
  return db;
}

/** A statement of a company that is in no transaction gets one, which begins with its scope. */
function scopeStatements(pool: pg.Pool): void {
  const query = pool.query.bind(pool);
  const scoped = async (companyId: string, config: pg.QueryConfig, values: unknown[]) => {
    const client = await pool.connect();
    const steps = [
      client.query(`begin; ${scopeStatement(companyId, "transaction")}`),
      client.query(config, values),
      client.query("commit"),
    ] as const;
    await Promise.allSettled(steps);
    client.release();
    const [, answer] = await Promise.all(steps);
    return answer;
  };
  // As the one of its many forms that drizzle uses.
  Object.assign(pool, {
    query(config: pg.QueryConfig, values: unknown[]) {
      const companyId = currentCompany();
      return companyId === null ? query(config, values) : scoped(companyId, config, values);
    },
  });
}

const GONE_SILENT = "The database server has gone silent";

/**
 * A socket that gives up. The `query_timeout` of `pg` would refuse the query alone, and hand the dead connection to the
 * next borrower.
 */
function heldSocket(lifeline: Lifeline, silentMsMax: number): Socket {
  const socket = new Socket();
  socket.setTimeout(silentMsMax, () => socket.destroy(new Error(GONE_SILENT)));
  lifeline.hold(socket);
  return socket;
}

/** Releases the client when its connection ends; its borrower may do so again. */
function supervised(client: pg.PoolClient): pg.PoolClient {
  const release = client.release.bind(client);
  let isReleased = false;
  const releaseOnce = (error?: Error | boolean) => {
    if (isReleased) return;
    isReleased = true;
    client.off("end", onEnd);
    release(error);
  };
  const onEnd = () => releaseOnce(true);
  client.once("end", onEnd);
  client.release = releaseOnce;
  return client;
}

type ConnectCallback = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

/** As PGlite gives them: counts and ids here stay below 2^53. */
function readInt8AsNumber(): void {
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
}
