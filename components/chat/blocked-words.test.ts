import { expect, it } from "vitest";
import type { InterruptPayload } from "@/workflows/events/event";
import { blockedWords } from "./blocked-words";

const pause = (kind?: InterruptPayload["kind"]): InterruptPayload => ({
  message: "?",
  answers: [],
  allowText: false,
  ...(kind && { kind }),
});

it.each([
  [[pause(), pause("timer")], true, "Answer the question above first"],
  [[pause("child"), pause()], false, "Waiting for a person"],
  [[pause("child"), pause("timer")], true, "Waiting for a time"],
  [[pause("child"), pause("event")], true, "Waiting for another system"],
  [[pause("child")], true, "Waiting for another agent"],
])("%#", (open, mayAnswer, words) => {
  expect(blockedWords(open, mayAnswer)).toBe(words);
});
