import { expect, test } from "vitest";
import type { Branches } from "@/lib/api/contract/runs";
import { besides } from "./besides";

type Item = Branches["items"][number];

/** Written as `run@thread<from`, each a second after the one before. */
function runs(...written: string[]): Item[] {
  return written.map((words, at) => {
    const [, runId = "", threadId = "", from = null] = /^(\w+)@(\w+)(?:<(\w+))?$/.exec(words) ?? [];
    return {
      runId,
      threadId,
      from: from || null,
      status: "success",
      source: "chat",
      version: 1,
      draftRevision: null,
      origin: null,
      edits: 0,
      createdAt: `2026-11-02T08:00:0${at}.000Z`,
    };
  });
}

test.each<[what: string, items: Item[], turns: string[], beside: string[]]>([
  ["nothing beside a straight conversation", runs("a@main", "b@main"), ["a", "b"], []],
  ["a fork of a turn", runs("a@main", "b@main", "f@fork<a"), ["a", "b"], ["f from a"]],
  ["what came after the turn that the head left from", runs("a@main", "b@main", "f@fork<a"), ["f"], []],
  ["a turn that the head left behind", runs("a@main", "f@fork<a", "b@main"), ["a", "f"], ["b own"]],
  ["a branch of a branch", runs("a@main", "f@fork<a", "g@twig<f"), ["a"], ["f from a", "g"]],
  ["what belongs to an earlier page", runs("a@main", "f@fork<a", "b@main"), ["b"], []],
])("%s", (_what, items, turns, beside) => {
  const shown = items.filter(({ runId }) => turns.includes(runId));
  expect(
    besides(items, shown, "main").map(
      ({ run, from, isOwn }) => `${run.runId}${isOwn ? " own" : ""}${from ? ` from ${from}` : ""}`,
    ),
  ).toEqual(beside);
});
