import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { stampClientAddress } from "@/lib/api/middleware/client-address";
import { StartError } from "@/lib/errors/start-error";

/** The one port. It answers from the first moment: until `serve` is called with 503, and `/health` with 200. */
export interface HttpServer {
  server: Server;
  /** Hands requests to the app. */
  serve(listener: RequestListener): void;
  /** Port that was really taken, for PORT=0. */
  port: number;
  /** Stops accepting; idle connections are closed, requests in flight may end within the time given. */
  close(patienceMs: number): Promise<void>;
}

/** A server that nobody reaches: for whoever wants to listen to one and should hear nothing. */
export const unheardServer = (): Server => createServer();

/** @throws Error with words for the operator when the address cannot be had */
export async function openHttpServer(options: {
  host: string;
  port: number;
  trustProxy: boolean;
}): Promise<HttpServer> {
  let listener: RequestListener = answerWhileStarting;
  const server = createServer((request, response) => {
    stampClientAddress(request, options.trustProxy);
    listener(request, response);
  });
  // Longer than a load balancer keeps idle connections (60 s is common): it must be the one to close them.
  server.keepAliveTimeout = 65_000;
  await listen(server, options);
  return {
    server,
    serve: (next) => {
      listener = next;
    },
    port: portOf(server.address()),
    close: (patienceMs) => close(server, patienceMs),
  };
}

const answerWhileStarting: RequestListener = (request, response) => {
  const alive = request.url === "/health";
  response.writeHead(alive ? 200 : 503, { "content-type": "application/json", "retry-after": "2" });
  response.end(JSON.stringify({ ok: alive, checks: { process: alive ? "ok" : "starting" } }));
};

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => reject(explain(error, host, port));
    server.once("error", refuse);
    server.listen({ host, port }, () => {
      server.off("error", refuse);
      resolve();
    });
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const place = `${host}:${port}`;
  if (error.code === "EADDRINUSE") {
    return new StartError(
      `Port ${port} is taken by another program. Stop it, or choose another: PORT=${port + 1}`,
    );
  }
  if (error.code === "EACCES")
    return new StartError(`This user may not listen on ${place}. Choose a PORT above 1023.`);
  return new StartError(`Cannot listen on ${place}: ${error.message}. Check HOST and PORT.`, {
    cause: error,
  });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}

function close(server: Server, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), patienceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
