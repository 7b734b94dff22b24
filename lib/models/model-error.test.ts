import { describe, expect, it } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import { toModelError } from "./model-error";

const context = { label: "OpenAI · gpt-6-sol", key: "sk-secret-key" };

function failed(fields: object, message = "boom", options?: ErrorOptions): Error {
  return Object.assign(new Error(message, options), fields);
}

describe("toModelError", () => {
  it.each<[string, unknown, object]>([
    [
      "OpenAI's 401",
      failed({ status: 401, error: { message: "Wrong key." } }),
      { code: "model_auth", message: "OpenAI · gpt-6-sol refused the key: Wrong key." },
    ],
    [
      "Anthropic's 403",
      failed({ status: 403, error: { error: { message: "No access." } } }),
      { code: "model_auth", message: expect.stringContaining("No access.") },
    ],
    [
      "Google's wrong key",
      failed({ statusCode: 400 }, "API key not valid. Please pass a valid API key."),
      { code: "model_auth" },
    ],
    [
      "LangChain's additions",
      failed({ status: 404 }, "404 no such model\n\nTroubleshooting URL: https://docs.langchain.com/x/\n"),
      { code: "model_bad_request", message: "OpenAI · gpt-6-sol did not accept the request: no such model" },
    ],
    [
      "a 429 with its wait",
      failed({ status: 429, headers: new Headers({ "retry-after": "7" }) }),
      { code: "model_rate_limited", details: { data: { status: 429, retryAfterSeconds: 7 } } },
    ],
    [
      "an empty account",
      failed({ status: 429, error: { message: "You exceeded your current quota" } }),
      { code: "model_rate_limited", details: { hint: expect.stringContaining("credit") } },
    ],
    ["an overloaded provider", failed({ status: 529 }), { code: "model_unavailable" }],
    ["a gateway's timeout", failed({ status: 504 }), { code: "model_timeout" }],
    [
      "silence",
      failed({}, "terminated", { cause: failed({ code: "UND_ERR_BODY_TIMEOUT" }) }),
      { code: "model_timeout" },
    ],
    [
      "a refused connection",
      failed({}, "Connection error.", { cause: failed({ code: "ECONNREFUSED" }) }),
      { code: "model_unavailable" },
    ],
    [
      "a safety filter",
      failed({ name: "PromptBlockedError" }, "Prompt was blocked: SAFETY"),
      { code: "model_bad_request" },
    ],
    [
      "what is no error at all",
      "odd",
      { code: "model_unavailable", message: expect.stringContaining("odd") },
    ],
  ])("explains %s", (_name, error, expected) => {
    expect(toModelError(error, context)).toMatchObject(expected);
  });

  it("leaves a refusal of the egress guard as it is", () => {
    const refusal = new AppError("egress_refused", "10.0.0.1 is private.");
    expect(toModelError(failed({}, "Connection error.", { cause: refusal }), context)).toBe(refusal);
  });

  it("tells the plain words of a network failure", () => {
    const inner = new AppError(
      "http_failed",
      "Could not call localhost:11434: nothing answers on that port.",
    );
    expect(toModelError(failed({}, "Connection error.", { cause: inner }), context)).toMatchObject({
      code: "model_unavailable",
      message: expect.stringContaining("nothing answers on that port"),
    });
  });

  it("keeps the key out of the message", () => {
    const error = failed({ status: 401, error: { message: "Incorrect API key provided: sk-secret-key." } });
    expect(toModelError(error, context).message).toBe(
      "OpenAI · gpt-6-sol refused the key: Incorrect API key provided: ….",
    );
  });
});
