import { parentPort, workerData } from "node:worker_threads";
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  RELEASE_SYNC,
} from "quickjs-emscripten";
import type { LogLine, RunRequest, WorkerData, WorkerMessage } from "./protocol";

/**
 * Runs JavaScript in QuickJS, one fresh WebAssembly instance with its own capped memory per call. The thread
 * may hang or die in here: its host kills it at the time limit. Loaded as it stands by Node (types are
 * stripped), so it imports packages and types only.
 */

const wasmPage = 64 * 1024;
const megabyte = 1024 * 1024;
/** Emscripten's fixed start size; an instance cannot have less. */
const initialPages = 256;
const maxStackBytes = 256 * 1024;
const maxLogLines = 200;
const maxLogChars = 2_000;
const maxErrorChars = 2_000;

/** Inside the guest, before its own code: keeps the originals of what the guest could replace. */
const prelude = `(function (send) {
  const { parse, stringify } = JSON, text = String;
  const show = (value) => {
    if (typeof value === "string") return value;
    if (value instanceof Error) return text(value);
    try { return stringify(value) ?? text(value); } catch { return "[cannot be shown]"; }
  };
  const line = (level) => (...values) => send(level, values.map(show).join(" "));
  const log = line("log");
  globalThis.console = { log, info: log, debug: log, warn: line("warn"), error: line("error") };
  return {
    parse,
    finish(value, limit) {
      const json = stringify(value) ?? "null";
      if (json.length > limit) {
        throw new RangeError("The result has " + json.length + " characters; " + limit + " are allowed.");
      }
      return json;
    },
  };
})`;

const port = parentPort;
if (!port) throw new Error("The sandbox worker runs as a worker thread only.");
// What a worker is started with has no type of its own; only the pool starts this file.
const setup = workerData as WorkerData;
const say = (message: WorkerMessage) => port.postMessage(message);

async function prepare(memoryMb: number): Promise<QuickJSContext> {
  const maximum = Math.max(initialPages, Math.floor((memoryMb * megabyte) / wasmPage));
  const wasmMemory = new WebAssembly.Memory({ initial: initialPages, maximum });
  const variant = newVariant(RELEASE_SYNC, { wasmModule: setup.wasm, wasmMemory });
  const quickjs = await newQuickJSWASMModuleFromVariant(variant);
  const context = quickjs.newContext();
  context.runtime.setMaxStackSize(maxStackBytes);
  return context;
}

function run(vm: QuickJSContext, request: RunRequest): WorkerMessage {
  try {
    const kit = installKit(vm);
    // On the first line, so that the guest's line numbers stay true; the last brace on its own line, because
    // the code may end in a comment.
    const source = `(async function (state) {${request.code}\n})`;
    const main = evaluate(vm, source);
    const state = call(vm, vm.getProp(kit, "parse"), [vm.newString(request.input)]);
    const promise = call(vm, main, [state]);
    const jobs = vm.runtime.executePendingJobs();
    if (jobs.error) throw new GuestError(readThrown(vm, jobs.error));
    const value = settled(vm, promise);
    const limit = vm.newNumber(request.maxOutputChars);
    const json = call(vm, vm.getProp(kit, "finish"), [value, limit]);
    return { type: "done", value: vm.getString(json) };
  } catch (error) {
    return explain(error);
  }
}

function installKit(vm: QuickJSContext): QuickJSHandle {
  let lines = 0;
  const send = vm.newFunction("send", (level, message) => {
    lines += 1;
    if (lines > maxLogLines) return;
    const text = vm.getString(message);
    const shown = text.length > maxLogChars ? `${text.slice(0, maxLogChars)}…` : text;
    say({ type: "log", level: logLevel(vm.getString(level)), message: shown });
  });
  return call(vm, evaluate(vm, prelude), [send]);
}

function logLevel(text: string): LogLine["level"] {
  return text === "warn" || text === "error" ? text : "log";
}

function evaluate(vm: QuickJSContext, source: string): QuickJSHandle {
  const result = vm.evalCode(source, "code.js");
  if (result.error) throw new GuestError(readThrown(vm, result.error));
  return result.value;
}

function call(vm: QuickJSContext, fn: QuickJSHandle, args: QuickJSHandle[]): QuickJSHandle {
  const result = vm.callFunction(fn, vm.undefined, ...args);
  if (result.error) throw new GuestError(readThrown(vm, result.error));
  return result.value;
}

function settled(vm: QuickJSContext, promise: QuickJSHandle): QuickJSHandle {
  const state = vm.getPromiseState(promise);
  if (state.type === "fulfilled") return state.value;
  if (state.type === "rejected") throw new GuestError(readThrown(vm, state.error));
  throw new GuestError({
    message: "The code waits for a promise that nothing will ever fulfil.",
    line: null,
  });
}

class GuestError extends Error {
  readonly line: number | null;
  readonly memory: boolean;
  constructor(what: { message: string; line: number | null; memory?: boolean }) {
    super(what.message);
    this.line = what.line;
    this.memory = what.memory ?? false;
  }
}

/** Reads what the guest threw, which may be anything. */
function readThrown(vm: QuickJSContext, thrown: QuickJSHandle): ConstructorParameters<typeof GuestError>[0] {
  const value: unknown = vm.dump(thrown);
  if (typeof value !== "object" || value === null) return { message: clip(String(value)), line: null };
  const { name, message, stack } = { name: "", message: "", stack: "", ...value };
  if (message === "") return { message: clip(JSON.stringify(value)), line: null };
  const line = /code\.js:(\d+)/.exec(String(stack))?.[1];
  return {
    message: clip(name === "" ? String(message) : `${name}: ${message}`),
    line: line === undefined ? null : Number(line),
    memory: name === "InternalError" && message === "out of memory",
  };
}

function clip(text: string): string {
  return text.length > maxErrorChars ? `${text.slice(0, maxErrorChars)}…` : text;
}

function explain(error: unknown): WorkerMessage {
  if (error instanceof GuestError) {
    const reason = error.memory ? "memory" : "code";
    return { type: "failed", reason, message: error.message, line: error.line };
  }
  if (error instanceof RangeError) {
    return { type: "failed", reason: "code", message: "The code calls itself too deeply.", line: null };
  }
  // QuickJS itself gave up, which full memory makes it do in places that cannot throw.
  const message = error instanceof Error ? error.message : String(error);
  return { type: "failed", reason: "memory", message, line: null };
}

let ahead = prepare(setup.memoryMb);

async function answer(request: RunRequest): Promise<void> {
  const fits = request.memoryMb === setup.memoryMb;
  const vm = await (fits ? ahead : prepare(request.memoryMb));
  say(run(vm, request));
  if (fits) ahead = prepare(setup.memoryMb);
  await ahead;
  say({ type: "ready" });
}

port.on("message", (request: RunRequest) => void answer(request));
await ahead;
say({ type: "ready" });
