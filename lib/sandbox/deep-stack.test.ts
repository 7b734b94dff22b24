import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { deepStackOf } from "./deep-stack";

const page = 64 * 1024;
const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const customSection = [0, 3, 1, 0x61, 7];
/** 6 MB, as signed LEB128. */
const sixMegabytes = [0x80, 0x80, 0x80, 0x03];
const globals = (...globals: number[][]) => {
  const body = [globals.length, ...globals.flat()];
  return [6, body.length, ...body];
};
const variable = [0x7f, 1, 0x41, ...sixMegabytes, 0x0b];
const deepOf = (...sections: number[][]) => deepStackOf(Uint8Array.from([...header, ...sections.flat()]));

describe("the deep part of the stack", () => {
  it("is that below the first megabyte of five, from where the module's one variable begins", () => {
    const [from, to] = [1024 * 1024, 5 * 1024 * 1024];
    expect(deepOf(customSection, globals(variable))).toEqual({ from, to });
  });

  it("of QuickJS lies between its data and its heap", () => {
    const quickjs = createRequire(import.meta.url).resolve("quickjs-emscripten");
    const file = createRequire(quickjs).resolve("@jitl/quickjs-wasmfile-release-sync/wasm");
    const deep = deepStackOf(readFileSync(file));
    expect(deep?.from).toBeGreaterThan(page);
    expect(deep?.from).toBeLessThan(2 * page);
    expect(deep?.to).toBe((deep?.from ?? 0) + 64 * page);
  });

  it.each<[string, number[][]]>([
    ["no variables", [customSection]],
    ["several", [globals(variable, variable)]],
    ["a constant", [globals([0x7f, 0, 0x41, ...sixMegabytes, 0x0b])]],
    ["a variable of another kind", [globals([0x7e, 1, 0x42, ...sixMegabytes, 0x0b])]],
    ["a variable that is computed", [globals([0x7f, 1, 0x23, 0, 0x0b])]],
    ["a smaller stack", [globals([0x7f, 1, 0x41, 0x10, 0x0b])]],
    ["nothing behind its header", []],
    ["a section that is cut off", [[6]]],
  ])("is not known of a module with %s", (_, sections) => {
    expect(deepOf(...sections)).toBeUndefined();
  });
});
