import { type CheckpointTuple, emptyCheckpoint } from "@langchain/langgraph-checkpoint";
import { describe, expect, test } from "vitest";
import { checkpointRunKey } from "../checkpoint/saver";
import type { InboxRow } from "./history";
import { workingTime } from "./history";
import { nextInstruction } from "./instruction";

type Writes = [task: string, channel: string, value: unknown][];

function tuple(runId: string, writes: Writes = []): CheckpointTuple {
  const metadata = { source: "loop" as const, step: 1, parents: {}, [checkpointRunKey]: runId };
  return { config: {}, checkpoint: emptyCheckpoint(), metadata, pendingWrites: writes };
}
const row = (interruptId: string, answer?: string, answers = answer ? 1 : 0, nested = false): InboxRow => ({
  nested,
  id: `int_${interruptId}`,
  interruptId,
  answers,
  ...(answer && { answer: { answer } }),
});
const asks = (task: string, id: string): Writes[number] => [task, "__interrupt__", { id, value: {} }];

describe("what to do with a claimed run", () => {
  test.each<[string, CheckpointTuple | undefined, InboxRow[], unknown]>([
    ["no checkpoint", undefined, [], { kind: "start" }],
    ["only a checkpoint of the thread's last run", tuple("run_0"), [], { kind: "start" }],
    ["a checkpoint of its own", tuple("run_1"), [], { kind: "continue" }],
    [
      "an answer",
      tuple("run_1", [asks("t", "i")]),
      [row("i", "yes")],
      { kind: "answer", resume: { i: { answer: "yes" } }, rows: [row("i", "yes")] },
    ],
    [
      "two pauses of which one is answered",
      tuple("run_1", [asks("t", "i"), asks("u", "j")]),
      [row("i"), row("j", "no")],
      { kind: "answer", resume: { j: { answer: "no" } }, rows: [row("j", "no")] },
    ],
    [
      "an answer inside a node of which the state tells another pause",
      tuple("run_1", [asks("t", "j")]),
      [row("i", "yes", 1, true), row("j")],
      { kind: "answer", resume: { i: { answer: "yes" } }, rows: [row("i", "yes", 1, true)] },
    ],
    [
      "an answer inside a node that waits no more",
      tuple("run_1"),
      [row("i", "yes", 1, true)],
      { kind: "continue" },
    ],
    [
      "an answer from an earlier step",
      tuple("run_1", [asks("t", "i")]),
      [row("old", "yes")],
      { kind: "continue" },
    ],
    [
      "an answer whose task has its result already",
      tuple("run_1", [asks("t", "i"), ["t", "q", 1], asks("u", "j")]),
      [row("i", "yes")],
      { kind: "continue" },
    ],
    [
      "an answer that the task has used up, asking again under the same id",
      tuple("run_1", [["t", "__resume__", [{ answer: "yes" }]], asks("t", "i")]),
      [row("i", "yes", 1)],
      { kind: "continue" },
    ],
    [
      "a second answer under the same id",
      tuple("run_1", [["t", "__resume__", [{ answer: "yes" }]], asks("t", "i")]),
      [row("i", "no", 2)],
      { kind: "answer", resume: { i: { answer: "no" } }, rows: [row("i", "no", 2)] },
    ],
  ])("%s", (_name, last, inbox, expected) => {
    expect(nextInstruction(last, "run_1", inbox)).toEqual(expected);
  });
});

test.each<[string, [string, number][], number]>([
  [
    "waiting in the inbox does not count",
    [
      ["run.started", 0],
      ["run.interrupted", 100],
      ["run.resumed", 900],
      ["run.interrupted", 950],
    ],
    150,
  ],
  [
    "a crash counts up to the last sign of the worker, by that worker's clock",
    [
      ["node.started", 100],
      ["node.finished", 300],
      ["run.resumed", 90_000],
      ["node.finished", 90_050],
    ],
    250,
  ],
  [
    "a worker whose clock is behind takes nothing back",
    [
      ["node.started", 100_000],
      ["node.finished", 100_200],
      ["run.resumed", 500],
    ],
    200,
  ],
  ["nothing yet", [["run.started", 5]], 0],
])("working time: %s", (_name, edges, spent) => {
  const told = edges.map(([type, ts], at) => ({ type, ts, before: edges[at - 1]?.[1] ?? null }));
  expect(workingTime(told)).toBe(spent);
});
