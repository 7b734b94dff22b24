import { expect, it } from "vitest";
import { bareHost, isMetadataName } from "./host-name";

it.each([
  ["[::1]", "::1"],
  ["Example.COM", "example.com"],
  ["example.com.", "example.com"],
  ["localhost..", "localhost"],
])("%s is the host %s", (hostname, host) => {
  expect(bareHost(hostname)).toBe(host);
});

it.each([
  ["metadata.google.internal", true],
  ["metadata", true],
  ["my-metadata.example", false],
  ["metadata.google.internal.example", false],
])("%s is a metadata service: %s", (host, expected) => {
  expect(isMetadataName(host)).toBe(expected);
});
