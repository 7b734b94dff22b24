import { describe, expect, it } from "vitest";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeHttp, fakeServices } from "@/workflows/testing/fake-services";
import { webSearchDefinition } from "./definition";
import { makeWebSearch } from "./execute.server";

const results = [
  { title: "A", url: "https://a.test/", content: "About A" },
  { title: "B", url: "https://b.test/", content: "x".repeat(3_000) },
  { title: "C", url: "https://c.test/", content: "" },
];

function toolWith(
  more: object,
  answer: { status?: number; body?: string } = { body: JSON.stringify({ results }) },
) {
  const http = fakeHttp(() => answer);
  const config = webSearchDefinition.config.parse({ address: "https://search.test", ...more });
  return { http, tool: makeWebSearch(config, fakeServices({ http }), fakeContext()) };
}

describe("web search", () => {
  it("gives a few results with their addresses and the beginning of their text", async () => {
    const { http, tool } = toolWith({ count: 2, timeoutMs: 1_000 });
    expect(await tool.invoke({ query: "cheese" })).toBe(
      `1. A\nhttps://a.test/\nAbout A\n\n2. B\nhttps://b.test/\n${"x".repeat(1_000)}`,
    );
    expect(http.calls).toMatchObject([
      { url: "https://search.test/search?q=cheese&format=json", timeoutMs: 1_000 },
    ]);
  });

  it("says where there is nothing", async () => {
    const { tool } = toolWith({}, { body: '{"results":[]}' });
    expect(await tool.invoke({ query: "qqq" })).toBe("Nothing was found for “qqq”.");
  });

  it("sends the key of its secret, and does not tell it in an error", async () => {
    const { http, tool } = toolWith(
      { provider: "brave", secret: "KEY" },
      { status: 401, body: "secret-KEY is wrong" },
    );
    await expect(tool.invoke({ query: "cheese" })).rejects.toThrow("status 401: ••• is wrong");
    expect(http.calls[0]?.headers).toMatchObject({ "x-subscription-token": "secret-KEY" });
  });

  it.each(["<html>", '{"detail":"no"}'])("says that an answer cannot be read: %s", async (body) => {
    const { tool } = toolWith({}, { body });
    await expect(tool.invoke({ query: "cheese" })).rejects.toMatchObject({
      code: "http_failed",
      details: { hint: expect.stringContaining("format json") },
    });
  });

  it.each([[{}], [{ query: "" }], [{ query: "x".repeat(401) }]])(
    "refuses arguments that do not fit",
    async (args) => {
      await expect(toolWith({}).tool.invoke(args)).rejects.toThrow(/schema/);
    },
  );

  it.each([
    [{ provider: "searxng", address: "" }, ["address"]],
    [{ provider: "searxng", address: "search.test" }, ["address"]],
    [{ provider: "searxng", address: "https://search.test" }, []],
    [{ provider: "tavily", secret: "" }, ["secret"]],
    [{ provider: "tavily", secret: "KEY" }, []],
  ])("checks that it can work: %j", (config, fields) => {
    const parsed = webSearchDefinition.config.parse(config);
    expect(webSearchDefinition.check?.(parsed).map(({ path }) => path.field)).toEqual(fields);
  });
});
