import { once } from "node:events";
import { createConnection, createServer, type NetConnectOpts, type Socket } from "node:net";
import { join } from "node:path";

/**
 * How a proxy treats the connections of its process. `refuse`: cuts those there are and lets none in. `swallow`: all
 * of them stay open and no byte passes any more, as where a cable was pulled or a firewall forgot a connection.
 */
export type ProxyMode = "pass" | "refuse" | "swallow";

/** The way of one process to its database, for tests that block it. */
export interface DatabaseProxy {
  /** The database as it is reached through the proxy. */
  url: string;
  set(mode: ProxyMode): void;
  /** Connections that are open now. */
  open(): number;
  close(): Promise<void>;
}

/** @param url of the database itself, over TCP or a Unix socket */
export async function startDatabaseProxy(url: string): Promise<DatabaseProxy> {
  const database = addressOf(new URL(url));
  let mode: ProxyMode = "pass";
  const links = new Set<Link>();
  const server = createServer((client) => {
    if (mode === "refuse") return void client.destroy();
    const link = connect(client, database, () => links.delete(link));
    if (mode === "swallow") link.swallow();
    links.add(link);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port is free");
  return {
    url: through(url, address.port),
    set(next) {
      mode = next;
      // A connection that has lost a byte is of no use ever again, so those that were swallowed stay so.
      for (const link of links) {
        if (next === "refuse") link.cut();
        if (next === "swallow") link.swallow();
      }
    },
    open: () => links.size,
    async close() {
      for (const link of links) link.cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function addressOf({ searchParams, hostname, port }: URL): NetConnectOpts {
  const folder = searchParams.get("host");
  if (folder?.startsWith("/")) return { path: join(folder, `.s.PGSQL.${port || 5432}`) };
  return { host: hostname, port: Number(port || 5432) };
}

function through(url: string, port: number): string {
  const changed = new URL(url);
  changed.searchParams.delete("host");
  changed.hostname = "127.0.0.1";
  changed.port = String(port);
  return changed.href;
}

interface Link {
  cut(): void;
  swallow(): void;
}

function connect(client: Socket, database: NetConnectOpts, onEnd: () => void): Link {
  const server = createConnection(database);
  const cut = () => {
    client.destroy();
    server.destroy();
    onEnd();
  };
  for (const socket of [client, server]) socket.setNoDelay(true).on("error", cut).on("close", cut);
  client.pipe(server);
  server.pipe(client);
  return {
    cut,
    swallow() {
      client.unpipe(server).resume();
      server.unpipe(client).resume();
      // Neither end may hear that the other one has gone.
      for (const socket of [client, server]) socket.removeAllListeners("close").on("error", () => {});
    },
  };
}
