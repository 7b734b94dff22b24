import { describe, expect, it } from "vitest";
import {
  branch,
  count,
  draw,
  end,
  mark,
  node,
  start,
  subgraph,
  text,
  trail,
} from "@/workflows/compile/testing/draw";
import { drive } from "@/workflows/compile/testing/drive";

const number = { type: "number", reducer: "replace" } as const;
const ask = (id: string) =>
  node("human", {
    message: `Go on with ${id}?`,
    answers: [{ id: "yes", label: "Yes" }],
    allowText: true,
    textChannel: "said",
  });

describe("a subgraph in a loop", () => {
  const looping = (reducer: "replace" | "append") =>
    draw({
      channels: { trail, n: count },
      nodes: {
        start: start(),
        sub: subgraph(
          {
            channels: { seen: { type: "array", reducer } },
            nodes: {
              start: start("seen"),
              mark: node("set-state", { assignments: [{ channel: "seen", value: '["x"]' }] }),
              end: end("seen"),
            },
            edges: ["start > mark", "mark > end"],
          },
          ["trail > seen"],
          ["seen > trail"],
        ),
        step: node("set-state", { assignments: [{ channel: "n", value: "1" }] }),
        again: branch({ more: "n < 3" }),
        end: end("trail"),
      },
      edges: ["start > sub", "sub > step", "step > again", "again.more > sub", "again.else > end"],
    });

  it("adds what is new at each visit, and never what it was given", async () => {
    const run = drive(looping("append"));
    await run.run({});
    expect(await run.output()).toEqual({ trail: ["x", "x", "x"] });
  });

  it("takes the place of what it was given where its channel replaces", async () => {
    const run = drive(looping("replace"));
    await run.run({});
    expect(await run.output()).toEqual({ trail: ["x"] });
  });

  it("begins each visit with channels of its own as new", async () => {
    const document = draw({
      channels: { trail, n: count },
      nodes: {
        start: start(),
        sub: subgraph(
          {
            channels: { own: { ...number, default: 0 } },
            nodes: {
              start: start(),
              add: node("set-state", { assignments: [{ channel: "own", value: "own + 1" }] }),
              end: end("own"),
            },
            edges: ["start > add", "add > end"],
          },
          [],
          ["own > trail"],
        ),
        step: node("set-state", { assignments: [{ channel: "n", value: "1" }] }),
        again: branch({ more: "n < 3" }),
        end: end("trail"),
      },
      edges: ["start > sub", "sub > step", "step > again", "again.more > sub", "again.else > end"],
    });
    const run = drive(document);
    await run.run({});
    expect(await run.output()).toEqual({ trail: [1, 1, 1] });
  });
});

describe("a subgraph that pauses in the middle", () => {
  const pausing = draw({
    channels: { trail, said: text },
    nodes: {
      start: start(),
      before: mark("before"),
      sub: subgraph(
        {
          channels: { trail, said: text },
          nodes: {
            start: start("trail"),
            first: mark("first"),
            ask: ask("it"),
            last: mark("last"),
            end: end("trail", "said"),
          },
          edges: ["start > first", "first > ask", "ask.yes > last", "last > end"],
        },
        ["trail"],
        ["trail", "said"],
      ),
      after: mark("after"),
      end: end("trail", "said"),
    },
    edges: ["start > before", "before > sub", "sub > after", "after > end"],
  });

  it("goes on where it stood: what had run inside does not run again", async () => {
    const run = drive(pausing);
    await run.run({});
    const [pause] = run.pauses();
    expect(run.pauses()).toHaveLength(1);
    await run.answer({ [pause?.id ?? ""]: { answer: "yes", text: "fine" } });
    expect(await run.output()).toEqual({ trail: ["before", "first", "last", "after"], said: "fine" });
    const visits = run.ofType("node.started").map(({ node: id }) => id);
    expect(visits.filter((id) => id?.endsWith("first"))).toHaveLength(1);
  });

  it("refuses an answer that does not fit, in words", async () => {
    const run = drive(pausing);
    await run.run({});
    const [pause] = run.pauses();
    await expect(run.answer({ [pause?.id ?? ""]: { answer: "maybe" } })).rejects.toThrow(
      /“maybe” is not one of/,
    );
  });

  it("pauses anew at every visit of a loop", async () => {
    const document = draw({
      channels: { trail, n: count, said: text },
      nodes: {
        start: start(),
        sub: subgraph(
          {
            channels: { said: text },
            nodes: { start: start(), ask: ask("this"), end: end("said") },
            edges: ["start > ask", "ask.yes > end"],
          },
          [],
          ["said"],
        ),
        keep: node("set-state", {
          assignments: [
            { channel: "trail", value: "[said]" },
            { channel: "n", value: "1" },
          ],
        }),
        again: branch({ more: "n < 2" }),
        end: end("trail"),
      },
      edges: ["start > sub", "sub > keep", "keep > again", "again.more > sub", "again.else > end"],
    });
    const run = drive(document);
    await run.run({});
    for (const said of ["one", "two"]) {
      const [pause] = run.pauses();
      await run.answer({ [pause?.id ?? ""]: { answer: "yes", text: said } });
    }
    expect(await run.output()).toEqual({ trail: ["one", "two"] });
  });
});

describe("a subgraph in a subgraph", () => {
  it("hands values through as far as they are mapped, and no further", async () => {
    const inner = {
      channels: { deep: text, hidden: text },
      nodes: {
        start: start("deep"),
        set: node("set-state", {
          assignments: [
            { channel: "deep", value: 'deep + "!"' },
            { channel: "hidden", value: '"secret"' },
          ],
        }),
        end: end("deep"),
      },
      edges: ["start > set", "set > end"],
    };
    const outer = {
      channels: { middle: text, hidden: text },
      nodes: {
        start: start("middle"),
        sub: subgraph(inner, ["middle > deep"], ["deep > middle"]),
        end: end("middle"),
      },
      edges: ["start > sub", "sub > end"],
    };
    const document = draw({
      channels: { top: text, hidden: text },
      nodes: {
        start: start("top"),
        sub: subgraph(outer, ["top > middle"], ["middle > top"]),
        end: end("top", "hidden"),
      },
      edges: ["start > sub", "sub > end"],
    });
    const run = drive(document);
    await run.run({ top: "Hi" });
    expect(await run.output()).toEqual({ top: "Hi!" });
  });

  it("that fails deep inside leaves by the error port of the outermost that has one", async () => {
    const failing = {
      channels: { x: text },
      nodes: {
        start: start(),
        stop: node("stop-with-error", { message: "Deep down.", code: "deep" }),
        end: end(),
      },
      edges: ["start > stop"],
    };
    const middle = {
      nodes: { start: start(), sub: subgraph(failing), end: end() },
      edges: ["start > sub", "sub > end"],
    };
    const document = draw({
      channels: { trail, why: text },
      nodes: {
        start: start(),
        sub: subgraph(middle, [], [], { onError: "port" }),
        say: node("set-state", {
          assignments: [{ channel: "why", value: "error.code + ': ' + error.message" }],
        }),
        end: end("why"),
      },
      edges: ["start > sub", "sub > end", "sub.error > say", "say > end"],
    });
    const run = drive(document);
    await run.run({});
    expect(await run.output()).toEqual({ why: "deep: Deep down." });
  });
});
