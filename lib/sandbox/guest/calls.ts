import type { QuickJSContext, QuickJSHandle } from "quickjs-emscripten";
import { thrownBy } from "./guest-error.ts";

/** @throws GuestError */
export function evaluate(vm: QuickJSContext, source: string): QuickJSHandle {
  const result = vm.evalCode(source, "code.js");
  if (result.error) throw thrownBy(vm, result.error);
  return result.value;
}

/** @throws GuestError */
export function callGuest(vm: QuickJSContext, fn: QuickJSHandle, args: QuickJSHandle[]): QuickJSHandle {
  const result = vm.callFunction(fn, vm.undefined, ...args);
  if (result.error) throw thrownBy(vm, result.error);
  return result.value;
}

/** Lets everything go on that can. @throws GuestError */
export function drain(vm: QuickJSContext): void {
  const jobs = vm.runtime.executePendingJobs();
  if (jobs.error) throw thrownBy(vm, jobs.error);
}
