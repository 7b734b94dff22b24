import { expect, test } from "vitest";
import { requireSameOrigin } from "./same-origin";

const check = (headers: Record<string, string>, publicUrl?: string) => () =>
  requireSameOrigin("post", new Headers({ host: "app.test:3000", ...headers }), publicUrl);

test.each([
  ["the app itself, by fetch metadata", { "sec-fetch-site": "same-origin", cookie: "a=b" }],
  ["the app itself, by origin", { origin: "http://app.test:3000", cookie: "a=b" }],
  ["an API key from anywhere", { origin: "https://evil.test", authorization: "Bearer sb_x" }],
  ["an API key in its own header", { "sec-fetch-site": "cross-site", "x-api-key": "sb_x" }],
  ["a program without cookies", {}],
])("carries out what comes from %s", (_, headers: Record<string, string>) => {
  expect(check(headers)).not.toThrow();
});

test.each([
  ["another site, by fetch metadata", { "sec-fetch-site": "cross-site" }],
  ["a sibling of the site", { "sec-fetch-site": "same-site", cookie: "a=b" }],
  ["another site, by origin", { origin: "https://evil.test", cookie: "a=b" }],
  ["another port of the host", { origin: "http://app.test:4000" }],
  ["a page without an origin", { origin: "null", cookie: "a=b" }],
  ["a cookie without any sign of where it comes from", { cookie: "a=b" }],
])("refuses what comes from %s", (_, headers: Record<string, string>) => {
  expect(check(headers)).toThrow(expect.objectContaining({ code: "forbidden" }));
});

test("knows its public address behind a proxy that changes Host", () => {
  const headers = { origin: "https://signalbox.example", cookie: "a=b" };
  expect(check(headers, "https://signalbox.example/")).not.toThrow();
  expect(check(headers, "https://other.example")).toThrow("comes from another site");
});

test("reading is never refused", () => {
  expect(() => requireSameOrigin("get", new Headers({ "sec-fetch-site": "cross-site" }))).not.toThrow();
});
