import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { type CodeSandboxPool, createCodeSandbox } from "../code-sandbox";
import { codeCall } from "../testing/code-call";

let sandbox: CodeSandboxPool;
beforeAll(async () => {
  sandbox = createCodeSandbox();
  await sandbox.warm();
});
afterAll(() => sandbox.close());

const value = async (code: string, input: Json = {}) => (await sandbox.run(codeCall(code, { input }))).value;

describe("code that reaches for the host finds nothing", () => {
  it.each([
    "return typeof process",
    "return typeof globalThis.process",
    "return typeof require",
    "return typeof module",
    "return typeof Deno",
    "return typeof Bun",
    "return typeof WebAssembly",
    "return typeof SharedArrayBuffer === 'function' && typeof Worker",
    "return typeof fetch",
    "return typeof Headers",
    "return typeof XMLHttpRequest",
    "return typeof setTimeout",
    "return typeof queueMicrotask",
    "return typeof host",
    "return typeof send",
    "return typeof request",
    "return typeof this?.process",
    "return (function () { return typeof this?.process })()",
    "return (0, eval)('typeof process')",
    "return new Function('return typeof process')()",
    "return (async () => {}).constructor('return typeof process')().then(String)",
    "return (function* () {}).constructor('yield typeof process')().next().value",
    "return console.log.constructor('return typeof process')()",
    "return crypto.hash.constructor('return typeof process')()",
    "return URL.constructor('return typeof process')()",
    "return TextDecoder.prototype.decode.constructor('return typeof process')()",
    "return (() => { try { null.x } catch (e) { return e.constructor.constructor('return typeof process')() } })()",
    "return (() => { try { atob('*') } catch (e) { return e.constructor.constructor('return typeof process')() } })()",
    "return state.constructor.constructor('return typeof process')()",
    "return Reflect.getPrototypeOf(console.log).constructor('return typeof process')()",
    "return await import('node:fs').then(() => 'loaded', () => 'undefined')",
    "return await import('data:text/javascript,export default 1').then(() => 'loaded', () => 'undefined')",
    "Error.prepareStackTrace = (_, frames) => typeof frames[0]?.getThis; return String(new Error('x').stack) && 'undefined'",
    "return typeof [...arguments][1]",
    "return typeof arguments.callee?.caller",
  ])("%s", async (code) => {
    const found = await sandbox.run(codeCall(code)).then(
      (answer) => answer.value,
      // What strict mode forbids is no way out either.
      (error) => (error.code === "code_failed" ? "undefined" : error),
    );
    expect(["undefined", false]).toContain(found);
  });
});

describe("code that bends what is built in bends only itself", () => {
  it.each<[string, Json]>([
    ["JSON.stringify = () => 'evil'; return 1", 1],
    ["JSON.parse = () => 'evil'; return state.a", "input"],
    ["globalThis.JSON = null; return 1", 1],
    ["Object.defineProperty(globalThis, 'JSON', { get() { throw 1 } }); return 1", 1],
    ["Promise.prototype.then = null; return 1", 1],
    ["Promise = null; return 1", 1],
    ["Object.prototype.then = (done) => done('mine'); return 1", 1],
    ["Array.prototype.map = null; console.log('x'); return 1", 1],
    ["String.prototype.slice = () => { throw 1 }; console.log('x'.repeat(5000)); return 1", 1],
    ["Function.prototype.call = null; console.log('x'.repeat(5000)); return 1", 1],
    ["Object.prototype.toJSON = () => 'polluted'; return { a: 1 }", "polluted"],
    ["Object.prototype.status = 'polluted'; return [1]", [1]],
    ["return { __proto__: null, constructor: 1, hasOwnProperty: 2 }", { constructor: 1, hasOwnProperty: 2 }],
    ['return JSON.parse(\'{"__proto__": {"polluted": 1}}\').__proto__.polluted', 1],
    ["Object.freeze(Object.prototype); Object.freeze(Array.prototype); return [1]", [1]],
    ["Symbol.iterator; Array.prototype[Symbol.iterator] = null; return 1", 1],
    ["return new Proxy({ a: 1 }, { get: (t, k) => t[k], ownKeys: () => ['a'] })", { a: 1 }],
  ])("%s", async (code, expected) => {
    expect(await value(code, { a: "input" })).toEqual(expected);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    expect(await value("return [[2, 1].map((x) => x).sort(), JSON.stringify({}), 'abc'.slice(1)]")).toEqual([
      [1, 2],
      "{}",
      "bc",
    ]);
  });

  it.each([
    "throw new Proxy({}, { get() { throw new Error('trap') } })",
    "throw { get message() { throw new Error('trap') } }",
    "throw { toJSON() { throw new Error('trap') } }",
    "throw Symbol('odd')",
    "throw 10n",
    "throw undefined",
    "throw { message: { toString: null } }",
    "throw Object.create(null)",
    "throw new (class extends Error { get stack() { throw 1 } })('x')",
    "const e = new Error('x'); e.cause = e; throw e",
    "return Symbol('odd') + 1",
    "return new Proxy({}, { ownKeys() { throw new Error('trap') } })",
    "return { get a() { throw new Error('trap') } }",
    "Error = null; null.x",
    "}); throw new Error('outside'); (async function () {",
    "return 1 }) (async function () {",
    "return `unclosed",
    "/* unclosed",
    "return \\u{110000}",
  ])("what is thrown, however odd, is an error of the code: %s", async (code) => {
    await expect(sandbox.run(codeCall(code))).rejects.toMatchObject({ code: "code_failed" });
  });

  it("leaves nothing for the next call", async () => {
    await Promise.all(
      Array.from({ length: 6 }, () =>
        value("globalThis.kept = state; Array.prototype.kept = 1; return 1", "secret"),
      ),
    );
    for (let turn = 0; turn < 6; turn += 1) {
      expect(await value("return [typeof kept, typeof [].kept]")).toEqual(["undefined", "undefined"]);
    }
  });
});
