import { expect, it } from "vitest";
import { Paces } from "./pace";

it("lets a minute's calls through at once, then as they come back", () => {
  let now = 0;
  const paces = new Paces(() => now);
  const take = () => paces.take("t", "find", 2);
  take();
  take();
  expect(take).toThrow("“find” may be called 2 times a minute.");
  now += 29_000;
  expect(take).toThrow(
    expect.objectContaining({
      code: "rate_limited",
      details: expect.objectContaining({ data: { retryAfterSeconds: 1 } }),
    }),
  );
  now += 1_000;
  take();
  paces.take("other", "other", 1);
  paces.take("t", "find", null);
});
