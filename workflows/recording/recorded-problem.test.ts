import { expect, test } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import { recordedProblemSchema } from "./recorded-call";
import { errorOf, isPlayedBack, problemOf } from "./recorded-problem";

/** As it comes back from the store. */
const stored = (error: unknown) => recordedProblemSchema.parse(JSON.parse(JSON.stringify(problemOf(error))));

test("an expected failure keeps its code, its words and what helps", () => {
  const error = new AppError("rate_limited", "Slow down.", {
    hint: "Wait.",
    data: { retryAfterSeconds: 2 },
  });
  expect(errorOf(stored(error))).toMatchObject({
    code: "rate_limited",
    message: "Slow down.",
    details: { hint: "Wait." },
    retryAfterMs: 2_000,
  });
});

test.each([
  { name: "an error", thrown: new TypeError("is not a function"), message: "is not a function" },
  { name: "a text", thrown: "out of paper", message: "out of paper" },
  { name: "nothing at all", thrown: undefined, message: "undefined" },
])("$name that nobody expected keeps its words alone", ({ thrown, message }) => {
  expect(stored(thrown)).toEqual({ message });
  const error = errorOf(stored(thrown));
  expect(error.message).toBe(message);
  expect(error).not.toBeInstanceOf(AppError);
});

test.each([
  { name: "itself", wrap: (error: Error) => error, isPlayed: true },
  { name: "as a cause", wrap: (cause: Error) => new Error("Node failed", { cause }), isPlayed: true },
  { name: "too deep to look", wrap: (error: Error) => wrapped(error, 5), isPlayed: false },
])("a failure from a recording is known: $name", ({ wrap, isPlayed }) => {
  expect(isPlayedBack(wrap(errorOf({ message: "Then." })))).toBe(isPlayed);
  expect(isPlayedBack(wrap(new Error("Now.")))).toBe(false);
});

test("a cause that leads back to itself is looked at only so far", () => {
  const circle = new Error("Round");
  circle.cause = circle;
  expect(isPlayedBack(circle)).toBe(false);
});

function wrapped(error: Error, times: number): Error {
  return times === 0 ? error : wrapped(new Error("Around", { cause: error }), times - 1);
}
