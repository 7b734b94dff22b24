import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostsIn, isAllowed } from "./allowed-host";
import { readPageDefinition } from "./definition";

const host = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,4})?\.(test|example)$/);
const path = fc.webPath();

describe("a host is meant, however its author writes it", () => {
  it.each([
    ["docs.test", "docs.test"],
    ["DOCS.Test", "docs.test"],
    ["https://docs.test", "docs.test"],
    ["https://docs.test/guide/?a=1#b", "docs.test"],
    ["docs.test:8443", "docs.test"],
    ["http://*.docs.test/", "*.docs.test"],
    ["müller.test", "xn--mller-kva.test"],
    ["*.Müller.test", "*.xn--mller-kva.test"],
    ["[::1]", "[::1]"],
  ])("%s", (written, meant) => {
    expect(hostsIn(written)).toEqual([meant]);
    const name = meant.replace("*.", "a.");
    expect(isAllowed(`https://${name}/page`, written)).toBe(true);
  });

  it("between commas, lines or both", () => {
    expect(hostsIn("a.test,b.test\n c.test ,\n\n*.d.test,")).toEqual([
      "a.test",
      "b.test",
      "c.test",
      "*.d.test",
    ]);
  });

  it("and the model is told of them one after the other", () => {
    const config = readPageDefinition.config.parse({ hosts: "https://a.test/, b.test\n*.c.test" });
    expect(readPageDefinition.description(config)).toMatch(
      / Only pages of: a\.test, b\.test, \*\.c\.test\.$/,
    );
    expect(readPageDefinition.description(readPageDefinition.config.parse({ hosts: " \n" }))).not.toContain(
      "Only pages",
    );
  });
});

describe("an address", () => {
  it("is allowed where its host is named, whatever else stands in it", () => {
    fc.assert(
      fc.property(host, path, (name, rest) => {
        expect(isAllowed(`https://${name}${rest}`, name)).toBe(true);
        expect(isAllowed(`https://${name.toUpperCase()}:8080${rest}`, name)).toBe(true);
        expect(isAllowed(`https://www.${name}${rest}`, `*.${name}`)).toBe(true);
      }),
    );
  });

  it("is not allowed because the host that is named stands elsewhere in it", () => {
    fc.assert(
      fc.property(host, path, (name, rest) => {
        const elsewhere = [
          `https://${name}@evil.invalid${rest}`,
          `https://evil.invalid/${name}${rest}`,
          `https://evil.invalid/?to=${name}`,
          `https://evil.invalid#${name}`,
          `https://${name}.evil.invalid${rest}`,
          `https://evil${name}${rest}`,
          `https://evil.invalid\\@${name}`,
        ];
        for (const address of elsewhere) {
          expect([address, isAllowed(address, `${name}\n*.${name}`)]).toEqual([address, false]);
        }
      }),
    );
  });

  it.each([
    "",
    "docs.test",
    "/docs",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,hi",
    "https://",
  ])("without a host is never allowed: %j", (address) => {
    expect(isAllowed(address, "")).toBe(false);
    expect(isAllowed(address, "docs.test")).toBe(false);
  });
});
