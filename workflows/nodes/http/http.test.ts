import { describe, expect, it } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import { fakeHttp } from "@/workflows/testing/fake-services";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { httpConfig, httpDefinition } from "./definition";

nodeContract("http");

const base = { url: "https://api.test/orders/{{ id }}", output: "order" };

describe("HTTP request", () => {
  it("fills in address, query, headers and body, and secrets where they are allowed", async () => {
    const http = fakeHttp(() => ({ body: '{"ok": true}' }));
    const config = {
      ...base,
      method: "POST",
      query: [{ name: "key", value: "{{ secrets.KEY }}" }],
      headers: [{ name: "Authorization", value: "Bearer {{ secrets.TOKEN }}" }],
      body: "json",
      content: '{"note": {{ json(note) }}}',
      timeoutMs: 500,
      maxBytes: 99,
    };
    const result = await runNode("http", config, { id: "a/b", note: 'say "hi"' }, { http });
    expect(result).toEqual({ update: { order: { ok: true } } });
    expect(http.calls).toMatchObject([
      {
        method: "POST",
        url: "https://api.test/orders/a%2Fb?key=secret-KEY",
        headers: { authorization: "Bearer secret-TOKEN", "content-type": "application/json" },
        body: '{"note": "say \\"hi\\""}',
        timeoutMs: 500,
        maxBytes: 99,
      },
    ]);
  });

  it.each([
    ["auto", "application/json; charset=utf-8", '{"a": 1}', { a: 1 }],
    ["auto", "application/problem+json", '{"a": 1}', { a: 1 }],
    ["auto", "text/plain", '{"a": 1}', '{"a": 1}'],
    ["auto", "application/json", "not json", "not json"],
    ["json", "text/plain", "[1]", [1]],
    ["text", "application/json", "[1]", "[1]"],
  ])("reads the response as %s (%s)", async (parse, type, body, order) => {
    const http = fakeHttp(() => ({ headers: { "content-type": type }, body }));
    expect(await runNode("http", { ...base, parse }, { id: 1 }, { http })).toEqual({ update: { order } });
  });

  it("fails where JSON was promised and something else came", async () => {
    const http = fakeHttp(() => ({ body: "<html>" }));
    await expect(runNode("http", { ...base, parse: "json" }, { id: 1 }, { http })).rejects.toMatchObject({
      code: "http_failed",
      message: 'The response is not JSON: it begins with "<html>".',
    });
  });

  it("fails at status 400 and above, with what the server said", async () => {
    const http = fakeHttp(() => ({ status: 404, body: "No such order" }));
    await expect(runNode("http", base, { id: 1 }, { http })).rejects.toMatchObject({
      code: "http_failed",
      message: "The server answered with status 404: No such order",
      details: { data: { status: 404 } },
    });
  });

  it("writes response and status where a bad status is no failure", async () => {
    const http = fakeHttp(() => ({ status: 404, body: '{"error": "gone"}' }));
    const config = { ...base, failOnStatus: false, statusChannel: "status" };
    expect(await runNode("http", config, { id: 1 }, { http })).toEqual({
      update: { order: { error: "gone" }, status: 404 },
    });
  });

  it("keeps secrets out of the message of a failure", async () => {
    const http = {
      send: async ({ url }: { url: string }) => {
        throw new AppError("egress_refused", `Refused: ${url}`, { hint: "Ask the administrator." });
      },
    };
    const config = { ...base, query: [{ name: "key", value: "{{ secrets.KEY }}" }] };
    await expect(runNode("http", config, { id: 1 }, { http })).rejects.toMatchObject({
      code: "egress_refused",
      message: "Refused: https://api.test/orders/1?key=•••",
      details: { hint: "Ask the administrator." },
    });
  });

  it("says that a body is not JSON before it is sent", async () => {
    const http = fakeHttp(() => ({}));
    const config = { ...base, method: "POST", body: "json", content: '{"note": {{ note }}}' };
    await expect(runNode("http", config, { id: 1, note: "hi" }, { http })).rejects.toMatchObject({
      code: "http_failed",
      details: { field: "content" },
    });
    expect(http.calls).toEqual([]);
  });

  it.each([
    [{ url: "ftp://x" }, ["url: Begin the address with https:// or http://."]],
    [{ url: "{{ base }}/x" }, []],
    [
      { url: "https://x", body: "text", content: "{{ secrets.KEY }}" },
      ["content: A secret may stand in the URL, the query or a header, not in the body."],
    ],
  ])("checks address and secrets: %j", (config, issues) => {
    expect(issuesOf("http", config)).toEqual(issues);
  });

  it("reads the channels of its templates; secrets are none", () => {
    const config = httpConfig.parse({
      ...base,
      headers: [{ name: "x", value: "{{ secrets.A }}{{ user }}" }],
    });
    expect(httpDefinition.reads(config)).toEqual([
      { channel: "id", field: "url" },
      { channel: "user", field: "headers.0.value" },
    ]);
  });

  it.each([
    ["GET", true],
    ["PUT", true],
    ["POST", false],
    ["PATCH", false],
  ])("%s is idempotent: %s", (method, idempotent) => {
    expect(httpDefinition.idempotent(httpConfig.parse({ ...base, method }))).toBe(idempotent);
  });

  it("takes the author's word that the server knows a repetition", () => {
    const config = httpConfig.parse({ ...base, method: "POST", repeatable: true });
    expect(httpDefinition.idempotent(config)).toBe(true);
  });
});
