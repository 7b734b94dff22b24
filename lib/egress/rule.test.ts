import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRule, ruleFor } from "./rule";

describe("a rule of a workspace", () => {
  it.each<[string, { host: string; port?: string; address?: string }, boolean]>([
    ["api.example.com", { host: "api.example.com" }, true],
    ["API.Example.COM.", { host: "api.example.com" }, true],
    ["api.example.com", { host: "evil-api.example.com" }, false],
    ["api.example.com", { host: "api.example.com.evil.net" }, false],
    ["bücher.example", { host: "xn--bcher-kva.example" }, true],
    ["*.example.com", { host: "a.b.example.com" }, true],
    ["*.example.com", { host: "example.com" }, false],
    ["*.example.com", { host: "badexample.com" }, false],
    ["api.example.com:8443", { host: "api.example.com", port: "8443" }, true],
    ["api.example.com:8443", { host: "api.example.com", port: "443" }, false],
    ["api.example.com:80", { host: "api.example.com", port: "80" }, true],
    ["203.0.113.0/24", { host: "x.test", address: "203.0.113.9" }, true],
    ["203.0.113.0/24", { host: "x.test", address: "::ffff:203.0.113.9" }, true],
    ["203.0.113.0/24", { host: "x.test", address: "203.0.114.9" }, false],
    ["203.0.113.0/24", { host: "x.test" }, false],
    ["::ffff:203.0.113.0/120", { host: "x.test", address: "203.0.113.9" }, true],
    ["203.0.113.7", { host: "x.test", address: "203.0.113.7" }, true],
    ["0xcb007107", { host: "x.test", address: "203.0.113.7" }, true],
    ["203.0.113.7", { host: "x.test", address: "203.0.113.8" }, false],
    ["2001:db8::7", { host: "x.test", address: "2001:0db8::0007" }, true],
    ["[2001:db8::7]:443", { host: "x.test", address: "2001:db8::7", port: "443" }, true],
    ["[2001:db8::7]:443", { host: "x.test", address: "2001:db8::7", port: "80" }, false],
    ["2001:db8::/32", { host: "x.test", address: "203.0.113.7" }, false],
  ])("%s for %j: %s", (text, target, expected) => {
    expect(ruleFor([parseRule(text)], { port: "443", ...target }) !== undefined).toBe(expected);
  });

  it.each([
    "",
    "https://x.test",
    "x.test/path",
    "a b",
    "user@x.test",
    "x.test?q",
    "*",
    "*.*.test",
    "a.*.test",
    "*.1.2.3.4",
    "10.0.0.0/99",
    "fe80::1%eth0",
  ])("is not %j", (text) => {
    expect(() => parseRule(text)).toThrow(
      expect.objectContaining({ code: "invalid_input", message: expect.stringContaining(`“${text}”`) }),
    );
  });

  it("names an address however it is mapped", () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const rule = parseRule(address);
        const target = { host: "x.test", port: "443" };
        expect(ruleFor([rule], { ...target, address })).toBe(rule);
        expect(ruleFor([rule], { ...target, address: `::ffff:${address}` })).toBe(rule);
      }),
    );
  });

  it("keeps its text, and the first that fits is named", () => {
    const rules = ["other.test", " *.test ", "a.test"].map(parseRule);
    expect(ruleFor(rules, { host: "a.test", port: "443" })?.text).toBe("*.test");
  });
});
