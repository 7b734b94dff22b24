import { describe, expect, it } from "vitest";
import { apply } from "@/workflows/graph/apply";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Operation } from "@/workflows/graph/operation";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { plan } from "./plan";
import { branch, draw, end, mark, node, start, text, trail } from "./testing/draw";
import { drive } from "./testing/drive";

function changed(document: GraphDocument, ...operations: Operation[]): GraphDocument {
  return operations.reduce((current, operation) => {
    const result = apply(current, operation);
    if (!result.ok) throw new Error(result.problem.message);
    return result.value;
  }, document);
}

const off = (id: string): Operation => ({ op: "node.disable", id, disabled: true });

describe("a disabled node", () => {
  const document = draw({
    channels: { trail },
    nodes: { start: start(), a: mark("a"), b: mark("b"), c: mark("c"), end: end("trail") },
    edges: ["start > a", "a > b", "b > c", "c > end"],
  });

  it("does not run; the edges around it are seen to be taken", async () => {
    const run = drive(changed(document, off("b")));
    await run.run();
    expect(await run.output()).toEqual({ trail: ["a", "c"] });
    expect(run.finished().map(({ node: id, data }) => [id, data.edgeIds])).toEqual([
      ["a", ["e1", "e2"]],
      ["c", ["e3"]],
    ]);
  });

  it("may be the first, and may lack its settings", async () => {
    const broken: Operation = { op: "node.configure", id: "a", set: {}, unset: ["assignments"] };
    const run = drive(changed(document, off("a"), broken));
    await run.run();
    expect(await run.output()).toEqual({ trail: ["b", "c"] });
  });

  it("that chooses is passed by its first way", async () => {
    const choosing = draw({
      channels: { trail },
      nodes: {
        start: start(),
        choose: branch({ yes: "false" }),
        a: mark("a"),
        b: mark("b"),
        end: end("trail"),
      },
      edges: ["start > choose", "choose.yes > a", "choose.else > b", "a > end", "b > end"],
    });
    const run = drive(changed(choosing, off("choose")));
    await run.run();
    expect(await run.output()).toEqual({ trail: ["a"] });
  });

  it("leaves the joins of the branches around it right", async () => {
    const parallel = draw({
      channels: { trail },
      nodes: {
        start: start(),
        a: mark("a"),
        late: mark("late"),
        b: mark("b"),
        both: mark("both"),
        end: end("trail"),
      },
      edges: ["start > a", "start > b", "a > late", "late > both", "b > both", "both > end"],
    });
    const run = drive(changed(parallel, off("late")));
    await run.run();
    expect(await run.output()).toEqual({ trail: ["a", "b", "both"] });
  });

  it("keeps the cap of a loop that leads through it", async () => {
    const loop = draw({
      channels: { trail },
      nodes: { start: start(), a: mark("a"), back: mark("back"), end: end("trail") },
      edges: ["start > a", "a > back", "back > a x2", "a.limit > end"],
    });
    const run = drive(changed(loop, off("back")));
    await run.run();
    expect(await run.output()).toEqual({ trail: ["a", "a", "a"] });
  });
});

describe("a pinned node", () => {
  const asking = node("human", {
    message: "?",
    answers: [
      { id: "yes", label: "Yes" },
      { id: "no", label: "No" },
    ],
  });
  const document = changed(
    draw({
      channels: { trail, reply: text },
      nodes: { start: start(), ask: asking, yes: mark("yes"), no: mark("no"), end: end("trail", "reply") },
      edges: ["start > ask", "ask.yes > yes", "ask.no > no", "yes > end", "no > end"],
    }),
    { op: "node.pin", id: "ask", pin: { port: "no", update: { reply: "pinned" } } },
  );

  it("is not run in a test run: its pinned output and port take its place, and the trace says so", async () => {
    const run = drive(document, {}, { pins: true });
    await run.run();
    expect(await run.output()).toEqual({ trail: ["no"], reply: "pinned" });
    expect(run.finished().map(({ node: id, data }) => [id, data.pinned])).toEqual([
      ["ask", true],
      ["no", undefined],
    ]);
  });

  it("runs as ever where pins are not asked for", async () => {
    const run = drive(document);
    await run.run();
    expect(run.pauses()).toHaveLength(1);
    expect(plan(document, nodeDefinitions)).toEqual(
      plan(changed(document, { op: "node.pin", id: "ask", pin: null }), nodeDefinitions),
    );
  });

  it("writes only what its channels hold", async () => {
    const wrong = changed(document, { op: "node.pin", id: "ask", pin: { port: "no", update: { reply: 7 } } });
    await expect(drive(wrong, {}, { pins: true }).run()).rejects.toMatchObject({
      details: { channel: "reply" },
    });
  });
});
