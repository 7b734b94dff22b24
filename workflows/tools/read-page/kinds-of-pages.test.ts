import { describe, expect, it } from "vitest";
import { readable } from "./readable";

const url = "https://docs.test/";
const html = (inner: string, head = "") =>
  `<!doctype html><html><head>${head}</head><body>${inner}</body></html>`;
const long = (tag: string, words: string) => `<${tag}>${`${words} `.repeat(40)}</${tag}>`;

function read(body: string, type: string | undefined, longest = 20_000) {
  return readable({ status: 200, url, body, headers: type ? { "content-type": type } : {} }, longest);
}

describe("what there is to read", () => {
  it.each([
    ["a page by its type", "text/html", "<p>Hello</p>", "Hello"],
    ["a page in XHTML", "application/xhtml+xml; charset=utf-8", html("<p>Hello</p>"), "Hello"],
    ["a page without a type", undefined, html("<p>Hello</p>"), "Hello"],
    ["a page that begins with a line break", undefined, `\n ${html("<p>Hello</p>")}`, "Hello"],
    ["a text that only speaks of tags", "text/plain", "Use <b>bold</b>.", "Use <b>bold</b>."],
    ["a text without a type", undefined, "a < b", "a < b"],
    ["Markdown", "text/markdown", "# Title\n\n- one", "# Title\n\n- one"],
    ["JSON", "application/json", '{"a":[1]}', '{"a":[1]}'],
    ["nothing", "text/plain", "  \n", "There is nothing to read on this page."],
    ["a page of pictures", "text/html", html('<img src="a.png">'), /nothing to read|a\.png/],
  ])("of %s is told after its address", (_, type, body, text) => {
    const [address, ...rest] = read(body, type).split("\n\n");
    expect(address).toBe(url);
    expect(rest.join("\n\n")).toMatch(text instanceof RegExp ? text : literally(text));
  });

  it("leaves out what a reader does not see", () => {
    const hidden = `<script>secret()</script><style>.a{}</style><noscript>Turn on</noscript><template>T</template>`;
    const text = read(
      html(`<article><h1>Cheese</h1>${long("p", "All about cheese.")}${hidden}</article>`),
      "text/html",
    );
    expect(text).toContain("All about cheese.");
    expect(text).not.toMatch(/secret\(\)|\.a\{\}/);
  });

  it("keeps headings, lists, links and code as Markdown writes them", () => {
    const inner = [
      "<h2>Kinds</h2>",
      "<ol><li>Gouda</li><li>Brie</li></ol>",
      '<p>See <a href="https://a.test/x">the list</a>.</p>',
      "<pre><code>npm start</code></pre>",
    ].join("");
    const text = read(
      html(`<article><h1>Cheese</h1>${long("p", "All about cheese.")}${inner}</article>`),
      "text/html",
    );
    expect(text).toMatch(/#+ Kinds/);
    expect(text).toMatch(/1\. +Gouda\n2\. +Brie/);
    expect(text).toContain("[the list](https://a.test/x)");
    expect(text).toMatch(/```\w*\nnpm start\n```/);
  });

  it.each([500, 1_000, 5_000])("is cut at %d characters, and says so", (longest) => {
    const text = read("word ".repeat(5_000), "text/plain", longest);
    expect(text.slice(longest)).toBe("\n\n[The rest is left out.]");
    expect(text.startsWith(url)).toBe(true);
  });

  it("is not cut where it just fits", () => {
    const body = "x".repeat(500 - url.length - 2);
    expect(read(body, "text/plain", 500)).toBe(`${url}\n\n${body}`);
    expect(read(`${body}y`, "text/plain", 500)).toContain("[The rest is left out.]");
  });

  it("of more elements than anybody reads is refused in words", () => {
    const rows = "<li>1</li>".repeat(25_000);
    expect(() => read(html(`<ul>${rows}</ul>`), "text/html")).toThrow(
      expect.objectContaining({ code: "tool_failed", message: expect.stringContaining("cannot be read") }),
    );
  });
});

const literally = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
