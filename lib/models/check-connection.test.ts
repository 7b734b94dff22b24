import { describe, expect, it } from "vitest";
import { checkConnection } from "./check-connection";
import type { ConnectionInput, ModelConnection } from "./connection";

const openai: ConnectionInput = {
  provider: "openai",
  name: "Ours",
  key: "sk-1",
  models: ["m"],
  allowPrivate: false,
};
const ollama: ConnectionInput = {
  provider: "openai-compatible",
  name: "Ollama",
  baseUrl: "http://localhost:11434/v1",
  models: ["m"],
  allowPrivate: true,
};
const bedrock: ConnectionInput = { ...openai, provider: "bedrock", settings: { region: "eu-central-1" } };
const stored: ModelConnection = {
  id: "con_1",
  provider: "openai-compatible",
  name: "Groq",
  baseUrl: "https://api.groq.com/openai/v1",
  keyPreview: "…abcd",
  models: ["m"],
  allowPrivate: false,
  settings: {},
  updatedAt: "2026-01-01T00:00:00.000Z",
  facts: {},
  limits: {},
};
const same = { ...ollama, baseUrl: "https://api.groq.com/openai/v2", allowPrivate: false };

describe("checkConnection", () => {
  it.each<[string, ConnectionInput, ModelConnection | null]>([
    ["a key", openai, null],
    ["an address without a key", ollama, null],
    ["an optional address", { ...openai, baseUrl: "https://proxy.example/v1" }, null],
    ["a stored key", same, stored],
    ["a new key for a new address", { ...ollama, key: "sk-2" }, stored],
    ["a provider's settings", bedrock, null],
    ["a new address where no key is stored", ollama, { ...stored, keyPreview: null }],
  ])("accepts %s", (_name, input, before) => {
    expect(() => checkConnection(input, before)).not.toThrow();
  });

  it.each<[string, ConnectionInput, ModelConnection | null, string]>([
    ["a missing key", { ...openai, key: undefined }, null, "key"],
    ["a missing address", { ...ollama, baseUrl: undefined }, null, "baseUrl"],
    ["the offline model", { ...ollama, provider: "offline" }, null, "provider"],
    ["another provider", openai, stored, "provider"],
    ["a missing setting", { ...bedrock, settings: {} }, null, "settings.region"],
    [
      "a setting that would move the call",
      { ...bedrock, settings: { region: "eu.evil.test/#" } },
      null,
      "settings.region",
    ],
    ["a setting of another provider", { ...openai, settings: { region: "eu-west-1" } }, null, "settings"],
    ["a broken file of a service account", { ...openai, provider: "vertex", key: "{}" }, null, "key"],
    ["the stored key for another server", ollama, stored, "key"],
    ["the stored key for another port", { ...same, baseUrl: "https://api.groq.com:8443/" }, stored, "key"],
  ])("refuses %s", (_name, input, before, field) => {
    expect(() => checkConnection(input, before)).toThrow(
      expect.objectContaining({ code: "invalid_input", details: { field } }),
    );
  });
});
