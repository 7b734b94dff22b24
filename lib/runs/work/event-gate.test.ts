import { beforeEach, describe, expect, test } from "vitest";
import type { EventDraft } from "@/workflows/events/event";
import { EventGate } from "./event-gate";

let told: string[];
let gate: EventGate;
beforeEach(() => {
  told = [];
  gate = new EventGate((event) => told.push(event.node ?? event.type));
});

const event = (node: string): EventDraft => ({
  ts: 1,
  ns: [],
  node,
  type: "node.finished",
  data: { spanId: node, port: "out", edgeIds: [], update: {} },
});

function checkpoint(name: string) {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const refusals: unknown[] = [];
  gate.holdUntil(
    promise,
    () => gate.emit(event(`${name} stored`)),
    (error) => refusals.push(error),
  );
  return { resolve, reject, refusals };
}

describe("what happens after a checkpoint", () => {
  test("is told at once while none is on its way", () => {
    gate.emit(event("a"));
    expect(told).toEqual(["a"]);
    expect(gate.stored()).toBeUndefined();
  });

  test("is told once that is stored, behind the word of it, in order", async () => {
    const first = checkpoint("first");
    gate.emit(event("a"));
    const second = checkpoint("second");
    gate.emit(event("b"));
    second.resolve();
    await Promise.resolve();
    expect(told).toEqual([]);
    first.resolve();
    await gate.stored();
    expect(told).toEqual(["first stored", "a", "second stored", "b"]);
    gate.emit(event("c"));
    expect(told.at(-1)).toBe("c");
  });

  test("is forgotten when that is refused, and so is what comes after", async () => {
    const first = checkpoint("first");
    gate.emit(event("a"));
    const second = checkpoint("second");
    const waits = gate.stored();
    first.reject(new Error("full"));
    await expect(waits).rejects.toThrow("full");
    second.resolve();
    gate.emit(event("b"));
    await expect(gate.stored()).rejects.toThrow("full");
    expect(told).toEqual([]);
    expect([first.refusals, second.refusals]).toEqual([[new Error("full")], []]);
  });

  test.each(["stored", "refused"])("last words pass when all is %s", async (how) => {
    const only = checkpoint("only");
    gate.emit(event("a"));
    const closed = gate.close();
    gate.emit(event("b"));
    expect(told).toEqual([]);
    if (how === "stored") only.resolve();
    else only.reject(new Error("full"));
    await closed;
    gate.emit(event("last"));
    expect(told).toEqual(how === "stored" ? ["only stored", "a", "b", "last"] : ["last"]);
  });
});
