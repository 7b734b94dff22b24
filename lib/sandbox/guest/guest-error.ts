import type { QuickJSContext, QuickJSHandle } from "quickjs-emscripten";

const maxErrorChars = 2_000;

/** What the guest's code failed with, as far as people can use it. */
export class GuestError extends Error {
  readonly line: number | null;
  readonly memory: boolean;
  /** QuickJS throws `null` where it has no memory left for an error; so can the code. */
  readonly isNull: boolean;
  constructor(what: { message: string; line: number | null; memory?: boolean; isNull?: boolean }) {
    super(what.message);
    this.line = what.line;
    this.memory = what.memory ?? false;
    this.isNull = what.isNull ?? false;
  }
}

/** Reads what the guest threw, which may be anything. */
export function thrownBy(vm: QuickJSContext, thrown: QuickJSHandle): GuestError {
  const value: unknown = vm.dump(thrown);
  if (typeof value !== "object" || value === null)
    return new GuestError({ message: clip(String(value)), line: null, isNull: value === null });
  const { name, message, stack } = { name: "", message: "", stack: "", ...value };
  if (typeof message !== "string" || message === "")
    return new GuestError({ message: clip(JSON.stringify(value)), line: null });
  const line = /code\.js:(\d+)/.exec(String(stack))?.[1];
  return new GuestError({
    message: clip(typeof name === "string" && name !== "" ? `${name}: ${message}` : message),
    line: line === undefined ? null : Number(line),
    memory: name === "InternalError" && message === "out of memory",
  });
}

function clip(text: string): string {
  return text.length > maxErrorChars ? `${text.slice(0, maxErrorChars)}…` : text;
}
