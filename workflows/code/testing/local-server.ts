import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A server of this machine, for as long as some work takes; what it was asked, with the bodies. */
export async function withServer<Value>(
  answer: (request: Asked, response: ServerResponse) => void,
  work: (url: string, asked: Asked[]) => Promise<Value>,
): Promise<Value> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const seen = await seenOf(request);
    asked.push(seen);
    answer(seen, response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  try {
    return await work(`http://127.0.0.1:${port}`, asked);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

export interface Asked {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
}

async function seenOf(request: IncomingMessage): Promise<Asked> {
  let body = "";
  for await (const part of request) body += String(part);
  return { method: request.method ?? "", url: request.url ?? "", headers: request.headers, body };
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}
