import { expect, it } from "vitest";
import { ApiProblem } from "@/lib/api/client/call";
import { retryAfterMs } from "./too-busy";

const refusal = (code: string, data?: unknown) =>
  new ApiProblem({ type: "about:blank", title: "No", status: 429, code, detail: "No.", data });

it.each([
  ["a full queue", refusal("queue_full", { retryAfterSeconds: 7 }), 7_000],
  ["a database that is away", refusal("unavailable", { retryAfterSeconds: 5 }), 5_000],
  ["a server that is not reached", refusal("unavailable"), undefined],
  ["what does not pass", refusal("forbidden", { retryAfterSeconds: 7 }), undefined],
  ["a bug", new Error("No"), undefined],
])("%s", (_, error, expected) => {
  expect(retryAfterMs(error)).toBe(expected);
});
