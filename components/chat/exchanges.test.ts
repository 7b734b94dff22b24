import { expect, test } from "vitest";
import type { RunStatus } from "@/workflows/events/run-status";
import type { ChatTurn } from "./chat-turn";
import { exchangesOf } from "./exchanges";

/** Written as `question status`, e.g. `a error`. */
function turns(...written: `${string} ${RunStatus}`[]): ChatTurn[] {
  return written.map((words, at) => {
    const [question = "", status] = words.split(" ");
    return {
      runId: `r${at}`,
      status: statuses.find((known) => known === status) ?? "success",
      input: { messages: question },
      messages: [],
      pauses: [],
      output: null,
      problem: null,
      queued: false,
      held: null,
      feedback: [],
      createdAt: "2026-11-02T08:00:00.000Z",
    };
  });
}
const statuses: RunStatus[] = ["error", "timeout", "cancelled", "running", "interrupted", "success"];

test.each([
  ["different questions stand alone", turns("a error", "b success"), ["r0", "r1"]],
  ["a failed turn that was tried again", turns("a error", "a success"), ["r0→r1"]],
  ["one that took too long, then was stopped", turns("a timeout", "a cancelled", "a running"), ["r0→r1→r2"]],
  ["the same question after an answer is a new one", turns("a success", "a success"), ["r0", "r1"]],
  ["only the turn right before counts", turns("a error", "b success", "a success"), ["r0", "r1", "r2"]],
  ["the last attempt may fail, too", turns("a error", "a error"), ["r0→r1"]],
])("%s", (_, given, expected) => {
  const shown = exchangesOf(given).map(({ turn, earlier }) =>
    [...earlier, turn].map(({ runId }) => runId).join("→"),
  );
  expect(shown).toEqual(expected);
});

test("an exchange keeps its key from attempt to attempt", () => {
  const [once] = exchangesOf(turns("a error"));
  const [again] = exchangesOf(turns("a error", "a running"));
  expect(again?.key).toBe(once?.key);
});
