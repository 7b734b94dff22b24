import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { type CodeSandboxPool, createCodeSandbox } from "./code-sandbox";
import { codeCall } from "./testing/code-call";

let sandbox: CodeSandboxPool;

beforeAll(async () => {
  sandbox = createCodeSandbox({ maxOutputChars: 100_000 });
  await sandbox.warm();
});
afterAll(() => sandbox.close());

async function value(code: string, input: Json = {}): Promise<Json> {
  return (await sandbox.run(codeCall(code, { input }))).value;
}

describe("values", () => {
  it.each<[string, Json, Json]>([
    ["return state.a + state.b", { a: 1, b: 2 }, 3],
    [
      "return state",
      { text: "ü ✓ \u2028 \"'`", list: [1, null, { deep: true }] },
      { text: "ü ✓ \u2028 \"'`", list: [1, null, { deep: true }] },
    ],
    [
      "return state.items.filter(i => i.ok).map(i => i.id)",
      {
        items: [
          { id: 1, ok: true },
          { id: 2, ok: false },
        ],
      },
      [1],
    ],
    ["", {}, null],
    ["return undefined", {}, null],
    ["return () => 1", {}, null],
    ["return NaN", {}, null],
    ["return new Date(0)", {}, "1970-01-01T00:00:00.000Z"],
    ["return 1 // the end", {}, 1],
    ["return await Promise.resolve(7)", {}, 7],
    ["const wait = async (n) => n > 0 ? wait(n - 1) : 'done'; return wait(100)", {}, "done"],
    ["return [...new Set(state)].sort().join()", ["b", "a", "b"], "a,b"],
  ])("%s", async (code, input, expected) => {
    expect(await value(code, input)).toEqual(expected);
  });
});

describe("what the code cannot see", () => {
  it.each([
    "process",
    "require",
    "fetch",
    "XMLHttpRequest",
    "WebAssembly",
    "setTimeout",
    "Deno",
    "Buffer",
    "global",
    "module",
    "std",
    "os",
    "send",
  ])("%s", async (name) => {
    expect(await value(`return typeof ${name}`)).toBe("undefined");
  });

  it.each([
    "return (function(){}).constructor('return typeof process')()",
    "return [].constructor.constructor('return typeof require')()",
    "return console.log.constructor('return typeof process')()",
    "try { return await import('node:fs').then(() => 'loaded') } catch { return 'undefined' }",
  ])("nothing of the host by %s", async (code) => {
    expect(await value(code)).toBe("undefined");
  });

  it("keeps nothing from one call to the next", async () => {
    await value("globalThis.kept = 1; Object.prototype.kept = 1; Array.prototype.map = null; return 1");
    expect(await value("return [typeof kept, typeof {}.kept, [1].map(x => x + 1)]")).toEqual([
      "undefined",
      "undefined",
      [2],
    ]);
  });

  it.each([
    ["calls itself without an end", "const f = () => f() + 1; return f()"],
    ["is nested deeper than the host's stack", "return eval('('.repeat(1e5) + ')'.repeat(1e5))"],
    ["takes all memory", "const all = []; for (;;) all.push(new Array(1e4).fill(all.length))"],
    ["throws while its result is read", "return { get a() { throw new Error('no') } }"],
    ["waits for nothing", "await new Promise(() => {})"],
    ["leaves promises behind", "for (let n = 0; n < 1e3; n++) Promise.reject(n); return 1"],
    ["leaves much behind", "globalThis.left = 'x'.repeat(4e5); Object.prototype.left = 1; return 1"],
    ["runs over its time", "for (;;);"],
  ])("finds as much stack and as little else after code that %s", async (_, code) => {
    const one = createCodeSandbox({ threads: 1 });
    const look = `
      let depth = 0;
      const down = () => { depth += 1; down(); };
      try { down(); } catch {}
      return [depth, Object.getOwnPropertyNames(globalThis), "left" in {}, typeof left];`;
    try {
      const before = await one.run(codeCall(look));
      for (let time = 0; time < 3; time += 1) {
        await one.run(codeCall(code, { timeoutMs: 300 })).catch(() => {});
        expect(await one.run(codeCall(look))).toEqual(before);
      }
    } finally {
      await one.close();
    }
  });

  it("draws other random numbers in every call", async () => {
    const draw = "return Array.from({ length: 200 }, Math.random)";
    const drawn = [await value(draw), await value(draw), await value(draw)].flat();
    expect(new Set(drawn).size).toBe(600);
    expect(drawn.every((number) => Number(number) >= 0 && Number(number) < 1)).toBe(true);
  });

  it.each([
    ["JSON.stringify = () => 'evil'; return { honest: true }", { honest: true }],
    ["JSON.parse = () => 'evil'; return 1", 1],
    ["globalThis.JSON = null; return 1", 1],
    ["Object.prototype.toJSON = () => 'polluted'; return { a: 1 }", "polluted"],
    ["Promise.prototype.then = null; return 1", 1],
    ["Float64Array = null; return Math.random() < 1", true],
  ])("gets a value through although %s", async (code, expected) => {
    expect(await value(code)).toEqual(expected);
  });

  it("does not pollute the host's prototypes", async () => {
    const answer = await value(`return JSON.parse('{"__proto__": {"polluted": true}, "a": 1}')`);
    expect(answer).toHaveProperty("a", 1);
    expect({}).not.toHaveProperty("polluted");
  });
});

