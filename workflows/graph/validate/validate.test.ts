import { describe, expect, it } from "vitest";
import { apply } from "@/workflows/graph/apply";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Issue, IssueCode } from "@/workflows/graph/issue";
import { applied } from "@/workflows/graph/testing/arbitraries";
import { list, readsX, text } from "@/workflows/graph/testing/cases/case";
import { channelsCases } from "@/workflows/graph/testing/cases/channels";
import { durabilityCases } from "@/workflows/graph/testing/cases/durability";
import { flowCases } from "@/workflows/graph/testing/cases/flow";
import { settingsCases } from "@/workflows/graph/testing/cases/settings";
import { structureCases } from "@/workflows/graph/testing/cases/structure";
import { subgraphCases } from "@/workflows/graph/testing/cases/subgraphs";
import { testDefinitions } from "@/workflows/graph/testing/definitions";
import { sketch } from "@/workflows/graph/testing/sketch";
import { isError } from "../issue";
import { validate } from "./validate";

const cases = [
  ...structureCases,
  ...settingsCases,
  ...channelsCases,
  ...flowCases,
  ...subgraphCases,
  ...durabilityCases,
];

const only = (document: GraphDocument, code: IssueCode) =>
  validate(document, testDefinitions).filter((issue) => issue.code === code);

describe("validate", () => {
  it.each(cases)("$code: $name", ({ code, has, severity, path, message }) => {
    const [issue] = only(has, code);
    expect(issue).toMatchObject({ code, severity, path, message: expect.stringMatching(message) });
  });

  it.each(cases)("$code, near miss: $name", ({ code, hasNot }) => {
    expect(only(hasNot, code)).toEqual([]);
  });

  it.each(cases.filter(({ fixed }) => fixed))("$code, fixed: $name", ({ code, has }) => {
    const [issue] = only(has, code);
    const after = issue?.fix ? apply(has, issue.fix.operation) : undefined;
    expect(after).toMatchObject({ ok: true });
    expect(
      after?.ok && only(after.value, code).filter(({ path }) => sameIssuePath(path, issue?.path)),
    ).toEqual([]);
  });

  it.each(cases)("$code, each fix adds no error: $name", ({ has }) => {
    const errors = (document: GraphDocument) => validate(document, testDefinitions).filter(isError);
    const places = new Set(errors(has).map(placeOf));
    for (const { fix } of validate(has, testDefinitions)) {
      if (!fix) continue;
      const added = errors(applied(has, fix.operation)).filter((issue) => !places.has(placeOf(issue)));
      expect(added).toEqual([]);
    }
  });

  it("finds types that do not exist, and nearly exist", () => {
    const document = sketch({ edges: "start > a; a > end" });
    const a = document.nodes.a;
    const typed = (type: string, typeVersion = 1) => ({
      ...document,
      nodes: { ...document.nodes, ...(a ? { a: { ...a, type, typeVersion } } : {}) },
    });
    expect(only(typed("stepp"), "unknown_node_type")[0]?.message).toMatch(/Did you mean “step”/);
    expect(only(typed("constructor"), "unknown_node_type")).toHaveLength(1);
    expect(only(typed("step", 3), "unknown_node_type")[0]?.message).toMatch(/newer version/);
    expect(only(typed("step", 2), "unknown_node_type")).toEqual([]);
  });

  it("reads a config of an older type version as the present one", () => {
    const document = sketch({ nodes: { a: { ports: ["out"] } }, edges: "start > a; a > end" });
    const a = document.nodes.a;
    const nodes = {
      ...document.nodes,
      ...(a ? { a: { ...a, typeVersion: 1, config: { channel: "gone" } } } : {}),
    };
    expect(only({ ...document, nodes }, "channel_unknown")[0]?.path).toMatchObject({ channel: "gone" });
  });

  it("says nothing about a graph with a fork, a join, a loop and an error path", () => {
    const document = sketch({
      nodes: {
        start: { channels: ["question"] },
        plan: { text: "{{ question }}", writes: [{ channel: "topics", type: "array" }] },
        left: { reads: [{ channel: "topics" }], writes: [{ channel: "notes", type: "string" }] },
        right: { reads: [{ channel: "topics" }], writes: [{ channel: "notes", type: "string" }] },
        write: { text: "{{ notes }}", writes: [{ channel: "draft", type: "string" }] },
        check: { when: "size(draft) > 10" },
        end: { channels: ["draft"] },
      },
      edges: `start > plan; plan > left; plan > right; left > write; right > write; right.error > write;
        write > check; check.good > end; check.bad > write x3; check.limit > end`,
      channels: {
        question: text,
        topics: list,
        notes: { type: "array", reducer: "append" },
        draft: text,
      },
      policies: { right: { onError: "port" } },
    });
    expect(validate(withPorts(document, "check", ["good", "bad"]), testDefinitions)).toEqual([]);
  });

  it("judges the graph that runs: disabled nodes are silent, and what is left is looked at", () => {
    const document = sketch({
      nodes: { a: { size: 0, writes: [{ channel: "x" }] }, b: { ports: ["out"], ...readsX } },
      edges: "start > a; a > b; b > end",
      channels: { x: text },
    });
    const off = applied(document, { op: "node.disable", id: "a", disabled: true });
    expect(validate(off, testDefinitions).map(({ code }) => code)).toEqual(["read_before_write"]);
  });

  it("mends a loop through a disabled node at the edge that was drawn", () => {
    const loop = sketch({ edges: "start > a; a > b; b > a", nodes: { b: { ports: ["out"] } } });
    const off = applied(loop, { op: "node.disable", id: "b", disabled: true });
    const [issue] = only(off, "cycle_without_exit");
    expect(issue?.fix?.operation).toEqual({
      op: "edge.update",
      id: "e2",
      edge: { source: "a", port: "out", target: "b", cap: 10 },
    });
    expect(issue?.fix && only(applied(off, issue.fix.operation), "cycle_without_exit")).toEqual([]);
  });

  it("puts errors first", () => {
    const document = sketch({
      nodes: { a: { effect: true, pause: true }, b: { refuse: true } },
      edges: "start > a; a > b; b > end; c > end",
    });
    const severities = validate(document, testDefinitions).map(({ severity }) => severity);
    expect(severities).toEqual(["error", "warning", "warning"]);
  });

  it("does not blame incomplete nodes for what they may still get", () => {
    const document = sketch({
      nodes: { a: { size: 0, ports: ["out"] }, b: readsX },
      edges: "start > a; a > b; b > end",
      channels: { x: text },
    });
    expect(validate(document, testDefinitions).map(({ code }) => code)).toEqual(["config_invalid"]);
  });
});

const placeOf = ({ code, path }: Issue) => JSON.stringify([code, path]);

function sameIssuePath(one: object, other: object | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function withPorts(document: GraphDocument, id: string, ports: string[]): GraphDocument {
  const result = apply(document, { op: "node.configure", id, set: { ports }, unset: [] });
  return result.ok ? result.value : document;
}
