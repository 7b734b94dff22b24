import { describe, expect, it } from "vitest";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeHttp, fakeServices } from "@/workflows/testing/fake-services";
import { hostsIn, isAllowed } from "./allowed-host";
import { readPageDefinition } from "./definition";
import { makeReadPage } from "./execute.server";

const article = `<!doctype html><html><head><title>Cheese</title></head><body>
<nav><a href="/">Home</a><a href="/buy">Buy now</a></nav>
<article><h1>Cheese</h1>${"<p>Cheese is made of milk, and there are very many kinds of it in the world, each with its own taste.</p>".repeat(8)}
<ul><li>Gouda</li><li>Brie</li></ul><script>alert(1)</script></article>
<footer>Cookies and imprint</footer></body></html>`;

function toolWith(
  more: object,
  answer: { status?: number; body?: string; url?: string; headers?: Record<string, string> },
) {
  const http = fakeHttp(() => ({ headers: { "content-type": "text/html; charset=utf-8" }, ...answer }));
  const config = readPageDefinition.config.parse(more);
  return { http, tool: makeReadPage(config, fakeServices({ http }), fakeContext()) };
}
const url = "https://docs.test/cheese";

describe("a page", () => {
  it("is read without what stands around it", async () => {
    const { tool } = toolWith({}, { body: article });
    const text = await tool.invoke({ url });
    expect(text.startsWith(`${url}\n\n# Cheese`)).toBe(true);
    expect(text).toContain("- Gouda");
    expect(text).not.toMatch(/Buy now|imprint|alert/);
  });

  it("without an article is read whole", async () => {
    const { tool } = toolWith({}, { body: "<html><body><p>Short.</p></body></html>" });
    expect(await tool.invoke({ url })).toContain("Short.");
  });

  it("with nothing on it says so, and a long one is cut", async () => {
    expect(await toolWith({}, { body: "<html></html>" }).tool.invoke({ url })).toContain("nothing to read");
    const cut = await toolWith({ maxChars: 500 }, { body: article }).tool.invoke({ url });
    expect(cut).toHaveLength(500 + "\n\n[The rest is left out.]".length);
  });

  it("that is none comes as it is", async () => {
    const { tool } = toolWith({}, { body: '{"a": 1}', headers: { "content-type": "application/json" } });
    expect(await tool.invoke({ url })).toBe(`${url}\n\n{"a": 1}`);
  });

  it("that is nested without end is refused, not fallen over", async () => {
    const body = `<html><body>${"<div>".repeat(50_000)}x`;
    await expect(toolWith({}, { body }).tool.invoke({ url })).rejects.toMatchObject({ code: "tool_failed" });
  });

  it("that is not there says so", async () => {
    const { tool } = toolWith({}, { status: 404, body: "Gone" });
    await expect(tool.invoke({ url })).rejects.toThrow("status 404");
  });
});

describe("hosts", () => {
  it.each([
    ["https://docs.test/x", "", true],
    ["https://docs.test/x", "docs.test", true],
    ["https://DOCS.test/x", "docs.test, other.test", true],
    ["https://a.docs.test/x", "*.docs.test", true],
    ["https://docs.test/x", "*.docs.test", false],
    ["https://evildocs.test/x", "*.docs.test", false],
    ["https://docs.test@evil.test/x", "docs.test", false],
    ["not an address", "", false],
  ])("%s of %j: %s", (address, hosts, allowed) => {
    expect(isAllowed(address, hosts)).toBe(allowed);
  });

  it("are divided by lines and commas", () => {
    expect(hostsIn(" A.test,\n*.b.test\n\n")).toEqual(["a.test", "*.b.test"]);
  });

  it("that are not named are not asked, nor read after a redirect", async () => {
    const away = toolWith({ hosts: "docs.test" }, { body: article, url: "https://evil.test/" });
    await expect(away.tool.invoke({ url: "https://evil.test/" })).rejects.toMatchObject({
      details: { hint: expect.stringContaining("docs.test") },
    });
    expect(away.http.calls).toEqual([]);
    await expect(away.tool.invoke({ url })).rejects.toThrow("may not be read");
    expect(away.http.calls).toHaveLength(1);
  });
});
