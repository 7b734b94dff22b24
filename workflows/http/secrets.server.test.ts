import { describe, expect, it, vi } from "vitest";
import { secretNames } from "./secret-names";
import { redact, revealSecrets } from "./secrets.server";

describe("secrets in templates", () => {
  it.each([
    ["Bearer {{ secrets.TOKEN }}", ["TOKEN"]],
    ["{{ secrets.A + secrets . B }}{{ secrets.A }}", ["A", "B"]],
    ["secrets.TOKEN outside of brackets", []],
    ["{{ mysecrets.A }}", []],
  ])("%s", (template, names) => {
    expect(secretNames(template)).toEqual(names);
  });

  it("are revealed once each, and only those that are asked for", async () => {
    const reveal = vi.fn<(name: string) => Promise<string>>(async (name) => name.toLowerCase());
    expect(await revealSecrets(["{{ secrets.A }}", "{{ secrets.A }}{{ secrets.B }}"], { reveal })).toEqual({
      A: "a",
      B: "b",
    });
    expect(reveal).toHaveBeenCalledTimes(2);
  });

  it("cannot be read in a redacted text, percent-encoded neither", () => {
    expect(redact("?k=a%2Fb&k=a/b&c", { K: "a/b", EMPTY: "" })).toBe("?k=•••&k=•••&c");
  });
});
