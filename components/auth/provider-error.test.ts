import { expect, it } from "vitest";
import { providerError } from "./provider-error";

it("says nothing without a code", () => {
  expect(providerError(undefined)).toBeUndefined();
  expect(providerError("")).toBeUndefined();
});

it.each([
  ["AccessDenied", "invitation"],
  ["OAuthAccountNotLinked", "another way"],
  ["CredentialsSignin", "password"],
  ["SessionRequired", "Sign in"],
  ["OAuthCallback", "Try again"],
  ["SomethingNew", "Try again"],
])("%s tells what to do: %s", (code, words) => {
  expect(providerError(code)).toContain(words);
});
