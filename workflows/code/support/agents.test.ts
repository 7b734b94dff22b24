import { AIMessage, HumanMessage, ToolMessage } from "@langchain/core/messages";
import { describe, expect, it, vi } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import { sendJson, withServer } from "../testing/local-server";
import { runAgent, tellModel } from "./agent.server";
import { askAgent, callAgent } from "./ask-agent.server";
import { env, secretsOf } from "./env.server";

const asked = [new HumanMessage("What is 6 * 7?")];

describe("an agent of exported code", () => {
  it("gives what it added and the last thing that it said", async () => {
    const added = [
      new AIMessage({ content: "", tool_calls: [{ id: "c", name: "calculator", args: {} }] }),
      new ToolMessage({ content: "42", tool_call_id: "c" }),
      new AIMessage("It is 42."),
    ];
    const invoke = vi.fn(async () => ({ messages: [...asked, ...added], todos: ["done"] }));
    expect(await runAgent({ invoke }, asked, 3, {})).toEqual({ added, answer: "It is 42.", todos: ["done"] });
    expect(invoke).toHaveBeenCalledWith({ messages: asked }, { recursionLimit: 65 });
  });

  it("has no answer where it said nothing, and no list where it keeps none", async () => {
    const invoke = async () => ({ messages: asked });
    expect(await runAgent({ invoke }, asked, 3, {})).toEqual({ added: [], answer: "", todos: [] });
  });

  it("that never comes to an end says after how many calls; other failures stay as they are", async () => {
    const limit = Object.assign(new Error("limit"), { name: "ModelCallLimitMiddlewareError" });
    await expect(runAgent({ invoke: () => Promise.reject(limit) }, asked, 3, {})).rejects.toMatchObject({
      code: "node_failed",
      message: expect.stringContaining("3 model calls"),
    });
    const other = new Error("No paper.");
    await expect(runAgent({ invoke: () => Promise.reject(other) }, asked, 3, {})).rejects.toBe(other);
  });

  it.each([
    [new Error("No paper."), "Error: No paper."],
    [new AppError("tool_failed", "No paper.", { hint: "Buy some." }), "Error: No paper. Buy some."],
    [new AppError("tool_failed", "No paper."), "Error: No paper."],
    ["odd", "Error: odd"],
    [new DOMException("Stopped.", "AbortError"), undefined],
  ])("is told why a tool failed, and not that the run was stopped: %s", (error, told) => {
    expect(tellModel(error)).toBe(told);
  });
});

describe("what exported code reads from the environment", () => {
  it("is there, or is named with what to do", () => {
    vi.stubEnv("SECRET_A", "a");
    vi.stubEnv("SECRET_B", "");
    expect(secretsOf("A")).toEqual({ A: "a" });
    expect(secretsOf()).toEqual({});
    for (const read of [() => secretsOf("A", "B"), () => env("SECRET_C")]) {
      expect(read).toThrow(
        expect.objectContaining({
          code: "not_found",
          message: expect.stringMatching(/SECRET_[BC] is not set/),
          details: { hint: expect.stringContaining(".env.example") },
        }),
      );
    }
    vi.unstubAllEnvs();
  });
});

describe("another agent, on its server", () => {
  const onServer = (status: number, answer: unknown, work: () => Promise<unknown>) =>
    withServer(
      (_, response) => sendJson(response, answer, status),
      async (url, requests) => {
        vi.stubEnv("SIGNALBOX_URL", url);
        vi.stubEnv("SIGNALBOX_KEY", "key-1");
        const outcome = await work().catch((error: unknown) => error);
        vi.unstubAllEnvs();
        return { outcome, requests };
      },
    );

  it("is asked by message with the key, and answers with a text", async () => {
    const { outcome, requests } = await onServer(200, { output: { a: 1 } }, () =>
      askAgent("order-help", "Where?"),
    );
    expect(outcome).toBe('{"a":1}');
    expect(requests).toMatchObject([
      {
        method: "POST",
        url: "/api/v1/agents/order-help/runs",
        headers: { authorization: "Bearer key-1" },
        body: '{"message":"Where?"}',
      },
    ]);
  });

  it("is called with values, and gives its output as it is", async () => {
    const { outcome, requests } = await onServer(200, { output: [1, null] }, () =>
      callAgent({ slug: "sums", input: { a: 1 } }),
    );
    expect(outcome).toEqual([1, null]);
    expect(requests[0]?.body).toBe('{"input":{"a":1}}');
  });

  it.each([
    [200, {}, null],
    [404, { title: "No such agent" }, expect.objectContaining({ code: "http_failed" })],
    [401, {}, expect.objectContaining({ message: expect.stringContaining("status 401") })],
  ])("that answers with %d and %j", async (status, answer, expected) => {
    const { outcome } = await onServer(status, answer, () => callAgent({ slug: "sums", input: {} }));
    expect(outcome).toEqual(expected);
  });
});
