import { expect, test } from "vitest";
import { httpStatus } from "@/lib/errors/http-status";
import { AppError } from "@/workflows/errors/app-error";
import { errorCodes } from "@/workflows/errors/codes";
import { problemSchema } from "./contract/problem";
import { problemResponse } from "./problem";

test.each(errorCodes)("%s is a problem document with its status", async (code) => {
  const response = problemResponse(new AppError(code, "It did not work.", { nodeId: "n1" }), "req_1");
  expect(response.status).toBe(httpStatus(code));
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(problemSchema.strict().parse(await response.json())).toMatchObject({
    code,
    status: httpStatus(code),
    title: expect.stringMatching(/^[A-Z][a-zA-Z ]+$/),
    detail: "It did not work.",
    nodeId: "n1",
    requestId: "req_1",
  });
});

test("a queue that is full for everybody is no fault of whoever asks", async () => {
  const full = new AppError("queue_full", "Full.", { unavailable: true, data: { retryAfterSeconds: 10 } });
  const response = problemResponse(full, "req_1");
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "10"]);
  expect(problemSchema.strict().parse(await response.json())).toMatchObject({
    code: "queue_full",
    status: 503,
  });
});

test("says when to come back", () => {
  const limited = new AppError("rate_limited", "Wait.", { data: { retryAfterSeconds: 7 } });
  expect(problemResponse(limited, "req_1").headers.get("retry-after")).toBe("7");
});
