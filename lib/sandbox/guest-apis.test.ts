import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { type CodeSandboxPool, createCodeSandbox } from "./code-sandbox";
import { codeCall } from "./testing/code-call";

let sandbox: CodeSandboxPool;
beforeAll(async () => {
  sandbox = createCodeSandbox();
  await sandbox.warm();
});
afterAll(() => sandbox.close());

const value = async (code: string) => (await sandbox.run(codeCall(code))).value;
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("what code is given", () => {
  it.each<[string, Json]>([
    ["return crypto.hash('sha256', 'ü')", sha256("ü")],
    ["return crypto.hash('SHA-256', new Uint8Array([195, 188]), 'hex')", sha256("ü")],
    ["return crypto.hash('md5', '', 'base64')", "1B2M2Y8AsgTpgAmY7PhCfg=="],
    ["return crypto.hash('sha1', 'a', 'buffer').length", 20],
    [
      "return [...new Uint8Array(await crypto.subtle.digest('SHA-512', new TextEncoder().encode('a')))].length",
      64,
    ],
    ["return new Uint8Array(await crypto.subtle.digest({ name: 'SHA-384' }, 'a')).length", 48],
    ["return [...new TextEncoder().encode('ü✓')]", [195, 188, 226, 156, 147]],
    ["return new TextDecoder().decode(new Uint8Array([195, 188, 226, 156, 147]))", "ü✓"],
    ["return new TextDecoder().decode(new Uint8Array([0, 195, 188, 0]).subarray(1, 3))", "ü"],
    ["return new TextDecoder('latin1').decode(new Uint8Array([233]))", "é"],
    ["return [btoa('abc'), atob('YWJj')]", ["YWJj", "abc"]],
    ["return [btoa('a\\0b'), atob('YQBi') === 'a\\0b']", ["YQBi", true]],
    ["return [...new TextEncoder().encode('a\\0b')]", [97, 0, 98]],
    ["return new TextDecoder().decode(new Uint8Array([97, 0, 98])) === 'a\\0b'", true],
    ["return String(new URL('../b?x=1#y', 'https://a.test/c/d'))", "https://a.test/b?x=1#y"],
    [
      "const u = new URL('https://a.test:443/p'); return [u.host, u.port, u.origin]",
      ["a.test", "", "https://a.test"],
    ],
    [
      "const u = new URL('http://a.test'); u.searchParams.append('q', 'x & y'); return u.href",
      "http://a.test/?q=x+%26+y",
    ],
    [
      "const u = new URL('http://a.test/?a=1'); u.pathname = 'x y'; u.search = 'b=2'; return [u.href, u.searchParams.get('b')]",
      ["http://a.test/x%20y?b=2", "2"],
    ],
    ["return [URL.canParse('nothing'), URL.parse('nothing'), URL.canParse('a:b')]", [false, null, true]],
    ["return new URLSearchParams({ a: 'ü', b: 1 }).toString()", "a=%C3%BC&b=1"],
    [
      "const p = new URLSearchParams('a=1&b=2&a=3'); p.set('a', 9); p.delete('b'); return [...p]",
      [["a", "9"]],
    ],
    [
      "const p = new URLSearchParams([['b', 1], ['a', 2]]); p.sort(); return [p.size, p.has('a'), [...p.keys()]]",
      [2, true, ["a", "b"]],
    ],
    ["return JSON.stringify({ u: new URL('http://a.test') })", '{"u":"http://a.test/"}'],
    ["return new Date('2026-02-03T04:05:06Z').getTime()", Date.UTC(2026, 1, 3, 4, 5, 6)],
  ])("%s", async (code, expected) => {
    expect(await value(code)).toEqual(expected);
  });

  it.each([
    ["return new URL('nothing')", "Invalid URL"],
    ["const u = new URL('http://a.test'); u.href = 'nothing'", "Invalid URL"],
    ["return atob('***')", "InvalidCharacterError"],
    ["return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([255]))", "TypeError"],
    ["return new TextDecoder('no-such-thing').decode()", "RangeError"],
    ["return crypto.hash('rot13', 'a')", "Algorithms are SHA-1"],
    ["return crypto.hash('sha256', 5)", "typed array"],
    ["return crypto.hash('sha256', 'a', 'latin1')", "Encodings are"],
    ["return await crypto.subtle.digest('SHA-256', {})", "typed array"],
  ])("says what is wrong with %s", async (code, message) => {
    await expect(value(code)).rejects.toMatchObject({
      code: "code_failed",
      message: expect.stringContaining(message),
    });
  });
});
