import pMemoize from "p-memoize";
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSWASMModule,
  RELEASE_SYNC,
} from "quickjs-emscripten";
import type { Quickjs } from "../protocol";
import { callGuest, evaluate } from "./calls.ts";
import { copyInto, GuestMemory, imageOf, type MemoryImage } from "./guest-memory.ts";
import type { HostFunctions } from "./host-functions.ts";
import { prelude } from "./prelude.ts";

const maxStackBytes = 256 * 1024;
/** More than the prelude needs. */
const templateMb = 16;

/** Its parts are imported once: Node looks even a known module up anew, for every instance. */
const quickjsVariant = {
  ...RELEASE_SYNC,
  importFFI: pMemoize(RELEASE_SYNC.importFFI),
  importModuleLoader: pMemoize(RELEASE_SYNC.importModuleLoader),
};

type Ffi = ReturnType<QuickJSWASMModule["getFFI"]>;

/** Where in the memory things stand. */
interface Addresses {
  runtime: ReturnType<Ffi["QTS_NewRuntime"]>;
  context: ReturnType<Ffi["QTS_NewContext"]>;
  kit: ReturnType<Ffi["QTS_DupValuePointer"]>;
}

/**
 * A context in which the prelude has run and nothing else ever does. Its memory is the whole of its state: the table
 * of functions is constant and the one variable beside them, the stack's end, is back where it began when every call
 * has returned. So an instance with a copy of that memory is a fresh context, without the work of making one.
 */
export interface Template {
  wasm: WebAssembly.Module;
  image: MemoryImage;
  at: Addresses;
  /**
   * The instance that stands in a memory, good for the next copy in it; undefined, where a module may have more state
   * than its memory. A new one for each call is two thirds of a call's work, most of it V8 collecting garbage at the
   * priority of the whole process.
   */
  loaded: WeakMap<WebAssembly.Memory, QuickJSWASMModule> | undefined;
}

/** What a context is given, made for it. Every copy must be given the same functions in the same order. */
export type Give = (vm: QuickJSContext) => HostFunctions;

export async function makeTemplate({ wasm, startPages, deepStack }: Quickjs, give: Give): Promise<Template> {
  const memory = new GuestMemory(startPages, templateMb).next();
  const quickjs = await load(wasm, memory);
  const ffi = quickjs.getFFI();
  const runtime = ffi.QTS_NewRuntime();
  const vm = contextOf(quickjs, runtime);
  vm.runtime.setMaxStackSize(maxStackBytes);
  const host = vm.newObject();
  for (const [name, act] of Object.entries(give(vm))) vm.setProp(host, name, vm.newFunction(name, act));
  const made = callGuest(vm, evaluate(vm, prelude), [host]);
  const context = vm.getMemory(runtime).ctx.value;
  const kit = ffi.QTS_DupValuePointer(context, made.value);
  // Only of a module with one variable is the stack known.
  const loaded = deepStack && new WeakMap();
  return { wasm, image: imageOf(memory), at: { runtime, context, kit }, loaded };
}

/**
 * A copy of the template's context in `memory`, which must be all zeros and without a call that did not return.
 */
export async function copyOf(
  { wasm, image, at, loaded }: Template,
  memory: WebAssembly.Memory,
  give: Give,
): Promise<{ vm: QuickJSContext; kit: QuickJSHandle }> {
  const quickjs = loaded?.get(memory) ?? (await load(wasm, memory));
  loaded?.set(memory, quickjs);
  copyInto(memory, image);
  const vm = contextOf(quickjs, at.runtime, at.context);
  // The guest knows them by number, in the order in which the template was given its own.
  for (const act of Object.values(give(vm))) vm.runtime.hostRefs.put(act);
  return { vm, kit: vm.getMemory(at.runtime).heapValueHandle(at.kit) };
}

function load(wasm: WebAssembly.Module, memory: WebAssembly.Memory): Promise<QuickJSWASMModule> {
  const variant = newVariant(quickjsVariant, { wasmModule: wasm, wasmMemory: memory });
  return newQuickJSWASMModuleFromVariant(variant);
}

/** Takes the runtime, and the context if there is one, that stand in the memory already. */
function contextOf(
  quickjs: QuickJSWASMModule,
  runtime: Addresses["runtime"],
  contextPointer?: Addresses["context"],
): QuickJSContext {
  quickjs.getFFI().QTS_NewRuntime = () => runtime;
  return quickjs.newRuntime().newContext(contextPointer && { contextPointer });
}
