import { describe, expect, it } from "vitest";
import { emptyDocument } from "@/workflows/graph/document";
import { jsonObjectSchema } from "@/workflows/graph/json";
import { layoutOf } from "@/workflows/graph/layout";
import type { NodeDefinition } from "./definition";
import { nodeDefinitions } from "./registry";
import { validateDocument } from "./validate";

interface Writing {
  type: string;
  definition: NodeDefinition;
  config: unknown;
}

/** Sets a field of a config, however deep it stands. */
function withValue(config: unknown, path: readonly string[], value: string): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(config))
    return config.map((each, at) => (String(at) === key ? withValue(each, rest, value) : each));
  const object = jsonObjectSchema.parse(config);
  return { ...object, [key]: withValue(object[key], rest, value) };
}

const writing: [string, Writing][] = Object.values<NodeDefinition>(nodeDefinitions).flatMap((definition) => {
  const sample = JSON.parse(JSON.stringify(definition.sample.config));
  const [first, second] = definition.writes(definition.config.parse(sample));
  if (!first || !second) return [];
  const config = withValue(sample, second.field.split("."), first.channel);
  return [[definition.type, { type: definition.type, definition, config }] satisfies [string, Writing]];
});

function issuesOf({ type, definition }: Writing, config: unknown) {
  const node = {
    type,
    typeVersion: definition.typeVersion,
    title: "N",
    config: jsonObjectSchema.parse(config),
    policy: { onError: "fail" as const },
  };
  const document = { ...emptyDocument(), nodes: { n: node }, layout: layoutOf({ n: { x: 0, y: 0 } }) };
  return validateDocument(document).filter(({ code }) => code === "config_invalid");
}

describe("two values of one node in one channel", () => {
  it("can be asked for in many types", () => {
    expect(writing.length).toBeGreaterThanOrEqual(5);
  });

  it.each(writing)("are refused at the second field of %s, because one would be lost", (_, each) => {
    expect(issuesOf(each, each.config)).not.toEqual([]);
    expect(issuesOf(each, each.definition.sample.config)).toEqual([]);
  });

  it("are told of by the node's title and the channel", () => {
    const definition: NodeDefinition = nodeDefinitions.filter;
    const config = { list: "rows", keep: "true", output: "kept", rest: "kept" };
    expect(issuesOf({ type: "filter", definition, config }, config)).toEqual([
      expect.objectContaining({
        severity: "error",
        path: { nodeId: "n", field: "rest" },
        message:
          "“N” writes to “kept” already, and only one of both values would be kept. Choose another channel.",
      }),
    ]);
  });
});
