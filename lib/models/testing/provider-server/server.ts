import { EventEmitter, once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { anthropic } from "./anthropic";
import { azure } from "./azure";
import { bedrock } from "./bedrock";
import { createDefaultScript } from "./default-script";
import { google } from "./google";
import { mistral } from "./mistral";
import { nowMark } from "./now-mark";
import { ollama } from "./ollama";
import { openaiChat } from "./openai-chat";
import { openaiResponses } from "./openai-responses";
import { texts } from "./texts";
import type { Dialect, Script, WireAnswer, WireFault, WireRequest } from "./wire";

const dialects: readonly Dialect[] = [
  ...texts,
  azure,
  mistral,
  openaiChat,
  openaiResponses,
  anthropic,
  google,
  bedrock,
  ollama,
];

export interface ProviderServerOptions {
  port?: number;
  script?: Script;
  /** The only accepted key; without it any key is. */
  key?: string;
  /** Speed of answers that name none; 0 sends at once. */
  tokensPerSecond?: number;
}

export interface ProviderServer {
  /** `http://127.0.0.1:port`; OpenAI's clients want `/v1` behind it. */
  url: string;
  requests: WireRequest[];
  /** Resolves when the next client leaves before its answer ended. Ask before it can happen. */
  clientGone(): Promise<void>;
  close(): Promise<void>;
}

/** A stand-in for a model provider on loopback: real sockets, real wire formats, scripted words and faults. */
export async function startProviderServer(options: ProviderServerOptions = {}): Promise<ProviderServer> {
  const script = options.script ?? createDefaultScript();
  const requests: WireRequest[] = [];
  const news = new EventEmitter();
  const stop = new AbortController();

  async function handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = new Headers(
      Object.entries(message.headers).map(([name, value]) => [name, String(value)]),
    );
    const { pathname: path, search } = new URL(message.url ?? "/", "http://local");
    const body: unknown = JSON.parse((await readAll(message)) || "null");
    for (const dialect of dialects) {
      const request = dialect.read(path, headers, body, search);
      if (request) return answer(dialect, { ...request, number: requests.length + 1 }, response);
    }
    sendJson(response, 404, { error: { message: `There is no ${path} here.` } });
  }

  async function answer(dialect: Dialect, request: WireRequest, response: ServerResponse): Promise<void> {
    requests.push(request);
    if (options.key !== undefined && request.key !== options.key) {
      return sendJson(response, 401, dialect.error({ status: 401, message: "Incorrect API key provided." }));
    }
    const planned = script(request);
    if ("status" in planned) {
      const retry = planned.retryAfterSeconds;
      if (retry !== undefined) response.setHeader("retry-after", String(retry));
      return sendJson(response, planned.status, dialect.error(planned));
    }
    const gone = new AbortController();
    response.once("close", () => {
      if (response.writableFinished) return;
      gone.abort();
      news.emit("gone");
    });
    const signal = AbortSignal.any([gone.signal, stop.signal]);
    await (request.stream ? stream : whole)(dialect, request, planned, response, signal);
  }

  async function stream(
    dialect: Dialect,
    request: WireRequest,
    planned: WireAnswer,
    response: ServerResponse,
    signal: AbortSignal,
  ): Promise<void> {
    response.writeHead(200, {
      "content-type": dialect.streamType ?? "text/event-stream",
      "cache-control": "no-cache",
    });
    const speed = planned.tokensPerSecond ?? options.tokensPerSecond ?? 0;
    const start = performance.now();
    let sent = 0;
    for (const frame of dialect.frames(request, planned)) {
      if (frame.isToken) {
        if (planned.fault?.after === sent) return misbehave(planned.fault.kind, response, signal);
        // Due times are counted from the start, so that late timers do not add up.
        const due = speed > 0 ? start + (sent * 1000) / speed - performance.now() : 0;
        if (due > 0) await wait(due, undefined, { signal });
        sent += 1;
      }
      if (signal.aborted) return;
      response.write(stamped(frame.text));
    }
    response.end();
  }

  const server = createServer((message, response) => {
    handle(message, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendJson(response, 400, { error: { message: String(error) } });
    });
  });
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The provider server has no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    clientGone: async () => void (await once(news, "gone")),
    async close() {
      stop.abort();
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function stamped(text: string | Uint8Array): string | Uint8Array {
  return typeof text === "string" ? text.replaceAll(nowMark, () => String(Date.now())) : text;
}

async function whole(
  dialect: Dialect,
  request: WireRequest,
  planned: WireAnswer,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  if (!planned.fault) return sendJson(response, 200, dialect.whole(request, planned));
  response.writeHead(200, { "content-type": "application/json" });
  await misbehave(planned.fault.kind, response, signal);
}

async function misbehave(
  kind: WireFault["kind"],
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  if (kind === "garbage") {
    response.end('data: {"broken": \n\n');
    return;
  }
  if (kind === "end") {
    response.end();
    return;
  }
  // What was written before must arrive before the socket goes.
  await new Promise((done) => response.write(" ", done));
  if (kind === "cut") response.destroy();
  else if (!signal.aborted) await once(signal, "abort");
}

async function readAll(message: IncomingMessage): Promise<string> {
  let text = "";
  message.setEncoding("utf8");
  for await (const chunk of message) text += String(chunk);
  return text;
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
