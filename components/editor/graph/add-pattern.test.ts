import { describe, expect, it } from "vitest";
import { apply } from "@/workflows/graph/apply";
import type { GraphDocument } from "@/workflows/graph/document";
import { invert } from "@/workflows/graph/invert";
import { validate } from "@/workflows/graph/validate/validate";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { blank } from "@/workflows/templates/blank";
import { reflect } from "@/workflows/templates/reflect";
import { templates } from "@/workflows/templates/registry";
import type { Join } from "./add-node";
import { addPattern } from "./add-pattern";

function added(document: GraphDocument, join?: Join, template = reflect) {
  const { operation, groupId } = addPattern(document, template, undefined, join);
  const result = apply(document, operation);
  if (!result.ok) throw new Error(result.problem.message);
  return { after: result.value, operation, groupId };
}

const titles = ({ nodes }: GraphDocument) => Object.values(nodes).map(({ title }) => title);

describe("a pattern put into a graph", () => {
  it("is a group of its nodes without Start and End, with edges and channels, in one step that can be undone", () => {
    const { after, operation, groupId } = added(blank.document);
    expect(titles(after)).toEqual(["Start", "End", "Write", "Criticise", "Accepted?", "Revise"]);
    expect(Object.keys(after.channels)).toEqual(expect.arrayContaining(["task", "draft", "review"]));
    expect(after.layout.groups[groupId]).toMatchObject({ title: "Reflect", nodes: { length: 4 } });
    expect(operation).toMatchObject({ op: "batch", label: "Add Reflect" });
    const undone = apply(after, invert(blank.document, operation));
    expect(undone.ok && undone.value).toEqual(blank.document);
  });

  it("is joined to the port that it was asked for from", () => {
    const start =
      Object.keys(blank.document.nodes).find((id) => blank.document.nodes[id]?.type === "start") ?? "";
    const { after } = added(blank.document, { source: start, port: "out" });
    const edges = Object.values(after.edges).filter(({ source }) => source === start);
    expect(edges.map(({ target }) => after.nodes[target]?.title)).toContain("Write");
  });

  it("shares channels that hold the same, and leaves alone those that hold something else", () => {
    const document: GraphDocument = {
      ...blank.document,
      channels: {
        task: { type: "string", reducer: "replace", default: "mine" },
        draft: { type: "number", reducer: "add" },
      },
    };
    const { after } = added(document);
    expect(after.channels).toMatchObject({ ...document.channels, draft2: { type: "string" } });
    const write = Object.values(after.nodes).find(({ title }) => title === "Write");
    expect(write?.config).toMatchObject({ output: "draft2", prompt: "{{ task }}" });
  });

  it("stands beside nothing else, also when it is added twice, and every node has a name of its own", () => {
    const { after } = added(added(blank.document).after);
    expect(new Set(titles(after)).size).toBe(titles(after).length);
    const places = Object.values(after.layout.nodes).map(({ x, y }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it.each(templates.filter(({ id }) => id !== "blank").map((template) => [template.id, template] as const))(
    "brings nothing that is wrong in itself: %s",
    (_, template) => {
      const { after } = added(blank.document, undefined, template);
      const codes = validate(after, nodeDefinitions)
        .filter(({ severity }) => severity === "error")
        .map(({ code }) => code);
      // What leads nowhere yet, or is not reached yet, is the person's to join.
      const known = ["port_unconnected", "node_unreachable", "end_unreachable"];
      expect(codes.filter((code) => !known.includes(code))).toEqual([]);
    },
  );
});
