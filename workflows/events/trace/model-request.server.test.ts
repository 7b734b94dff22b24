import { AIMessage } from "@langchain/core/messages";
import { describe, expect, it } from "vitest";
import { keptMarkKey } from "./kept-mark.server";
import { modelRequestOf } from "./model-request.server";
import { responseOf } from "./response.server";

const parameters = { type: "object", properties: { id: { type: "string" } } };
const told = { name: "lookup", description: "Looks up", parameters };

describe("what a model was asked with", () => {
  it.each([
    ["OpenAI's", [{ type: "function", function: told }]],
    ["Anthropic's", [{ name: "lookup", description: "Looks up", input_schema: parameters }]],
    ["Google's", [{ functionDeclarations: [told] }]],
    ["Bedrock's", [{ toolSpec: { name: "lookup", description: "Looks up", parameters } }]],
  ])("names tools in %s form", (_whose, tools) => {
    expect(modelRequestOf({ invocation_params: { temperature: 0, tools } })).toEqual({
      settings: { temperature: 0 },
      tools: [told],
    });
  });

  it("has no secrets, no functions, and nothing of how it travels", () => {
    const given = {
      model: "gpt",
      max_tokens: 100,
      apiKey: "sk-secret",
      configuration: { authorization: "Bearer secret", nested: { password: "x", kept: true } },
      stop: undefined,
      onToken: () => {},
      headers: { cookie: "secret" },
      signal: new AbortController().signal,
      far: Number.POSITIVE_INFINITY,
    };
    const request = modelRequestOf({ invocation_params: given });
    expect(request).toEqual({
      settings: {
        model: "gpt",
        max_tokens: 100,
        apiKey: "•••",
        configuration: { authorization: "•••", nested: { password: "•••", kept: true } },
      },
    });
    expect(JSON.stringify(request)).not.toContain("secret");
  });

  it("is nothing where LangChain does not say", () => {
    expect(modelRequestOf(undefined)).toBeUndefined();
    expect(modelRequestOf({ invocation_params: null })).toBeUndefined();
  });
});

describe("what a provider said beside the message", () => {
  it("is told in its own words, with its count of tokens", () => {
    const message = new AIMessage({
      content: "Hi",
      response_metadata: { id: "resp_1", finish_reason: "stop", [keptMarkKey]: { match: "exact" } },
      usage_metadata: { input_tokens: 3, output_tokens: 1, total_tokens: 4 },
    });
    expect(responseOf(message)).toEqual({
      id: "resp_1",
      finish_reason: "stop",
      usage_metadata: { input_tokens: 3, output_tokens: 1, total_tokens: 4 },
    });
  });

  it("is nothing where it said nothing", () => {
    expect(responseOf(new AIMessage("Hi"))).toBeUndefined();
  });
});
