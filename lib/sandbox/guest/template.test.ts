import { beforeAll, describe, expect, it } from "vitest";
import type { DeepStack } from "../deep-stack";
import type { WorkerMessage } from "../protocol";
import { quickjsWasm } from "../quickjs-wasm";
import { callGuest, evaluate } from "./calls";
import { GuestMemory } from "./guest-memory";
import { given, type Instance, prepareInstance } from "./instance";
import { copyOf, makeTemplate, type Template } from "./template";

const nothing = given(new Map(), () => {});
let template: Template;
let memory: GuestMemory;
let startPages: number;
let deepStack: DeepStack | undefined;
beforeAll(async () => {
  const quickjs = await quickjsWasm();
  template = await makeTemplate(quickjs, nothing);
  startPages = quickjs.startPages;
  deepStack = quickjs.deepStack;
  memory = new GuestMemory(startPages, 64, deepStack);
});

const prepare = () => prepareInstance(template, memory, () => {});

function evaluated({ vm, kit }: Instance, expression: string): unknown {
  const finish = vm.getProp(kit, "finish");
  const json = callGuest(vm, finish, [evaluate(vm, expression), vm.newNumber(1_000_000)]);
  return JSON.parse(vm.getString(json));
}

/** Everything that can be reached from the global object: names, kinds of values and how they are defined. */
const everything = `(() => {
  const seen = new Set(), found = [];
  const walk = (value, path) => {
    if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value)) return;
    seen.add(value);
    for (const key of Reflect.ownKeys(value)) {
      const { value: inner, get, set, ...flags } = Object.getOwnPropertyDescriptor(value, key);
      const here = path + "." + String(key);
      found.push([here, typeof inner, typeof inner === "function" ? inner.name + inner.length : "", flags]);
      for (const next of [inner, get, set]) walk(next, here);
    }
    walk(Object.getPrototypeOf(value), path + ".[[prototype]]");
  };
  walk(globalThis, "");
  return found;
})()`;

describe("a copy of the template", () => {
  it("is the same, byte for byte, where another instance has been that overwrote all of its memory", async () => {
    const fresh = new GuestMemory(startPages, 64).next();
    await copyOf(template, fresh, nothing);
    const used = memory.next();
    await copyOf(template, used, nothing);
    new Uint8Array(used.buffer).fill(0xff);
    expect(memory.next()).toBe(used);
    await copyOf(template, used, nothing);
    expect(Buffer.compare(new Uint8Array(used.buffer), new Uint8Array(fresh.buffer))).toBe(0);
  });

  it.each([
    ["calls itself without an end", "(function f(n) { return f(n + 1) + 1 })(0)"],
    ["sorts with a function that sorts", "const s = () => [3, 1, 2].sort(() => s()); s()"],
    ["looks through proxies", "let p = {}; for (let n = 0; n < 1e5; n++) p = new Proxy(p, {}); p.x"],
    ["is called with many values", "Math.max.apply(null, Array(65000).fill(1))"],
    ["binds many values", "(() => 1).bind(null, ...Array(65000).fill(1))(...Array(65000).fill(1))"],
    ["has a pattern that is nested deeply", "new RegExp('('.repeat(1e4) + ')'.repeat(1e4))"],
    ["makes numbers of many digits", "(10n ** 20000n).toString() + (1e21).toFixed(100) + (0.1).toString(2)"],
  ])("comes nowhere near the deep part of its stack when its code %s", async (_, code) => {
    const { vm } = await prepare();
    vm.evalCode(code).dispose();
    const used = new Uint8Array(vm.getMemory(template.at.runtime).module.HEAPU8.buffer);
    const { from, to } = deepStack ?? { from: 0, to: used.length };
    expect(Buffer.alloc(to - from).equals(used.subarray(from, to))).toBe(true);
  });

  it("stands in the instance of the copy before, and in a new one after a call that did not return", async () => {
    const moduleOf = async () => (await prepare()).vm.getMemory(template.at.runtime).module;
    const first = await moduleOf();
    expect(await moduleOf()).toBe(first);
    memory.letGo();
    expect(await moduleOf()).not.toBe(first);
  });

  it("gets an instance of its own each time from a module whose variables are not known", async () => {
    const unknown = await makeTemplate({ ...(await quickjsWasm()), deepStack: undefined }, nothing);
    const moduleOf = async () =>
      (await prepareInstance(unknown, memory, () => {})).vm.getMemory(unknown.at.runtime).module;
    expect(await moduleOf()).not.toBe(await moduleOf());
  });

  it("has what the template has, whatever the copy before did to its own", async () => {
    const before = evaluated(await prepare(), everything);
    const bent = await prepare();
    evaluate(bent.vm, "globalThis.kept = 'secret'; Array.prototype.map = null; Object.freeze(Math)");
    expect(evaluated(bent, everything)).not.toEqual(before);
    expect(evaluated(await prepare(), everything)).toEqual(before);
  });

  it("calls its own host functions, by the names the guest knows them by", async () => {
    const said: WorkerMessage[] = [];
    const { vm } = await prepareInstance(template, memory, (message) => said.push(message));
    evaluate(vm, "console.warn(btoa('abc'), new URL('http://a.test/b').pathname)");
    expect(said).toEqual([{ type: "log", level: "warn", message: "YWJj /b" }]);
  });
});
