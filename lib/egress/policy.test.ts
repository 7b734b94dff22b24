import { describe, expect, it } from "vitest";
import { allowsAddress, allowsHost, parsePolicy } from "./policy";

describe("allowsAddress", () => {
  it.each([
    [[], "8.8.8.8", true],
    [[], "127.0.0.1", false],
    [[], "169.254.169.254", false],
    [["private"], "127.0.0.1", true],
    [["private"], "::ffff:10.0.0.1", true],
    [["private"], "169.254.169.254", false],
    [["private"], "0.0.0.0", false],
    [["10.1.0.0/16"], "10.1.2.3", true],
    [["10.1.0.0/16"], "10.2.0.1", false],
    [["10.1.0.0/16"], "::ffff:10.1.2.3", true],
    [["fd00::/8"], "fd00::7", true],
    [["fd00::/8"], "10.1.2.3", false],
    [["169.254.169.254/32"], "169.254.169.254", true],
    [["10.0.0.1"], "10.0.0.1", false],
  ])("%o and %s: %s", (allow, address, expected) => {
    expect(allowsAddress(parsePolicy(allow), address)).toBe(expected);
  });
});

describe("allowsHost", () => {
  it.each([
    [["ollama.internal"], "ollama.internal", "11434", true],
    [["ollama.internal"], "OLLAMA.internal", "80", true],
    [["ollama.internal"], "evil.ollama.internal", "80", false],
    [["localhost:11434"], "localhost", "11434", true],
    [["localhost:11434"], "localhost", "5432", false],
    [["localhost:80"], "localhost", "80", true],
    [["localhost:80"], "localhost", "81", false],
    [["10.0.0.1"], "10.0.0.1", "80", true],
    [["::1"], "::1", "80", true],
    [["[::1]:9000"], "::1", "9000", true],
    [["[::1]:9000"], "::1", "9001", false],
    [[], "localhost", "80", false],
  ])("%o lets %s:%s through: %s", (allow, host, port, expected) => {
    expect(allowsHost(parsePolicy(allow), host, port)).toBe(expected);
  });
});

describe("parsePolicy", () => {
  it.each(["10.0.0.0/99", "a b", "http://host", "user@host", "host?x", "a/b"])("refuses %s", (entry) => {
    expect(() => parsePolicy([entry])).toThrow(
      expect.objectContaining({ code: "invalid_input", message: expect.stringContaining(entry) }),
    );
  });
});
