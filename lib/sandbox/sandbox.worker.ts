import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import type { QuickJSContext, QuickJSHandle } from "quickjs-emscripten";
import { callGuest, drain, evaluate } from "./guest/calls.ts";
import { GuestError, thrownBy } from "./guest/guest-error.ts";
import { GuestMemory } from "./guest/guest-memory.ts";
import { given, type Instance, prepareInstance } from "./guest/instance.ts";
import { makeTemplate } from "./guest/template.ts";
import type { HostMessage, RunRequest, WorkerData, WorkerMessage } from "./protocol";

/**
 * Runs JavaScript in QuickJS, in a fresh copy of a context per call, with its own capped memory. The thread
 * may hang or die in here: its host kills it at the time limit. Loaded as it stands by Node (types are
 * stripped), so it imports packages, types and files by their full names only.
 */

const port = parentPort;
if (!port) throw new Error("The sandbox worker runs as a worker thread only.");
// What a worker is started with has no type of its own; only the pool starts this file.
const setup = workerData as WorkerData;
const say = (message: WorkerMessage) => port.postMessage(message);

// On Linux this is the thread alone, elsewhere the whole process: runs and requests come before people's code.
if (process.platform === "linux") {
  try {
    setPriority(10);
  } catch {
    // A container may forbid it; the code then runs at the priority of the rest.
  }
}

/** The call under way: who waits for an answer to a request of its code. */
let current: { instance: Instance; wake: () => void } | null = null;

async function run(instance: Instance, request: RunRequest): Promise<WorkerMessage> {
  const { vm, kit } = instance;
  try {
    if (request.network) callGuest(vm, vm.getProp(kit, "openNetwork"), []);
    // On the first line, so that the guest's line numbers stay true; the last brace on its own line, because
    // the code may end in a comment.
    const main = evaluate(vm, `(async function (state) {${request.code}\n})`);
    const state = callGuest(vm, vm.getProp(kit, "parse"), [vm.newString(request.input)]);
    const value = await settled(instance, callGuest(vm, main, [state]));
    const limit = vm.newNumber(request.maxOutputChars);
    const json = callGuest(vm, vm.getProp(kit, "finish"), [value, limit]);
    return { type: "done", value: vm.getString(json) };
  } catch (error) {
    return explain(error, instance);
  } finally {
    current = null;
  }
}

/** Goes on with the code as often as an answer comes for it. */
async function settled(instance: Instance, promise: QuickJSHandle): Promise<QuickJSHandle> {
  const { vm, requests } = instance;
  for (;;) {
    drain(vm);
    const state = vm.getPromiseState(promise);
    if (state.type === "fulfilled") return state.value;
    if (state.type === "rejected") throw thrownBy(vm, state.error);
    if (requests.size === 0) {
      // A promise that found no memory is dropped without an error, so the code would seem to wait for it.
      throw new GuestError({
        message: "The code waits for a promise that nothing will ever fulfil.",
        line: null,
        memory: instance.isFull(),
      });
    }
    const answered = Promise.withResolvers<void>();
    current = { instance, wake: answered.resolve };
    await answered.promise;
  }
}

/** Hands the answer to the code, which goes on as soon as the thread turns to it. */
function take(message: Extract<HostMessage, { type: "fetched" | "unfetched" }>): void {
  const answer = current?.instance.requests.get(message.id);
  // The code is over: nobody waits for it any more.
  if (!current || !answer) return;
  const { instance, wake } = current;
  instance.requests.delete(message.id);
  if (message.type === "fetched") answer.resolve(instance.vm.newString(message.value));
  else answer.reject(errorIn(instance.vm, message.message));
  wake();
}

function errorIn(vm: QuickJSContext, message: string): QuickJSHandle {
  return vm.newError({ name: "TypeError", message });
}

function explain(error: unknown, instance: Instance): WorkerMessage {
  if (error instanceof GuestError) {
    const reason = error.memory || (error.isNull && instance.isFull()) ? "memory" : "code";
    return { type: "failed", reason, message: error.message, line: error.line };
  }
  // It came from outside QuickJS, through calls that never put the stack back.
  instance.letGo();
  if (error instanceof RangeError) {
    return { type: "failed", reason: "code", message: "The code calls itself too deeply.", line: null };
  }
  // QuickJS itself gave up, which full memory makes it do in places that cannot throw.
  const message = error instanceof Error ? error.message : String(error);
  return { type: "failed", reason: "memory", message, line: null };
}

const template = await makeTemplate(
  setup,
  given(new Map(), () => {}),
);
const memoryOf = (memoryMb: number) => new GuestMemory(setup.startPages, memoryMb, setup.deepStack);
const memoryAhead = memoryOf(setup.memoryMb);
const prepareAhead = () => prepareInstance(template, memoryAhead, say);
const prepareWith = (memoryMb: number) => prepareInstance(template, memoryOf(memoryMb), say);
let ahead = prepareAhead();

async function answer(request: RunRequest): Promise<void> {
  const fits = request.memoryMb === setup.memoryMb;
  say(await run(await (fits ? ahead : prepareWith(request.memoryMb)), request));
  if (fits) ahead = prepareAhead();
  await ahead;
  say({ type: "ready" });
}

port.on("message", (message: HostMessage) => {
  if (message.type === "run") void answer(message);
  else take(message);
});
await ahead;
say({ type: "ready" });
