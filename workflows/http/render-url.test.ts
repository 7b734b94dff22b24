import { describe, expect, it } from "vitest";
import { renderUrl } from "./render-url";

describe("a URL template", () => {
  it.each([
    ["https://x.test/a/{{ id }}", { id: "1/../2?x#y" }, "https://x.test/a/1%2F..%2F2%3Fx%23y"],
    ["https://x.test/?q={{ q }}", { q: "a&b=c" }, "https://x.test/?q=a%26b%3Dc"],
    ["https://x.test/a/{{ id }}/b", { id: ".." }, "https://x.test/a/%252E%252E/b"],
    ["{{ base }}/a/{{ id }}", { base: "https://y.test/v1", id: "ä" }, "https://y.test/v1/a/%C3%A4"],
    ["https://x.test/?q={{ q }}", { q: "cut \ud83d" }, "https://x.test/?q=cut%20%EF%BF%BD"],
    [" https://x.test/{{ n }} ", { n: 3 }, "https://x.test/3"],
  ])("%s with %j", (template, state, url) => {
    expect(renderUrl(template, state)).toBe(url);
  });

  it("never lets a value climb up the path or change the host", () => {
    for (const id of ["..", ".", "//evil.test", "\\evil.test", "@evil.test", "%2e%2e"]) {
      const url = new URL(renderUrl("https://x.test/a/{{ id }}/b", { id }));
      expect(url.host).toBe("x.test");
      expect(url.pathname.split("/").slice(0, 2)).toEqual(["", "a"]);
      expect(url.pathname.endsWith("/b")).toBe(true);
    }
  });
});
