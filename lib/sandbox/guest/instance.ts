import type { QuickJSContext, QuickJSDeferredPromise, QuickJSHandle } from "quickjs-emscripten";
import type { LogLine, WorkerMessage } from "../protocol";
import type { GuestMemory } from "./guest-memory.ts";
import { type HostFunction, hostFunctions } from "./host-functions.ts";
import { copyOf, type Give, type Template } from "./template.ts";

const maxLogLines = 200;

type Requests = Map<number, QuickJSDeferredPromise>;
type Say = (message: WorkerMessage) => void;

/** A fresh QuickJS with everything that code is given, good for one call. */
export interface Instance {
  vm: QuickJSContext;
  /** The guest's side: `parse`, `finish`, `openNetwork`. */
  kit: QuickJSHandle;
  /** Requests of the code that the host has not answered. */
  requests: Requests;
  /** Whether the code has taken all the memory it may have: what it wanted then can have failed unseen. */
  isFull(): boolean;
  /** It is not used again: a call into it did not return. */
  letGo(): void;
}

/** Everything that does not need to know the call, so that no call waits for it. */
export async function prepareInstance(template: Template, memory: GuestMemory, say: Say): Promise<Instance> {
  const requests: Requests = new Map();
  const wasmMemory = memory.next();
  const copy = await copyOf(template, wasmMemory, given(requests, say));
  return { ...copy, requests, isFull: () => memory.isFull(wasmMemory), letGo: () => memory.letGo() };
}

/** What an instance gives its code, and a template to nobody. */
export function given(requests: Requests, say: Say): Give {
  return (vm) => ({
    ...hostFunctions(vm),
    send: logger(vm, say),
    request: requester(vm, requests, say),
  });
}

function logger(vm: QuickJSContext, say: Say): HostFunction {
  let lines = 0;
  return (level, message) => {
    lines += 1;
    if (lines > maxLogLines) return;
    say({ type: "log", level: logLevel(vm.getString(level)), message: vm.getString(message) });
  };
}

function logLevel(text: string): LogLine["level"] {
  return text === "warn" || text === "error" ? text : "log";
}

function requester(vm: QuickJSContext, requests: Requests, say: Say): HostFunction {
  let made = 0;
  return (request) => {
    made += 1;
    const answer = vm.newPromise();
    requests.set(made, answer);
    say({ type: "fetch", id: made, request: vm.getString(request) });
    return answer.handle;
  };
}
