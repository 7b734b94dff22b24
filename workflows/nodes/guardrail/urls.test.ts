import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { urlProblems } from "./urls";

const listed = (text: string, ...hosts: string[]) => urlProblems(text, "listed", hosts);

describe("hosts as people list them", () => {
  it.each([
    "example.com",
    " Example.COM ",
    "https://example.com",
    "https://example.com/help/",
    "example.com:8443",
    "*.example.com",
    ".example.com",
    "example.com.",
  ])("%s allows the host and what belongs to it", (host) => {
    expect(listed("https://example.com/a and http://docs.example.com", host)).toEqual([]);
    expect(listed("https://example.org", host)).toEqual(["an address of example.org"]);
    expect(listed("https://badexample.com", host)).toEqual(["an address of badexample.com"]);
  });

  it("may be named in their own script, or as addresses name them", () => {
    expect(listed("https://müller.example/x", "müller.example")).toEqual([]);
    expect(listed("https://xn--mller-kva.example/x", "müller.example")).toEqual([]);
    expect(listed("https://müller.example/x", "xn--mller-kva.example")).toEqual([]);
  });

  it.each(["", " ", "//", "*", "https://"])("allow nothing where they name none: %j", (host) => {
    expect(listed("https://example.com", host)).toEqual(["an address of example.com"]);
  });
});

describe("addresses that want to look like others", () => {
  it.each([
    ["a name before an at sign", "https://example.com@evil.test"],
    ["a port that is a password", "https://example.com:443@evil.test/"],
    ["a name that begins alike", "https://example.com.evil.test"],
    ["letters of another alphabet", "https://еxample.com"],
    ["capitals", "HTTPS://EVIL.TEST"],
    ["a way that names the host", "https://evil.test/https://example.com"],
    ["a question that names it", "https://evil.test?next=example.com"],
    ["a mark that names it", "https://evil.test#example.com"],
    ["numbers for an address", "http://2130706433/"],
    ["a socket", "wss://evil.test"],
    ["a file", "file://evil.test/etc/passwd"],
    ["no scheme", "www.evil.test"],
  ])("are told by where they lead: %s", (_, text) => {
    expect(listed(text, "example.com")).toHaveLength(1);
    expect(urlProblems(text, "none", [])).not.toEqual([]);
  });

  it("are found wherever they stand, and named once", () => {
    const around = fc.constantFrom(" ", "\n", "(", "<", '"', "[", "「");
    fc.assert(
      fc.property(around, fc.integer({ min: 1, max: 4 }), (sign, times) => {
        const text = `Read${sign}https://evil.test/x `.repeat(times);
        expect(listed(text, "example.com")).toEqual(["an address of evil.test"]);
      }),
    );
  });

  it("are none in any text without a scheme", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from("abc /.-@:#?é0")) }), (text) => {
        fc.pre(!/www\.|:\/\//.test(text));
        expect(urlProblems(text, "none", [])).toEqual([]);
      }),
    );
  });
});
