import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/workflows/graph/json";
import { noCredentials } from "../../credentials";
import type { Plan, PlannedParameter } from "./plan";
import { requestOf } from "./request";

const parameter = (name: string, more: Partial<PlannedParameter> = {}): PlannedParameter => ({
  argument: name,
  name,
  in: "query",
  style: "form",
  explode: true,
  json: false,
  ...more,
});
const plan = (more: Partial<Plan> = {}): Plan => ({
  method: "GET",
  path: "/x",
  parameters: [],
  body: null,
  ...more,
});
const made = (more: Partial<Plan>, args: JsonObject, credentials = noCredentials) =>
  requestOf(plan(more), "https://api.test/v1/", args, credentials);

describe("the path", () => {
  const path = {
    path: "/a/{id}/b",
    parameters: [parameter("id", { in: "path", style: "simple", explode: false })],
  };
  it.each<[JsonObject[string], string]>([
    ["7", "https://api.test/v1/a/7/b"],
    [7, "https://api.test/v1/a/7/b"],
    ["x/../y?z#w", "https://api.test/v1/a/x%2F..%2Fy%3Fz%23w/b"],
    ["..", "https://api.test/v1/a/%252E%252E/b"],
    ["@evil.test", "https://api.test/v1/a/%40evil.test/b"],
    [["a", "b"], "https://api.test/v1/a/a%2Cb/b"],
  ])("keeps %j one piece", (id, url) => {
    expect(made(path, { id }).url).toBe(url);
  });

  it.each([[{}], [{ id: null }], [{ id: "" }]])("is not made without its argument: %j", (args) => {
    expect(() => made(path, args)).toThrow("The argument “id” is missing.");
  });
});

describe("the query", () => {
  it.each<[string, Partial<PlannedParameter>, JsonObject[string], string]>([
    ["a text", {}, "a b&c", "?q=a+b%26c"],
    ["nothing", {}, null, ""],
    ["a list, repeated", {}, ["a", "b"], "?q=a&q=b"],
    ["a list with commas", { explode: false }, ["a", "b"], "?q=a%2Cb"],
    ["a list with pipes", { style: "pipeDelimited", explode: false }, ["a", "b"], "?q=a%7Cb"],
    ["an object, deep", { style: "deepObject" }, { a: 1, b: null }, "?q%5Ba%5D=1"],
    ["an object, spread", {}, { a: 1, b: true }, "?a=1&b=true"],
    ["JSON", { json: true }, { a: 1 }, "?q=%7B%22a%22%3A1%7D"],
  ])("holds %s", (_, more, value, query) => {
    const { url } = made({ parameters: [parameter("q", more)] }, { q: value });
    expect(url).toBe(`https://api.test/v1/x${query}`);
  });
});

describe("headers and body", () => {
  it("hold what is given, on one line each", () => {
    const parameters = [
      parameter("X-Note", { in: "header", style: "simple" }),
      parameter("s", { in: "cookie" }),
    ];
    expect(made({ parameters }, { "X-Note": "a\r\nX-Evil: 1", s: "a;b" }).headers).toMatchObject({
      "x-note": "a X-Evil: 1",
      cookie: "s=a%3Bb",
    });
  });

  it.each<[string, JsonObject[string], string]>([
    ["application/json", { a: [1] }, '{"a":[1]}'],
    ["application/vnd.api+json", "x", '"x"'],
    ["application/x-www-form-urlencoded", { a: "x y", b: [1, 2] }, "a=x+y&b=1&b=2"],
    ["text/plain", "x", "x"],
  ])("%s", (type, body, text) => {
    const request = made({ method: "POST", body: { argument: "body", type } }, { body });
    expect(request.body).toBe(text);
    expect(request.headers["content-type"]).toBe(type);
  });

  it("are not made where there is no body", () => {
    const request = made({ method: "POST", body: { argument: "body", type: "application/json" } }, {});
    expect("body" in request).toBe(false);
    expect(request.headers["content-type"]).toBeUndefined();
  });
});

it("cannot replace what the source knows us by", () => {
  const credentials = { headers: { "x-api-key": "ours" }, query: [["key", "ours"]] as const, secrets: {} };
  const parameters = [parameter("X-API-Key", { in: "header", style: "simple" }), parameter("key")];
  const request = made({ parameters }, { "X-API-Key": "theirs", key: "theirs" }, credentials);
  expect(request.url).toBe("https://api.test/v1/x?key=ours");
  expect(request.headers["x-api-key"]).toBe("ours");
});
