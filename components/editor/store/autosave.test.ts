import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Operation } from "@/workflows/graph/operation";
import { smallGraph } from "../testing/graph";
import { createAutosave, type SaveOutcome } from "./autosave";
import { createEditorStore } from "./editor-store";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const rename = (title: string): Operation => ({ op: "node.title", id: "ask", title });

function setUp(...outcomes: SaveOutcome[]) {
  const store = createEditorStore({ agentId: "a", document: smallGraph(), revision: 1, readOnly: false });
  const sent: { revision: number; operations: Operation[] }[] = [];
  const answers: ((outcome: SaveOutcome) => void)[] = [];
  const autosave = createAutosave(store, (input) => {
    sent.push(input);
    const outcome = outcomes.shift();
    return outcome ? Promise.resolve(outcome) : new Promise((resolve) => answers.push(resolve));
  });
  autosave.start();
  return { store, autosave, sent, answers };
}

describe("createAutosave", () => {
  it("waits for a moment without edits, then sends them together", async () => {
    const { store, sent } = setUp({ kind: "saved", revision: 2 });
    store.getState().change(rename("A"));
    await vi.advanceTimersByTimeAsync(300);
    store.getState().change({ op: "node.title", id: "end", title: "B" });
    await vi.advanceTimersByTimeAsync(300);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(sent).toEqual([
      { revision: 1, operations: [rename("A"), { op: "node.title", id: "end", title: "B" }] },
    ]);
    const { revision, save, base, document, inFlight, pending } = store.getState();
    expect({ revision, save, inFlight, pending }).toEqual({
      revision: 2,
      save: { kind: "saved" },
      inFlight: [],
      pending: [],
    });
    expect(base).toEqual(document);
  });

  it("sends one call at a time, the next with the new revision", async () => {
    const { store, autosave, sent, answers } = setUp();
    store.getState().change(rename("A"));
    const flushed = autosave.flush();
    store.getState().change({ op: "node.title", id: "end", title: "B" });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(1);
    answers[0]?.({ kind: "saved", revision: 2 });
    await vi.advanceTimersByTimeAsync(0);
    expect(sent[1]?.revision).toBe(2);
    answers[1]?.({ kind: "saved", revision: 3 });
    await flushed;
    expect(store.getState().save).toEqual({ kind: "saved" });
  });

  it("keeps what could not be sent and tries again", async () => {
    const failed: SaveOutcome = { kind: "failed", message: "Offline", retryable: true };
    const { store, autosave, sent } = setUp(failed, { kind: "saved", revision: 2 });
    store.getState().change(rename("A"));
    await autosave.flush();
    expect(store.getState().save).toEqual(failed);
    expect(store.getState().pending).toEqual([rename("A")]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent).toHaveLength(2);
    expect(store.getState().save).toEqual({ kind: "saved" });
  });

  it("asks on a stale write and sends nothing more until that is decided", async () => {
    const stale = { revision: 5, draft: smallGraph(), changes: [] };
    const { store, autosave, sent } = setUp({ kind: "stale", stale });
    store.getState().change(rename("A"));
    await autosave.flush();
    expect(store.getState().stale).toBe(stale);
    store.getState().change(rename("AB"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toHaveLength(1);
  });

  it("sends the merge once it is decided", async () => {
    const stale = { revision: 5, draft: smallGraph(), changes: [] };
    const { store, autosave, sent } = setUp({ kind: "stale", stale }, { kind: "saved", revision: 6 });
    store.getState().change(rename("A"));
    await autosave.flush();
    store.getState().finishMerge(store.getState().document);
    await autosave.flush();
    const operations = [{ op: "batch", label: "Merge", operations: [rename("A")] }];
    expect(sent[1]).toEqual({ revision: 5, operations });
    expect(store.getState().revision).toBe(6);
  });

  it("holds others' changes while an answer is under way, and drops its own echo", async () => {
    const { store, autosave, answers } = setUp();
    store.getState().change(rename("A"));
    const flushed = autosave.flush();
    autosave.receive({ revision: 2, by: "me", at: "", operations: [rename("A")] });
    autosave.receive({
      revision: 3,
      by: "Ben",
      at: "",
      operations: [{ op: "node.title", id: "end", title: "B" }],
    });
    expect(store.getState().document.nodes.end?.title).toBe("End");
    answers[0]?.({ kind: "saved", revision: 2 });
    await flushed;
    expect(store.getState().document.nodes.end?.title).toBe("B");
    expect(store.getState().revision).toBe(3);
  });

  it("says its last words with the revision the open answer will make", () => {
    const { store, autosave, sent } = setUp();
    store.getState().change(rename("A"));
    void autosave.flush();
    store.getState().change({ op: "node.title", id: "end", title: "B" });
    autosave.farewell();
    expect(sent.map(({ revision }) => revision)).toEqual([1, 2]);
  });
});
