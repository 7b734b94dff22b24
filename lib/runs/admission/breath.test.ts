import { expect, test } from "vitest";
import { requireBreath } from "./breath";

const pool = (waitingCount: number) => ({ waitingCount, options: { max: 4 } });

test.each([0, 200])("%i that wait for four connections are no trouble", (waiting) => {
  expect(() => requireBreath(pool(waiting))).not.toThrow();
});

test("more are turned away, and told when to come back", () => {
  expect(() => requireBreath(pool(201))).toThrow(
    expect.objectContaining({
      code: "unavailable",
      details: expect.objectContaining({ data: { retryAfterSeconds: 3 } }),
    }),
  );
});
