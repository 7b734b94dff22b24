import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/workflows/graph/json";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeHttp, fakeServices } from "@/workflows/testing/fake-services";
import { httpRequestDefinition } from "./definition";
import { makeHttpRequest } from "./execute.server";

async function called(config: object, args: JsonObject) {
  const http = fakeHttp(() => ({ body: "Done" }));
  const parsed = httpRequestDefinition.config.parse({ name: "act", purpose: "Acts.", ...config });
  await makeHttpRequest(parsed, fakeServices({ http }), fakeContext()).invoke(args);
  return http.calls[0];
}

const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    "..",
    "/",
    "//evil.test",
    "?a=b",
    "#x",
    "@evil.test",
    "%2e%2e",
    "\\",
    "{{ x }}",
    "a\r\nb",
    "日本",
  ),
);

describe("an argument of the model", () => {
  it("never changes which server is asked, nor how many pieces its path has", async () => {
    const url = "https://api.test/v1/{{ what }}/items?q={{ query }}#top";
    const parameters = [{ name: "what" }, { name: "query" }];
    await fc.assert(
      fc.asyncProperty(text, text, async (what, query) => {
        const sent = new URL((await called({ url, parameters }, { what, query }))?.url ?? "");
        expect([sent.origin, sent.hash]).toEqual(["https://api.test", "#top"]);
        expect(sent.pathname.split("/")).toHaveLength(4);
        expect([...sent.searchParams.keys()]).toEqual(["q"]);
        expect(sent.searchParams.get("q")).toBe(dotless(query));
      }),
      { numRuns: 60 },
    );
  });

  it("arrives in the body as it was given", async () => {
    const config = {
      url: "https://api.test/",
      method: "POST",
      body: "arguments",
      parameters: [
        { name: "text" },
        { name: "count", type: "number" },
        { name: "sure", type: "boolean", required: false },
      ],
    };
    const given = fc.record(
      { text: fc.string({ unit: "grapheme" }), count: fc.integer(), sure: fc.boolean() },
      { requiredKeys: ["text", "count"] },
    );
    await fc.assert(
      fc.asyncProperty(given, async (args) => {
        expect(JSON.parse((await called(config, args))?.body ?? "")).toEqual(args);
      }),
      { numRuns: 40 },
    );
  });

  it("that is left out is empty", async () => {
    const config = { url: "https://api.test/x?a={{ a }}", parameters: [{ name: "a", required: false }] };
    expect((await called(config, {}))?.url).toBe("https://api.test/x?a=");
    expect((await called(config, { a: "1" }))?.url).toBe("https://api.test/x?a=1");
  });

  it.each([
    [["a", "b"], []],
    [["a", "b", "a"], ["parameters.2.name"]],
    [["secrets"], ["parameters.0.name"]],
    [["city", "constructor"], ["parameters.1.name"]],
    [
      ["toString", "valueOf"],
      ["parameters.0.name", "parameters.1.name"],
    ],
  ])("needs a name that nothing else has: %j", (names, fields) => {
    const config = httpRequestDefinition.config.parse({
      name: "act",
      purpose: "Acts.",
      url: "https://api.test/",
      parameters: names.map((name) => ({ name })),
    });
    expect(httpRequestDefinition.check?.(config).map(({ path }) => path.field)).toEqual(fields);
  });

  it.each([
    ["number", 0, "0"],
    ["number", -1.5, "-1.5"],
    ["boolean", false, "false"],
    ["boolean", true, "true"],
    ["string", "", ""],
  ])("of the type %s is written as it is: %j", async (type, value, written) => {
    const config = { url: "https://api.test/?v={{ value }}", parameters: [{ name: "value", type }] };
    expect((await called(config, { value }))?.url).toBe(`https://api.test/?v=${written}`);
  });

  it.each([
    ["string", 5],
    ["string", null],
    ["number", "5"],
    ["boolean", "yes"],
    ["boolean", 1],
  ])("of another type than %s is refused before anything is sent: %j", async (type, value) => {
    const config = { url: "https://api.test/", parameters: [{ name: "value", type }] };
    await expect(called(config, { value })).rejects.toThrow(/schema/);
  });

  it("that the author does not know goes nowhere", async () => {
    const config = {
      url: "https://api.test/",
      method: "POST",
      body: "arguments",
      parameters: [{ name: "a" }],
    };
    expect(JSON.parse((await called(config, { a: "1", admin: true }))?.body ?? "")).toEqual({ a: "1" });
  });
});

describe("the key that servers know a repeated call by", () => {
  const config = { url: "https://api.test/", method: "POST", body: "arguments", parameters: [{ name: "a" }] };
  const keyOf = async (a: string) => (await called(config, { a }))?.headers["idempotency-key"];

  it("is the same for the same call, another for another, and fits a header", async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (one, other) => {
        expect(await keyOf(one)).toBe(await keyOf(one));
        expect((await keyOf(one)) === (await keyOf(other))).toBe(one === other);
        expect(await keyOf(one)).toMatch(/^[\x21-\x7e]+$/);
      }),
      { numRuns: 40 },
    );
  });
});

/** A value of dots alone is escaped twice, so that it does not climb. */
const dotless = (value: string) =>
  /^\.{1,2}$/.test(value) ? value.replaceAll(".", "%2E") : value.toWellFormed();
