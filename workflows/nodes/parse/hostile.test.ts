import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/workflows/graph/json";
import { runNode } from "@/workflows/testing/run-node";

const read = async (format: string, text: string, more: JsonObject = {}) =>
  (await runNode("parse", { text: "text", format, output: "out", ...more }, { text })).update?.out;

const laughs = [
  "<!DOCTYPE r [<!ENTITY a 'ha'>",
  ...Array.from({ length: 9 }, (_, level) => `<!ENTITY b${level} '${"&a;".repeat(10)}'>`),
  "]><r>&b8;</r>",
].join("\n");

describe("texts that mean harm", () => {
  it.each<[string, string, string, JsonObject, RegExp]>([
    ["a billion laughs", "xml", laughs, {}, /defines entities of its own/],
    [
      "a file as an entity",
      "xml",
      '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]><r>&f;</r>',
      {},
      /defines entities of its own/,
    ],
    ["elements a thousand deep", "xml", "<a>".repeat(1_000) + "</a>".repeat(1_000), {}, /nested/i],
    [
      "lists a hundred thousand deep",
      "json",
      "[".repeat(100_000) + "]".repeat(100_000),
      {},
      /nested more than 150/,
    ],
    ["a page of open tags", "html", "<div>".repeat(100_000), {}, /nested more than 300/],
    ["a prototype in JSON", "json", '{"a": [{"__proto__": {"x": 1}}]}', {}, /names a field __proto__/],
    ["a prototype in a table", "csv", "__proto__,b\n1,2", {}, /names a field __proto__/],
    [
      "a prototype in XML",
      "xml",
      "<r><__proto__><x>1</x></__proto__></r>",
      {},
      /cannot be read as XML: .*__proto__/,
    ],
    [
      "a wide table over many short rows",
      "csv",
      `${"a,".repeat(900)}a\n${"b\n".repeat(2_000)}`,
      {},
      /too many/,
    ],
    ["a line of a million cells", "csv", ",".repeat(900_000), {}, /too many/],
    ["ten thousand links in one line", "html", "<a href=x>y</a>".repeat(10_000), {}, /has 10000 pieces/],
  ])("%s is refused", async (_, format, text, more, message) => {
    await expect(read(format, text, more)).rejects.toThrow(message);
  });

  it.each<[string, string, string]>([
    ["nothing but quotes", "markdown", "> ".repeat(100_000)],
    ["nothing but brackets", "markdown", "[".repeat(200_000)],
    ["a heading of signs", "markdown", `# a${" #".repeat(100_000)}`],
    ["fences that never close", "json", `"${"`".repeat(200_000)}"`],
    ["half a comment, often", "html", "<!--".repeat(50_000)],
    ["stray ends of tags", "html", "</p>".repeat(500)],
  ])("%s is read in no time", async (_, format, text) => {
    const start = process.cpuUsage();
    await read(format, text);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1_000).toBeLessThan(2_000);
  });

  it("reading leaves what every object inherits alone", async () => {
    await read("json", '{"constructor": {"prototype": {"polluted": true}}}');
    await read("csv", "constructor,toString\n1,2");
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("loads nothing and keeps no script", async () => {
    const page =
      "<img src='https://evil.test/x.png' onerror='alert(1)'><style>p{}</style><script>x()</script><p>Hi</p>";
    expect(await read("html", page, { take: "text" })).toBe("Hi");
    expect(await read("html", page)).not.toMatch(/alert|x\(\)|p\{\}/);
  });
});
