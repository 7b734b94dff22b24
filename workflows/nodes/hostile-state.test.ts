import { describe, expect, it } from "vitest";
import { isAppError } from "@/workflows/errors/app-error";
import { toLangChainMessages } from "@/workflows/events/plain-message.server";
import { jsonObjectSchema } from "@/workflows/graph/json";
import { fakeContext } from "@/workflows/testing/fake-context";
import { formFields } from "@/workflows/testing/form-fields";
import { hostileValues } from "@/workflows/testing/hostile-values";
import { runNode } from "@/workflows/testing/run-node";
import type { NodeDefinition } from "./definition";
import type { NodeResult } from "./execute";
import { outPort } from "./ports";
import { type NodeType, nodeDefinitions } from "./registry";

const types = Object.values<NodeDefinition>(nodeDefinitions);
const reading = types.flatMap((definition) => {
  const { config, state } = definition.sample;
  const channels = new Set(definition.reads(config).map(({ channel }) => channel));
  return [...channels]
    .filter((channel) => channel in state)
    .map((channel): [string, string, NodeDefinition] => [definition.type, channel, definition]);
});

function isType(type: string): type is NodeType {
  return type in nodeDefinitions;
}

/** What became of a visit: what it did, or what it was refused with. */
async function visited(definition: NodeDefinition, state: Record<string, unknown>) {
  if (!isType(definition.type)) throw new Error(definition.type);
  const config = jsonObjectSchema.parse(definition.sample.config);
  return runNode(definition.type, config, Object.freeze(state), {}, fakeContext()).catch(
    (error: unknown) => ({ error }),
  );
}

function sound(definition: NodeDefinition, result: NodeResult): void {
  const { config } = definition.sample;
  const ports = [...definition.ports(config), outPort].map(({ name }) => name);
  expect(ports).toContain(result.port ?? outPort.name);
  const channels = definition.writes(config).map(({ channel }) => channel);
  expect(channels).toEqual(expect.arrayContaining(Object.keys({ ...result.update, ...result.overwrite })));
}

/** One or the other, with the reason why neither. */
function check(definition: NodeDefinition, result: NodeResult | { error: unknown }, name = "nothing"): void {
  try {
    if ("error" in result) told(definition, result.error);
    else sound(definition, result);
  } catch (error) {
    throw new Error(`With ${name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** A problem that a person can do something about: ours, and at a field that the form has. */
function told(definition: NodeDefinition, error: unknown): void {
  if (!isAppError(error)) throw error;
  expect(error.message).toMatch(/\S/);
  expect(error.message).not.toMatch(/\[object Object\]|Invalid input|ZodError/);
  const { field } = error.details;
  const known = formFields(definition.config).map(({ path }) => path);
  expect([undefined, ...known]).toContain(field?.replace(/\.\d+(?=\.|$)/g, ""));
}

describe("a channel that holds what nobody thought of", () => {
  it.each(reading)("is worked on or refused in words by %s, in “%s”", async (_, channel, definition) => {
    for (const [name, value] of hostileValues) {
      const { messages, ...others } = structuredClone(definition.sample.state);
      const usual = messages === undefined ? others : { ...others, messages: toLangChainMessages(messages) };
      const result = await visited(definition, { ...usual, [channel]: structuredClone(value) });
      check(definition, result, name);
      expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    }
  });

  it.each(types.map((definition): [string, NodeDefinition] => [definition.type, definition]))(
    "that holds nothing at all, like all the others, stops %s in words or not at all",
    async (_, definition) => {
      const result = await visited(definition, {});
      expect(() => check(definition, result)).not.toThrow();
    },
  );
});
