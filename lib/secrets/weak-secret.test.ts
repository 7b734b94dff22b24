import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { weakness } from "./weak-secret";

test.each([
  ["secret", /shorter/],
  ["changeme", /shorter/],
  ["a".repeat(64), /too few/],
  ["0123456701234567012345670123456701234567", /too few/],
  ["this-is-my-secret-please-change-me-soon", /well-known/],
  ["your_nextauth_secret_goes_here_in_production", /well-known/],
])("%s is weak", (secret, why) => {
  expect(weakness(secret)).toMatch(why);
});

test("random secrets in the usual notations pass", () => {
  for (let i = 0; i < 200; i++) {
    const bytes = randomBytes(32);
    for (const notation of ["base64", "base64url", "hex"] as const) {
      expect(weakness(bytes.toString(notation))).toBeUndefined();
    }
  }
});
