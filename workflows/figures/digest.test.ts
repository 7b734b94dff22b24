import { describe, expect, it } from "vitest";
import type { Step } from "@/workflows/events/testing/steps";
import { answered, call, delta, finish, start, view } from "@/workflows/events/testing/steps";
import { digestRun } from "./digest";
import { pathText, readPath } from "./place";

const begin: Step = { type: "run.started", data: { input: {} } };
const done: Step = { type: "run.finished", data: { output: null } };
const asked = (node: string, kind?: "child"): Step => ({
  type: "node.interrupted",
  node,
  visit: 1,
  data: {
    spanId: `${node}:1`,
    interruptId: node,
    payload: { message: "?", answers: [], allowText: true, ...(kind && { kind, childRunId: "run_2" }) },
  },
});
const given = (node: string): Step => ({
  type: "interrupt.answered",
  data: { interruptId: node, answer: { answer: "yes" } },
});
/** Events are 10 ms apart. */
const digest = (...steps: Step[]) => digestRun(view(begin, ...steps, done));

describe("what a run comes to", () => {
  it("is the sum of its model calls, and the time from start to end", () => {
    const { amounts, firstMs } = digest(
      start("a"),
      call("a"),
      delta("a", "Hi"),
      answered("a", 5),
      finish("a"),
    );
    expect(amounts).toMatchObject({ n: 1, errors: 0, workMs: 60, waitMs: 0, input: 7, output: 3, micros: 5 });
    expect(firstMs).toBe(30);
  });

  it("counts calls without a price, and none that failed", () => {
    const { amounts } = digest(
      start("a"),
      call("a"),
      answered("a", null),
      call("a", "m2"),
      { type: "model.failed", node: "a", data: { spanId: "m2", problem: { code: "x", message: "y" } } },
      finish("a"),
    );
    expect(amounts).toMatchObject({ unpriced: 1, micros: 0, input: 7 });
  });

  it("has no time in which it only waited for a person", () => {
    const { amounts, places } = digest(start("a"), asked("a"), given("a"), start("a"), finish("a"));
    expect(amounts).toMatchObject({ workMs: 50, waitMs: 10 });
    expect(places).toMatchObject([{ path: '["node:a"]', amounts: { n: 1, workMs: 30, waitMs: 10 } }]);
  });

  it("works through a wait where another branch does, and while a called run does", () => {
    const beside = digest(
      start("a"),
      start("b"),
      asked("a"),
      given("a"),
      finish("b"),
      start("a"),
      finish("a"),
    );
    expect(beside.amounts).toMatchObject({ workMs: 80, waitMs: 0 });
    const called = digest(start("a"), asked("a", "child"), given("a"), start("a"), finish("a"));
    expect(called.amounts).toMatchObject({ workMs: 60, waitMs: 0 });
  });

  it("gives a node what is inside it, and names places from the outside in", () => {
    const { places } = digest(start("a"), call("a"), answered("a", 5), finish("a"));
    expect(places.map(({ path, amounts: { micros, workMs } }) => [path, micros, workMs])).toEqual([
      ['["node:a"]', 5, 30],
      ['["node:a","model:p/gpt"]', 5, 10],
    ]);
  });
});

describe("paths as text", () => {
  it("come back as they were", () => {
    const path = [
      { kind: "node" as const, name: "a/b: c" },
      { kind: "model" as const, name: 'p/"x"' },
    ];
    expect(readPath(pathText(path))).toEqual(path);
  });

  it.each(["", "[]", "{}", "[1]", '["wind:a"]', '["node"]', "nonsense"])("%s is none", (text) => {
    expect(readPath(text)).toBeUndefined();
  });
});
