import { afterAll, beforeAll, expect, it } from "vitest";
import type { NodeType } from "@/workflows/nodes/registry";
import { runNode } from "@/workflows/testing/run-node";
import { createEgress } from "./egress";
import { startTestServer, type TestServer } from "./testing/test-server";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer((_request, response) => response.end("ok"));
});
afterAll(() => server.close());

const notify: NodeType = "notify";

it.each([
  ["slack", { text: "*Hi*\nÄ <b>", unfurl_links: false }, "*Hi*\nÄ &lt;b&gt;"],
  ["teams", { type: "message" }, undefined],
  ["discord", { allowed_mentions: { parse: [] } }, undefined],
  ["webhook", { type: "signalbox.notify", title: "Hi" }, undefined],
])("a message to %s goes out by the guard, in its own format", async (by, body, text) => {
  const egress = createEgress([`127.0.0.1:${server.port}`]);
  const url = `${server.origin}/hooks/${by}`;
  await runNode(notify, { by, url, title: "Hi", text: "Ä <b>" }, {}, { http: egress.http });
  await egress.close();
  const request = server.requests.at(-1);
  expect(request).toMatchObject({
    method: "POST",
    url: `/hooks/${by}`,
    headers: { "content-type": "application/json" },
  });
  expect(JSON.parse(request?.body ?? "")).toMatchObject(text ? { ...body, text } : body);
});

it("goes nowhere else", async () => {
  const egress = createEgress([]);
  const before = server.requests.length;
  const config = { by: "slack", url: server.origin, text: "Hi" };
  await expect(runNode(notify, config, {}, { http: egress.http })).rejects.toMatchObject({
    code: "egress_refused",
  });
  expect(server.requests.length).toBe(before);
  await egress.close();
});
