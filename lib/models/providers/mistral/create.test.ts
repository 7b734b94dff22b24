import { AIMessage, HumanMessage, ToolMessage } from "@langchain/core/messages";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEgress, type Egress } from "@/lib/egress/egress";
import { startTestServer, type TestServer } from "@/lib/egress/testing/test-server";
import { input } from "../testing/open";
import { createMistral } from "./create";
import { shortId } from "./mistral-fetch";

const thought = [
  { type: "thinking", thinking: [{ type: "text", text: "Six by seven." }] },
  { type: "text", text: "42" },
];
const chunks = [
  { delta: { role: "assistant", content: thought.slice(0, 1) } },
  { delta: { content: thought.slice(1) } },
  { delta: { content: "." }, finish_reason: "stop" },
];

let server: TestServer;
let egress: Egress;
beforeEach(async () => {
  server = await startTestServer((_request, response) => {
    if (!server.requests.at(-1)?.body.includes('"stream":true')) {
      const choice = { index: 0, message: { role: "assistant", content: thought }, finish_reason: "stop" };
      return response
        .writeHead(200, { "content-type": "application/json" })
        .end(JSON.stringify({ choices: [choice] }));
    }
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const chunk of chunks)
      response.write(`data: ${JSON.stringify({ choices: [{ index: 0, ...chunk }] })}\n\n`);
    response.end("data: [DONE]\n\n");
  });
  egress = createEgress(["private"]);
});
afterEach(async () => {
  await egress.close();
  await server.close();
});

const open = () => createMistral(input({ baseUrl: `${server.origin}/v1`, fetch: egress.fetchFor([]) }));

describe("Mistral", () => {
  it("reads the answer of a reasoning model, whole and streamed, without what it thought", async () => {
    expect((await open().invoke("6 * 7?")).text).toBe("42");
    let text = "";
    for await (const chunk of await open().stream("6 * 7?")) text += chunk.text;
    expect(text).toBe("42.");
  });

  it("shortens the ids of calls that another model made, alike in call and answer", async () => {
    const id = "call_hJ2rVx0Q9mZc81";
    await open().invoke([
      new HumanMessage("Add"),
      new AIMessage({ content: "", tool_calls: [{ id, name: "add", args: {} }] }),
      new ToolMessage({ content: "5", tool_call_id: id }),
    ]);
    const body = JSON.parse(server.requests[0]?.body ?? "{}");
    expect(body.messages[1].tool_calls[0].id).toBe(shortId(id));
    expect(body.messages[2].tool_call_id).toBe(shortId(id));
    expect(body).not.toHaveProperty("stream_options");
  });

  it.each([
    ["D681PevKs", "D681PevKs"],
    ["call_1", expect.stringMatching(/^[a-f0-9]{9}$/)],
  ])("the id %s", (id, short) => {
    expect(shortId(id)).toEqual(short);
  });
});
