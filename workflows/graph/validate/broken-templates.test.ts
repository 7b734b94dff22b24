import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { templates } from "@/workflows/templates/registry";
import { apply, stepsOf } from "../apply";
import type { GraphDocument } from "../document";
import { invert } from "../invert";
import { renameChannel } from "../rename-channel";
import { applied } from "../testing/arbitraries";
import { validate } from "./validate";

const errorsIn = (document: GraphDocument) =>
  validate(document, nodeDefinitions).filter(({ severity }) => severity === "error");
const withoutKey = <Value>(record: Record<string, Value>, key: string) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
const drawn = templates.map(({ id, document }) => [id, document] as const);

describe.each(drawn)("the template %s, broken in one place", (_, document) => {
  const channels = Object.keys(document.channels);
  const ids = Object.keys(document.nodes);

  it("misses each channel that is taken away, at a field of a node that uses it", () => {
    for (const name of channels) {
      const errors = errorsIn({ ...document, channels: withoutKey(document.channels, name) });
      expect([name, errors.length > 0]).toEqual([name, true]);
      for (const { path, message } of errors) {
        expect(ids).toContain(path.nodeId);
        expect(path.field).toMatch(/\S/);
        expect(message).toMatch(/\S/);
      }
      expect(errors.some(({ message }) => message.includes(name))).toBe(true);
    }
  });

  it("misses a Start and an End, and each node but one of several that begin together", () => {
    const into = (id: string) => Object.values(document.edges).filter(({ target }) => target === id);
    const isOneOfSeveral = (id: string) =>
      into(id).some(({ source, port }) =>
        Object.values(document.edges).some(
          (edge) => edge.source === source && edge.port === port && edge.target !== id,
        ),
      );
    for (const id of ids.filter((each) => !isOneOfSeveral(each))) {
      const result = apply(document, { op: "node.remove", id });
      const left = result.ok ? result.value : document;
      expect(Object.keys(left.nodes)).not.toContain(id);
      const issues = validate(left, nodeDefinitions);
      expect([id, issues.length > 0]).toEqual([id, true]);
    }
  });

  it("misses each way on that is taken away", () => {
    for (const [id, { source, target }] of Object.entries(document.edges)) {
      const issues = validate({ ...document, edges: withoutKey(document.edges, id) }, nodeDefinitions);
      const near = issues.filter(
        ({ path }) => path.nodeId === source || path.nodeId === target || path.nodeId === undefined,
      );
      const isOneOfSeveral =
        Object.values(document.edges).filter((edge) => edge.source === source).length > 1;
      expect([id, near.length > 0 || isOneOfSeveral]).toEqual([id, true]);
    }
  });

  it("refuses an edge from a port that its node does not have", () => {
    for (const [id, edge] of Object.entries(document.edges)) {
      const edges = { ...document.edges, [id]: { ...edge, port: "sideways" } };
      expect(errorsIn({ ...document, edges })).toContainEqual(
        expect.objectContaining({ code: "port_unknown", path: expect.objectContaining({ edgeId: id }) }),
      );
    }
  });

  it("refuses an edge that leads nowhere, and one that leads into Start", () => {
    const [id = "", edge] = Object.entries(document.edges)[0] ?? [];
    const leading = (target: string) =>
      errorsIn({
        ...document,
        edges: { ...document.edges, [id]: { source: "start", port: "out", ...edge, target } },
      });
    expect(leading("nobody")).toContainEqual(expect.objectContaining({ code: "edge_dangling" }));
    expect(leading("start")).toContainEqual(expect.objectContaining({ code: "edge_into_start" }));
  });

  it("refuses a node whose type is not known, and settings of another node", () => {
    for (const [id, node] of Object.entries(document.nodes)) {
      const strange = { ...document, nodes: { ...document.nodes, [id]: { ...node, type: "oracle" } } };
      expect(errorsIn(strange)).toContainEqual(
        expect.objectContaining({ code: "unknown_node_type", path: expect.objectContaining({ nodeId: id }) }),
      );
      const wrong = { ...document, nodes: { ...document.nodes, [id]: { ...node, config: { strange: 1 } } } };
      expect(errorsIn(wrong).some(({ path }) => path.nodeId === id)).toBe(true);
    }
  });
});

it("a key that somebody wrote into the instructions of a node is told of there, and not in full", () => {
  const key = "sk-proj-aB3dE5gH7jK9mN1pQ4sT6uV8wX0yZ2cF";
  const asked = templates.flatMap(({ document }) =>
    Object.entries(document.nodes).flatMap(([id, node]) =>
      "system" in node.config ? [{ document, id, node }] : [],
    ),
  );
  expect(asked.length).toBeGreaterThan(15);
  for (const { document, id, node } of asked) {
    const config = { ...node.config, system: `Use ${key}.` };
    const found = validate(
      { ...document, nodes: { ...document.nodes, [id]: { ...node, config } } },
      nodeDefinitions,
    );
    expect(found).toMatchObject([{ code: "secret_in_text", path: { nodeId: id, field: "system" } }]);
    expect(JSON.stringify(found)).not.toContain(key);
  }
});

describe("a channel of a template under another name", () => {
  const cases = templates.flatMap(({ id, document }) =>
    Object.keys(document.channels).map((channel) => [id, channel, document] as const),
  );

  it.each(cases)("is renamed everywhere it is used, without an issue: %s, %s", (_, channel, document) => {
    const operation = renameChannel(document, channel, "renamed_here", nodeDefinitions);
    const after = applied(document, operation);
    expect(validate(after, nodeDefinitions)).toEqual([]);
    expect(Object.keys(after.channels)).toContain("renamed_here");
    expect(Object.keys(after.channels)).not.toContain(channel);
    expect(applied(after, invert(document, operation))).toEqual(document);
    expect(applied(after, renameChannel(after, "renamed_here", channel, nodeDefinitions)).nodes).toEqual(
      document.nodes,
    );
    expect(stepsOf(operation).length).toBeGreaterThan(0);
  });
});

it("nothing at all that may stand in a file makes validation fall over, also half a template", () => {
  const part = fc.constantFrom("nodes", "edges", "channels", "layout", "settings");
  fc.assert(
    fc.property(fc.constantFrom(...templates), fc.constantFrom(...templates), part, (one, other, name) => {
      const mixed = { ...one.document, [name]: other.document[name] };
      for (const { path, message } of validate(mixed, nodeDefinitions)) {
        expect(message).toMatch(/\S/);
        expect(path).toEqual(JSON.parse(JSON.stringify(path)));
      }
    }),
    { numRuns: 60 },
  );
});
