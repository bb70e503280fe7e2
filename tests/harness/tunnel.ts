/**
 * A way to a server that can be made to fail as networks and servers do.
 *
 * @module
 */

/** What becomes of what is sent. */
export type Weather =
  /** It arrives. */
  | "fair"
  /** New connections are refused, those that were open are cut. */
  | "down"
  /** Connections are made, and nothing ever arrives, on old and new ones. */
  | "hung"
  /** Everything arrives two seconds late. */
  | "slow";

const LATE_MS = 2000;

/** A tunnel; it ends with its disposal. */
export interface Tunnel extends Disposable {
  /** The server's URL with the tunnel's address. */
  readonly url: string;
  setWeather(weather: Weather): void;
  /** What is sent from now on never arrives on the connections that are open; those made later work. */
  silence(): void;
  /** Ends every open connection; new ones can be made. @returns How many. */
  cut(): number;
}

interface Way {
  isLost: boolean;
  cut(): void;
}

/** Opens a tunnel to the host and port of `url`. */
export function tunnelTo(url: string): Tunnel {
  const { hostname, port } = new URL(url);
  let listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const address = listener.addr;
  const ways = new Set<Way>();
  let weather: Weather = "fair";
  accept(listener);
  return {
    url: Object.assign(new URL(url), { port: String(address.port) }).href,
    setWeather(next) {
      if (weather === "down" && next !== "down") {
        listener = Deno.listen({ hostname: address.hostname, port: address.port });
        accept(listener);
      }
      // What was lost on a connection leaves a gap that nothing later can fill.
      if (weather === "hung" && next !== "hung") { for (const way of ways) way.isLost = true; }
      if (next === "down" && weather !== "down") {
        listener.close();
        cut();
      }
      weather = next;
    },
    silence() {
      for (const way of ways) way.isLost = true;
    },
    cut,
    [Symbol.dispose]() {
      if (weather !== "down") listener.close();
      cut();
    },
  };

  function cut(): number {
    const count = ways.size;
    for (const way of ways) way.cut();
    return count;
  }

  async function accept(from: Deno.TcpListener): Promise<void> {
    for await (const client of from) {
      // Refused by the server, or closed meanwhile: the client learns it by its connection.
      await join(client).catch(() => close(client));
    }
  }

  async function join(client: Deno.TcpConn): Promise<void> {
    const server = await Deno.connect({ hostname, port: Number(port) });
    const way: Way = {
      isLost: false,
      cut() {
        close(client);
        close(server);
        ways.delete(way);
      },
    };
    ways.add(way);
    for (const [from, to] of [[client, server], [server, client]] as const) {
      // An end that is cut is what this is made for.
      pipe(from, to, way).catch(() => undefined).finally(way.cut);
    }
  }

  async function pipe(from: Deno.TcpConn, to: Deno.TcpConn, way: Way): Promise<void> {
    const bytes = new Uint8Array(64 * 1024);
    for (;;) {
      const read = await from.read(bytes);
      if (read === null) return;
      if (weather === "slow") await new Promise((resolve) => setTimeout(resolve, LATE_MS));
      if (way.isLost || weather === "hung") continue;
      for (let sent = 0; sent < read;) sent += await to.write(bytes.subarray(sent, read));
    }
  }
}

function close(connection: Deno.TcpConn): void {
  try {
    connection.close();
  } catch (error) {
    if (!(error instanceof Deno.errors.BadResource)) throw error;
  }
}