describe("logs", () => {
  it("are kept with their level, in order", async () => {
    const { logs } = await sandbox.run(
      codeCall(
        `console.log("a", 1, { b: [true] }); console.warn(null, undefined); console.error(new TypeError("no")); console.info("i")`,
      ),
    );
    expect(logs).toEqual([
      { level: "log", message: 'a 1 {"b":[true]}' },
      { level: "warn", message: "null undefined" },
      { level: "error", message: "TypeError: no" },
      { level: "log", message: "i" },
    ]);
  });

  it("are clipped, line by line and in number", async () => {
    const { logs } = await sandbox.run(
      codeCall(`for (let i = 0; i < 1000; i++) console.log("x".repeat(5000))`),
    );
    expect(logs).toHaveLength(200);
    expect(logs[0]?.message).toHaveLength(2001);
  });

  it("come with the error when the code fails", async () => {
    const failed = sandbox.run(codeCall(`console.log("before"); throw new Error("no")`));
    await expect(failed).rejects.toMatchObject({
      details: { data: { logs: [{ level: "log", message: "before" }] } },
    });
  });
});

describe("errors", () => {
  it.each([
    ["throw new Error('no')", "Error: no (line 1)"],
    ["let a = 1;\n\nnull.x", "line 3"],
    ["return unknownName", "unknownName"],
    ["let x = ;", "SyntaxError"],
    ["const a = 1;\nconst b = = 2;", "line 2"],
    ["throw 'just text'", "just text"],
    ["throw { odd: 1 }", '{"odd":1}'],
    ["throw null", "null"],
    ["return await Promise.reject(null)", "null"],
    ["return await Promise.reject(new Error('later'))", "Error: later"],
    ["await new Promise(() => {})", "waits for a promise"],
    ["const a = {}; a.a = a; return a", "circular"],
    ["return 10n", "BigInt"],
    ["return { toJSON() { throw new Error('mine') } }", "mine"],
    ["const f = () => 1 + f(); return f()", "stack overflow"],
    ["return 'x'.repeat(200000)", "100000 are allowed"],
    ["} ) ; (", "SyntaxError"],
  ])("%s", async (code, words) => {
    await expect(sandbox.run(codeCall(code))).rejects.toMatchObject({
      code: "code_failed",
      message: expect.stringContaining(words),
    });
  });
});

describe("bombs", () => {
  it.each([
    "while (true) {}",
    "for (;;) { try { throw 1 } catch {} }",
    "const spin = () => Promise.resolve().then(spin); await spin()",
    "/(a+)+$/.test('a'.repeat(40) + 'b')",
    "return { toJSON() { while (true) {} } }",
    "}); while (true) {} (function () {",
  ])("%s is stopped at the time limit", async (code) => {
    await expect(sandbox.run(codeCall(code, { timeoutMs: 100 }))).rejects.toMatchObject({
      code: "code_timeout",
    });
  });

  it.each([
    "const a = []; while (true) a.push(new Array(1000).fill('x'))",
    "let s = 'x'; while (true) s += s + Math.random()",
    "new Uint8Array(200 * 1024 * 1024).fill(1)",
    "const a = []; while (true) a.push(new ArrayBuffer(1024 * 1024))",
  ])("%s runs out of its own memory", async (code) => {
    await expect(sandbox.run(codeCall(code))).rejects.toMatchObject({
      code: expect.stringMatching(/^code_/),
    });
  });

  it("names memory as the reason, with the limit of the call", async () => {
    const bomb = "const a = []; while (true) a.push(new Array(1000).fill('x'))";
    await expect(sandbox.run(codeCall(bomb, { memoryMb: 32 }))).rejects.toMatchObject({
      code: "code_memory",
      message: expect.stringContaining("32 MB"),
    });
  });

  it("leave a pool that works", async () => {
    expect(await value("return 'still here'")).toBe("still here");
  });

  it("hold up only themselves", async () => {
    const stop = new AbortController();
    const forEver = { timeoutMs: 2 ** 31 - 1, signal: stop.signal };
    const bomb = sandbox.run(codeCall("while (true) {}", forEver));
    const ended = vi.fn();
    const settled = bomb.then(ended, ended);
    for (const turn of [1, 2, 3]) expect(await value("return state", turn)).toBe(turn);
    expect(ended).not.toHaveBeenCalled();
    stop.abort(new Error("enough"));
    await settled;
    await expect(bomb).rejects.toThrow("enough");
  });
});

describe("the pool", () => {
  it("runs more calls than it has threads", async () => {
    const values = await Promise.all(Array.from({ length: 20 }, (_, i) => value("return state * 2", i)));
    expect(values).toEqual(Array.from({ length: 20 }, (_, i) => i * 2));
  });

  it("stops a call with its signal, with the caller's reason", async () => {
    const controller = new AbortController();
    const reason = new Error("cancelled");
    const running = sandbox.run(codeCall("while (true) {}", { signal: controller.signal }));
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
    await expect(sandbox.run(codeCall("return 1", { signal: controller.signal }))).rejects.toBe(reason);
  });

  it("takes no call after it is closed", async () => {
    const other = createCodeSandbox();
    await other.run(codeCall("return 1"));
    await other.close();
    await expect(other.run(codeCall("return 1"))).rejects.toMatchObject({ code: "unavailable" });
  });

  it("settles every call when it closes, running and waiting ones", async () => {
    const other = createCodeSandbox({ threads: 1 });
    await other.warm();
    const calls = [other.run(codeCall("while (true) {}")), other.run(codeCall("return 1"))];
    const settled = Promise.allSettled(calls);
    await other.close();
    expect(await settled).toMatchObject([
      { reason: { code: "unavailable" } },
      { reason: { code: "unavailable" } },
    ]);
  });
});
