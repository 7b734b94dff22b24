import { runInThisContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { text } from "@/workflows/code/support/plain.server";
import { jsonBody, type Request } from "@/workflows/code/support/request.server";
import { writeIn } from "@/workflows/code/write/scope";
import { isAppError } from "@/workflows/errors/app-error";
import { renderTemplate } from "@/workflows/expressions/template";
import type { Channels } from "@/workflows/graph/channel";
import type { JsonObject } from "@/workflows/graph/json";
import type { HttpAnswer } from "@/workflows/http/http-call";
import { readAnswer, refuseBadStatus } from "@/workflows/http/read-answer";
import { renderUrl } from "@/workflows/http/render-url";
import { fakeHttp } from "@/workflows/testing/fake-services";
import { runNode } from "@/workflows/testing/run-node";
import { writeHttp } from "./code";
import { httpConfig } from "./definition";

const channels: Channels = {
  id: { type: "string", reducer: "replace" },
  note: { type: "string", reducer: "replace" },
  tags: { type: "array", reducer: "append" },
};
const state = { id: "a/b?c", note: 'say "hi" to `$' + "{you}`", tags: ["x", "y"] };
const base = { url: "https://api.test/orders/{{ id }}" };

const written = (config: object) =>
  writeIn({ id: "n", title: "Call", channels, file: "call" }, (scope) =>
    writeHttp(httpConfig.parse(config), scope),
  );

const secretsOf = (...names: string[]) => Object.fromEntries(names.map((name) => [name, `secret-${name}`]));

/** Runs the written body with the very modules that an exported project holds, all but the network. */
async function runWritten(config: object, send: (call: Request) => Promise<HttpAnswer>): Promise<unknown> {
  const modules = { text, jsonBody, renderTemplate, readAnswer, refuseBadStatus, renderUrl, secretsOf };
  const given = { ...modules, request: send, state, config: { executionInfo: { taskId: "task_1" } } };
  const body = written(config).body.join("\n");
  return runInThisContext(`async ({ ${Object.keys(given).join(", ")} }) => {${body}}`)(given);
}

const outcome = (result: Promise<unknown>) =>
  result.catch((error: unknown) => (isAppError(error) ? error.code : error));

describe("an HTTP request as code", () => {
  it.each<[string, JsonObject, Partial<HttpAnswer>]>([
    ["a plain address", { output: "order" }, { body: '{"ok": true}' }],
    ["nothing written", {}, { body: "{}" }],
    [
      "query and headers with channels and secrets",
      {
        query: [
          { name: "a b", value: "{{ note }}" },
          { name: "key", value: "{{ secrets.KEY }}" },
          { name: "a b", value: "{{ tags }}" },
        ],
        headers: [
          { name: "Authorization", value: "Bearer {{ secrets.TOKEN }}" },
          { name: "X-Note", value: "{{ id }}" },
        ],
      },
      {},
    ],
    ["a secret in the address", { url: "https://api.test/{{ secrets.KEY }}/{{ id }}" }, {}],
    ["JSON", { method: "POST", body: "json", content: '{"note": {{ json(note) }}, "tags": {{ tags }}}' }, {}],
    ["what is no JSON", { method: "POST", body: "json", content: '{"note": {{ note }}}' }, {}],
    ["a text", { method: "PUT", body: "text", content: "`{{ note }}`\nand {{ tags }}" }, {}],
    [
      "its own content type and key",
      {
        method: "PATCH",
        body: "text",
        content: "x",
        headers: [
          { name: "Content-Type", value: "text/csv" },
          { name: "Idempotency-Key", value: "{{ id }}" },
        ],
      },
      {},
    ],
    ["a bad status that fails", { output: "order" }, { status: 404, body: "No such order" }],
    [
      "a bad status that is written",
      { output: "order", statusChannel: "status", failOnStatus: false },
      { status: 404, body: '{"error": "gone"}' },
    ],
    ["text that was promised to be JSON", { output: "order", parse: "json" }, { body: "<html>" }],
    [
      "JSON taken as a text",
      { output: "order", parse: "text", timeoutMs: 500, maxBytes: 99 },
      { body: "[1]" },
    ],
  ])("does what the node does: %s", async (_, more, answer) => {
    const config = { ...base, ...more };
    const [here, there] = [fakeHttp(() => answer), fakeHttp(() => answer)];
    const asked: Request[] = [];
    const send = (call: Request) => {
      asked.push(call);
      return there.send({ headers: {}, ...call, signal: call.signal ?? AbortSignal.timeout(1_000) });
    };
    const product = await outcome(runNode("http", config, state, { http: here }));
    expect(await outcome(runWritten(config, send))).toEqual(product);
    expect(asked.map(seen)).toEqual(here.calls.map(seen));
  });

  it("imports only what it needs", () => {
    expect([...written(base).imports.keys()]).toEqual([
      "./lib/request",
      "./lib/http/render-url",
      "./lib/http/read-answer",
    ]);
    expect(written({ ...base, failOnStatus: false }).imports.has("./lib/http/read-answer")).toBe(false);
    expect(written({ ...base, body: "json" }).imports.get("./lib/request")).toEqual(
      new Set(["request", "jsonBody"]),
    );
  });

  it("takes secrets from the environment, each named once with who needs it", () => {
    const config = { ...base, url: "https://api.test/{{ secrets.KEY }}{{ secrets.KEY }}" };
    expect([...written(config).env]).toEqual([["SECRET_KEY", "The secret KEY of “Call”."]]);
    expect(written(base).env.size).toBe(0);
  });
});

/** A request in full. The key by which a server knows a repeated call differs, but both have one or none. */
function seen({ url, query = [], headers = {}, ...call }: Request) {
  const address = new URL(url);
  for (const [name, value] of query) address.searchParams.append(name, value);
  const key = headers["idempotency-key"];
  const made = key !== undefined && /^(task_1$|run_1:)/.test(key);
  return {
    method: call.method,
    url: address.href,
    headers: made ? { ...headers, "idempotency-key": "made" } : headers,
    body: call.body,
    limits: [call.timeoutMs, call.maxBytes],
  };
}
