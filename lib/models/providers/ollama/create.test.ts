import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEgress, type Egress } from "@/lib/egress/egress";
import { startTestServer, type TestServer } from "@/lib/egress/testing/test-server";
import { input } from "../testing/open";
import { createOllama } from "./create";

const call = (city: string) => ({ function: { name: "weather", arguments: { city } } });
const lines = [
  { message: { role: "assistant", content: "", tool_calls: [call("Paris")] }, done: false },
  { message: { role: "assistant", content: "", tool_calls: [call("Rome")] }, done: false },
  {
    message: { role: "assistant", content: "" },
    done: true,
    done_reason: "stop",
    prompt_eval_count: 3,
    eval_count: 2,
  },
];

let server: TestServer;
let egress: Egress;
let isBroken = false;
beforeEach(async () => {
  isBroken = false;
  server = await startTestServer((_request, response) => {
    response.writeHead(200, { "content-type": "application/x-ndjson" });
    response.end(
      isBroken
        ? '{"error": "model runner has stopped"}\n'
        : lines.map((line) => `${JSON.stringify(line)}\n`).join(""),
    );
  });
  egress = createEgress(["private"]);
});
afterEach(async () => {
  await egress.close();
  await server.close();
});

const open = (path = "", account = {}) =>
  createOllama(input({ baseUrl: server.origin + path, account, fetch: egress.fetchFor([]) }));

describe("Ollama", () => {
  it("keeps calls of tools apart that come one after another", async () => {
    const { tool_calls: calls } = await open().invoke("Weather?");
    expect(calls?.map(({ args }) => args)).toEqual([{ city: "Paris" }, { city: "Rome" }]);
  });

  it("asks for as much context as the connection says", async () => {
    await open("", { contextTokens: "16384" }).invoke("Hi");
    await open().invoke("Hi");
    const [large, usual] = server.requests.map(({ body }) => JSON.parse(body).options);
    expect(large).toMatchObject({ num_ctx: 16_384 });
    expect(usual?.num_ctx).toBeUndefined();
  });

  it.each(["", "/", "/v1", "/api/"])("takes an address that ends in %j", async (path) => {
    await open(path).invoke("Hi");
    expect(server.requests[0]?.url).toBe("/api/chat");
  });

  it("fails with the server's words in the middle of a stream", async () => {
    isBroken = true;
    await expect(open().invoke("Hi")).rejects.toThrow("model runner has stopped");
  });
});
