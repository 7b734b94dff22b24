import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HttpCall } from "@/workflows/http/http-call";
import { createEgress, type Egress } from "./egress";
import { SharedReads } from "./shared-reads";
import { startTestServer, type TestServer } from "./testing/test-server";

let server: TestServer;
let egress: Egress;
let waiting: ServerResponse[];
let asked: PromiseWithResolvers<void>;

/** Answers when the test says so. */
beforeEach(async () => {
  waiting = [];
  asked = Promise.withResolvers();
  server = await startTestServer((_, response) => {
    waiting.push(response);
    asked.resolve();
  });
  egress = createEgress(["private"]);
});
afterEach(async () => {
  await egress.close();
  await server.close();
});

function call(more: Partial<HttpCall> = {}): HttpCall {
  return {
    method: "GET",
    url: `${server.origin}/orders`,
    headers: { authorization: "Bearer one", accept: "application/json" },
    timeoutMs: 10_000,
    maxBytes: 1_000,
    signal: new AbortController().signal,
    ...more,
  };
}

const answerAll = (count: number) =>
  expect
    .poll(() => waiting.length)
    .toBe(count)
    .then(() => {
      for (const [index, response] of waiting.entries()) response.end(`answer ${index + 1}`);
    });

describe("identical reads at the same time", () => {
  it("are one request, and everybody has a copy of the answer", async () => {
    const http = new SharedReads().over(egress.http, "ws_1");
    const sorted = { accept: "application/json", authorization: "Bearer one" };
    const calls = [call(), call(), call({ headers: sorted })].map((each) => http.send(each));
    await answerAll(1);
    const [one, two, three] = await Promise.all(calls);
    expect([one, two, three].map((answer) => answer?.body)).toEqual(["answer 1", "answer 1", "answer 1"]);
    expect(one).not.toBe(two);
    expect(one?.headers).not.toBe(two?.headers);
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, Partial<HttpCall>]>([
    ["a POST", { method: "POST" }],
    ["another address", { url: "/other" }],
    ["another key", { headers: { authorization: "Bearer two" } }],
    ["another limit", { maxBytes: 2_000 }],
    ["the wish to be alone", { alone: true }],
  ])("are not shared with %s", async (_, more) => {
    const http = new SharedReads().over(egress.http, "ws_1");
    const url = `${server.origin}${more.url ?? "/orders"}`;
    const calls = [call(), call({ ...more, url })].map((each) => http.send(each));
    await answerAll(2);
    await Promise.all(calls);
    expect(server.requests).toHaveLength(2);
  });

  it("are not shared between workspaces", async () => {
    const reads = new SharedReads();
    const calls = ["ws_1", "ws_2"].map((id) => reads.over(egress.http, id).send(call()));
    await answerAll(2);
    expect(new Set((await Promise.all(calls)).map(({ body }) => body)).size).toBe(2);
  });

  it("are asked anew after the answer", async () => {
    const http = new SharedReads().over(egress.http, "ws_1");
    const first = http.send(call());
    await answerAll(1);
    await first;
    const second = http.send(call());
    await answerAll(2);
    expect((await second).body).toBe("answer 2");
  });

  it("go on for the others when one is cancelled", async () => {
    const http = new SharedReads().over(egress.http, "ws_1");
    const stop = new AbortController();
    const [first, second] = [http.send(call({ signal: stop.signal })), http.send(call())];
    await asked.promise;
    stop.abort();
    await expect(first).rejects.toThrow(/abort/i);
    await answerAll(1);
    expect((await second).body).toBe("answer 1");
  });

  it("end when the last one is cancelled, and who asks then starts a new one", async () => {
    const http = new SharedReads().over(egress.http, "ws_1");
    const stop = new AbortController();
    const both = [http.send(call({ signal: stop.signal })), http.send(call({ signal: stop.signal }))];
    await asked.promise;
    const hungUp = new Promise((done) => waiting[0]?.once("close", done));
    stop.abort();
    expect(await Promise.allSettled(both)).toMatchObject([{ status: "rejected" }, { status: "rejected" }]);
    const next = http.send(call());
    await hungUp;
    await answerAll(2);
    expect((await next).body).toBe("answer 2");
  });

  it("fail for all who wait", async () => {
    const http = new SharedReads().over(egress.http, "ws_1");
    const both = [http.send(call()), http.send(call())];
    await asked.promise;
    waiting[0]?.destroy();
    for (const each of both) await expect(each).rejects.toMatchObject({ code: "http_failed" });
    expect(server.requests).toHaveLength(1);
  });
});
