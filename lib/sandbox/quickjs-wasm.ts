import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { deepStackOf } from "./deep-stack";
import type { Quickjs } from "./protocol";

/** How the module asks for its memory: with a maximum, 256 pages to start with, 32,768 at most. */
const asksFor = Buffer.from([0x02, 0x01, 0x80, 0x02, 0x80, 0x80, 0x02]);
const askedPages = 256;
/** QuickJS's own stack and tables end at page 84; what is above is the first megabyte for people's code. */
const enoughPages = 100;

let compiled: Promise<Quickjs> | undefined;

/** Compiled once per process and shared with every thread; only memory and state are made anew. */
export function quickjsWasm(): Promise<Quickjs> {
  compiled ??= compile();
  return compiled;
}

async function compile(): Promise<Quickjs> {
  const quickjs = createRequire(import.meta.url).resolve("quickjs-emscripten");
  const file = createRequire(quickjs).resolve("@jitl/quickjs-wasmfile-release-sync/wasm");
  const { bytes, startPages } = withSmallMemory(readFileSync(file));
  return { wasm: await WebAssembly.compile(bytes), startPages, deepStack: deepStackOf(bytes) };
}

/**
 * The module asks for 16 MB to start with and uses six. Every megabyte costs each call: it is wiped for the next one,
 * and V8 counts it as garbage. The number stands in two bytes of the file; a file without them is taken as it is.
 */
export function withSmallMemory(file: Buffer): { bytes: Buffer<ArrayBuffer>; startPages: number } {
  const bytes = Buffer.from(file);
  const at = bytes.indexOf(asksFor);
  if (at < 0 || at !== bytes.lastIndexOf(asksFor)) return { bytes, startPages: askedPages };
  // As long as before (LEB128 in two bytes), so that nothing behind it moves.
  bytes.set([(enoughPages & 0x7f) | 0x80, enoughPages >> 7], at + 2);
  return { bytes, startPages: enoughPages };
}
