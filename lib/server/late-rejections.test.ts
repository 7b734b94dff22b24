import { expect, test } from "vitest";
import { takenOver } from "@/lib/runs/checkpoint/fenced-write";
import { AppError } from "@/workflows/errors/app-error";
import { mayComeLate } from "./late-rejections";

test.each<[string, unknown, boolean]>([
  ["the database went away", new Error("Connection terminated unexpectedly"), true],
  ["another worker has the run", takenOver(), true],
  ["a problem of a node", new AppError("http_failed", "No answer"), false],
  ["a bug of ours", new TypeError("x is undefined"), false],
])("%s", (_name, error, expected) => {
  expect(mayComeLate(error)).toBe(expected);
});
