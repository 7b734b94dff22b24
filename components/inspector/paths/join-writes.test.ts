import { expect, it } from "vitest";
import type { Span } from "@/workflows/events/run-view";
import { joinBranches } from "@/workflows/graph/join-branches";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { templateOf } from "@/workflows/templates/registry";
import { joinChannels, joinTime, stateBefore, valuesWritten } from "./join-writes";

const visit = (nodeId: string, startedAt: number, output: Span["output"] = {}): Span => ({
  id: `${nodeId}${startedAt}`,
  kind: "node",
  name: nodeId,
  nodeId,
  status: "done",
  startedAt,
  endedAt: startedAt + 5,
  output,
});

it("names the channels that branches write, and their writers branch by branch", () => {
  const document = templateOf("research")?.document;
  if (!document) throw new Error("The template is gone");
  const branches = joinBranches(document, "report", nodeDefinitions);
  expect(joinChannels(document, branches, nodeDefinitions)).toEqual([
    { name: "notes", writers: [["numbers"], ["points"], ["questions"]] },
  ]);
});

it("takes what was written for the last visit of the join, not for one before", () => {
  const spans = [
    visit("a", 0, { notes: "old" }),
    visit("join", 10),
    visit("a", 20, { notes: "first" }),
    visit("a", 30, { notes: "second", other: 1 }),
    visit("join", 40),
    visit("a", 50, { notes: "later" }),
  ];
  const time = joinTime({ spans }, "join");
  expect(valuesWritten(spans, "a", "notes", time)).toEqual(["first", "second"]);
  expect(valuesWritten(spans, "a", "missing", time)).toEqual([]);
  expect(valuesWritten(spans, "b", "notes", time)).toEqual([]);
});

it("takes everything while the join has not begun, and no output that is not there yet", () => {
  const { endedAt: _, output: __, ...open } = visit("a", 20);
  const spans = [visit("a", 0, { notes: "done" }), open];
  const time = joinTime({ spans }, "join");
  expect(valuesWritten(spans, "a", "notes", time)).toEqual(["done"]);
});

it("finds the state that the join began with, past the times it was put off", () => {
  const at = (ts: number, next: string[]) => ({ checkpointId: `c${ts}`, step: ts, ts, next });
  const checkpoints = [at(1, ["a", "join"]), at(2, ["join"]), at(3, ["end"])];
  expect(stateBefore({ checkpoints, spans: [visit("join", 1)] }, "join")?.checkpointId).toBe("c2");
  expect(stateBefore({ checkpoints, spans: [visit("a", 1)] }, "join")).toBeUndefined();
});
