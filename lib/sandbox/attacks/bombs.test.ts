import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CodeSandboxPool, createCodeSandbox } from "../code-sandbox";
import { codeCall } from "../testing/code-call";

let sandbox: CodeSandboxPool;
beforeAll(async () => {
  sandbox = createCodeSandbox({ threads: 3, maxOutputChars: 100_000 });
  await sandbox.warm();
});
afterAll(() => sandbox.close());

const run = (code: string, timeoutMs = 10_000) => sandbox.run(codeCall(code, { timeoutMs, memoryMb: 32 }));

describe("code without an end is stopped at its time limit", () => {
  it.each([
    "while (true) {}",
    "for (;;) { try { throw 1 } catch {} finally { continue } }",
    "label: for (;;) { for (;;) continue label }",
    "const spin = () => Promise.resolve().then(spin); await spin()",
    "const spin = async () => { for (;;) await null }; await spin()",
    "const a = { get b() { for (;;); } }; return a.b",
    "return { toJSON() { for (;;); } }",
    "return { get a() { for (;;); } }",
    "return new Proxy({}, { ownKeys() { for (;;); } })",
    "throw { toJSON() { for (;;); } }",
    "throw { get message() { for (;;); } }",
    "console.log({ toJSON() { for (;;); } })",
    "console.log(Object.assign(new Error(), { toString() { for (;;); } }))",
    "return String({ toString() { for (;;); } })",
    "return [1, 2].sort(() => { for (;;); })",
    "return /(a+)+$/.test('a'.repeat(40) + 'b')",
    "return /^(a|aa)+$/.test('a'.repeat(60) + 'b')",
    "return /(.*)*x/.exec('a'.repeat(60))",
    "return 'a'.repeat(50_000).replace(/(a*)*b/, '')",
    "return [...(function* () { for (;;) yield; })()].length || 'a'",
    "for (const _ of { [Symbol.iterator]: () => ({ next: () => ({ done: false }) }) });",
    "const a = []; a.length = 4294967295; return a.indexOf(1)",
    "}); while (true) {} (function () {",
    "new URL({ toString() { for (;;); } })",
  ])("%s", async (code) => {
    await expect(run(code, 250)).rejects.toMatchObject({
      code: expect.stringMatching(/^code_(timeout|memory)$/),
    });
  });
});

describe("code that wants all memory runs out of its own", () => {
  it.each([
    "const a = []; for (;;) a.push(new Array(1000).fill('x'))",
    "let s = 'x'; for (;;) s += s + Math.random()",
    "return 'x'.repeat(2 ** 30)",
    "return 'x'.padEnd(2 ** 29)",
    "return new Uint8Array(200 * 1024 * 1024).fill(1).length",
    "return new ArrayBuffer(2 ** 31).byteLength",
    "const a = []; for (;;) a.push(new ArrayBuffer(1024 * 1024))",
    "const m = new Map(); for (let i = 0; ; i++) m.set(i, { i })",
    "return Array.from({ length: 1e8 }, (_, i) => i).length",
    "let f = () => {}; for (;;) { const g = f; f = () => g }",
    "return JSON.parse('[' + '1,'.repeat(2e7) + '1]').length",
    "const a = []; for (;;) a.push(new TextEncoder().encode('x'.repeat(1e6)))",
    "return btoa('x'.repeat(6e7)).length",
    "return 2n ** 10n ** 9n",
    "let o = {}; for (;;) o = { o, s: 'x'.repeat(1000) }",
    "const all = []; for (;;) all.push(Promise.resolve('x'.repeat(1000)))",
  ])("%s", async (code) => {
    await expect(run(code)).rejects.toMatchObject({ code: expect.stringMatching(/^code_(memory|failed)$/) });
  });
});

it("code that dies of promises without an end is told that memory was short", async () => {
  const code = "const spin = () => Promise.resolve().then(spin); await spin()";
  await expect(run(code)).rejects.toMatchObject({ code: "code_memory" });
  await expect(run("await new Promise(() => {})")).rejects.toMatchObject({ code: "code_failed" });
});

describe("code that goes too deep", () => {
  it.each([
    "const f = () => 1 + f(); return f()",
    "const f = async () => 1 + (await f()); return await f()",
    "class A { get a() { return this.a } } return new A().a",
    "return new Proxy({}, { get: (_, k, self) => self[k] }).x",
    "return JSON.parse('['.repeat(1e5) + ']'.repeat(1e5))",
    "let a = []; for (let i = 0; i < 1e5; i++) a = [a]; return a",
    "let a = {}; for (let i = 0; i < 200; i++) a = { a }; return a",
    "return eval('('.repeat(1e5) + ')'.repeat(1e5))",
    "return new RegExp('('.repeat(1e5) + ')'.repeat(1e5)).test('')",
    "const a = { toString() { return String(a) } }; return String(a)",
    "const a = { toJSON() { return JSON.stringify(a) } }; return a",
  ])("fails by itself: %s", async (code) => {
    await expect(run(code)).rejects.toMatchObject({ code: expect.stringMatching(/^code_(failed|memory)$/) });
  });
});

describe("code that says too much", () => {
  it.each([
    "return 'x'.repeat(200_000)",
    "return Array(60_000).fill(1)",
    "return { toJSON: () => 'x'.repeat(200_000) }",
  ])("has its result refused: %s", async (code) => {
    await expect(run(code)).rejects.toMatchObject({ message: expect.stringContaining("100000 are allowed") });
  });

  it.each([
    "for (let i = 0; i < 1e5; i++) console.log(i)",
    "for (let i = 0; i < 10; i++) console.log('x'.repeat(4e6))",
    "for (let i = 0; i < 1000; i++) console.error(...Array(100).fill('x'.repeat(100)))",
    "console.log(Array(1e5).fill({ a: 1 }))",
  ])("has its log cut: %s", async (code) => {
    const { logs } = await run(code);
    expect(logs.length).toBeLessThanOrEqual(200);
    expect(Math.max(...logs.map(({ message }) => message.length))).toBeLessThanOrEqual(2001);
  });

  it("has its error cut", async () => {
    const failed = run("throw new Error('x'.repeat(1e6))").catch((error: Error) => error.message.length);
    expect(await failed).toBeLessThan(2_100);
  });
});

describe("a neighbour", () => {
  it("is served while another workspace holds and waits for all it can get", async () => {
    const stop = new AbortController();
    const noisy = sandbox.of("noisy");
    const forEver = codeCall("for (;;);", { timeoutMs: 60_000, signal: stop.signal });
    const bombs = Array.from({ length: 20 }, () => noisy.run(forEver).catch(() => "stopped"));
    for (const turn of [1, 2, 3]) {
      expect((await sandbox.of("neighbour").run(codeCall("return state", { input: turn }))).value).toBe(turn);
    }
    expect(sandbox.status()).toMatchObject({ busy: 2, waiting: 18 });
    stop.abort();
    expect(new Set(await Promise.all(bombs))).toEqual(new Set(["stopped"]));
  });

  it("is served after all of the above", async () => {
    expect((await run("return 'still here'")).value).toBe("still here");
  });
});
