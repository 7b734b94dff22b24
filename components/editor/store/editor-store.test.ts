import { describe, expect, it } from "vitest";
import { smallGraph } from "../testing/graph";
import { createEditorStore } from "./editor-store";
import { rebase } from "./rebase";
import { selectNodes } from "./selection";

const open = (readOnly = false) =>
  createEditorStore({ agentId: "a", document: smallGraph(), revision: 3, readOnly });
const rename = (title: string) => ({ op: "node.title", id: "ask", title }) as const;
const titleOf = (store: ReturnType<typeof open>) => store.getState().document.nodes.ask?.title;

describe("change", () => {
  it("applies an operation and queues it", () => {
    const store = open();
    expect(store.getState().change(rename("Greet"))).toBeNull();
    expect(titleOf(store)).toBe("Greet");
    expect(store.getState().pending).toEqual([rename("Greet")]);
    expect(store.getState().save).toEqual({ kind: "waiting" });
  });

  it("sends the strokes of one gesture as one operation", () => {
    const store = open();
    for (const title of ["G", "Gr", "Greet"]) store.getState().change(rename(title));
    expect(store.getState().pending).toEqual([rename("Greet")]);
    expect(store.getState().history.undo).toHaveLength(1);
  });

  it("forgets what was remembered in a shape that is no longer known", () => {
    const store = open();
    const entry = { forward: rename(""), backward: rename("Ask"), at: 0 };
    store.setState({ history: { undo: [entry], redo: [] } });
    expect(store.getState().undo()).toEqual([]);
    const { history, document, pending } = store.getState();
    expect({ history, pending }).toEqual({ history: { undo: [], redo: [] }, pending: [] });
    expect(document).toEqual(smallGraph());
  });

  it.each([
    ["what does not apply", { op: "node.remove", id: "gone" } as const, "node_unknown"],
    ["what the server would refuse for its shape", rename(""), "operation_malformed"],
  ])("refuses %s and changes nothing", (_, operation, code) => {
    const store = open();
    const before = store.getState().document;
    expect(store.getState().change(operation)?.code).toBe(code);
    expect(store.getState().document).toBe(before);
    expect(store.getState().pending).toEqual([]);
  });

  it("changes nothing for who may only look", () => {
    const store = open(true);
    expect(store.getState().change(rename("Greet"))?.code).toBe("read_only");
    expect(titleOf(store)).toBe("Ask");
  });

  it("drops removed nodes from the selection", () => {
    const store = open();
    store.getState().select(selectNodes(["ask", "end"]));
    store.getState().change({ op: "node.remove", id: "ask" });
    expect([...store.getState().selection.nodes]).toEqual(["end"]);
  });
});

describe("undo and redo", () => {
  it("lead back and forth, and travel to the server as operations", () => {
    const store = open();
    const before = store.getState().document;
    store.getState().change({ op: "node.remove", id: "ask" });
    expect(store.getState().undo()).toEqual([]);
    expect(store.getState().document).toEqual(before);
    expect(store.getState().redo()).toEqual([]);
    expect(Object.keys(store.getState().document.nodes)).toEqual(["start", "end"]);
    expect(store.getState().pending).toHaveLength(3);
  });

  it("skips what somebody else made impossible, and says it", () => {
    const store = open();
    store.getState().change(rename("Greet"));
    store.setState({ base: store.getState().document, pending: [] });
    store
      .getState()
      .receive({ revision: 4, by: "Ben", at: "", operations: [{ op: "node.remove", id: "ask" }] });
    expect(store.getState().undo()).toHaveLength(1);
    expect(store.getState().history.undo).toEqual([]);
    expect(store.getState().undo()).toEqual([]);
  });
});

describe("receive", () => {
  const theirs = (revision: number) => ({
    revision,
    by: "Ben",
    at: "",
    operations: [{ op: "node.title", id: "end", title: "Done" } as const],
  });

  it("takes over what is about something else, under what is unsaved", () => {
    const store = open();
    store.getState().change(rename("Greet"));
    store.getState().receive(theirs(4));
    const { document, base, revision, pending } = store.getState();
    expect(revision).toBe(4);
    expect(document.nodes.end?.title).toBe("Done");
    expect(document.nodes.ask?.title).toBe("Greet");
    expect(base.nodes.ask?.title).toBe("Ask");
    expect(pending).toEqual([rename("Greet")]);
  });

  it("leaves a conflict for the next save to ask about", () => {
    const store = open();
    store.getState().change({ op: "node.title", id: "end", title: "Finish" });
    store.getState().receive(theirs(4));
    expect(store.getState().revision).toBe(3);
    expect(store.getState().document.nodes.end?.title).toBe("Finish");
  });

  it.each([
    ["its own echo", 3],
    ["a change after a gap", 5],
  ])("ignores %s", (_, revision) => {
    const store = open();
    store.getState().receive(theirs(revision));
    expect(store.getState().document.nodes.end?.title).toBe("End");
  });
});

describe("a stale draft", () => {
  const stale = () => {
    const store = open();
    store.getState().change(rename("Greet"));
    store.getState().change({ op: "node.title", id: "end", title: "Finish" });
    const draft = smallGraph();
    delete draft.nodes.end;
    delete draft.edges.e2;
    store.setState({ stale: { revision: 7, draft, changes: [] }, save: { kind: "stale" } });
    return { store, draft };
  };

  it("goes on with what was merged, and saves it as one operation on theirs", () => {
    const { store, draft } = stale();
    const merged = rebase(draft, [rename("Greet")]).document;
    store.getState().finishMerge(merged);
    const { document, base, pending, revision, stale: left, save } = store.getState();
    expect(document).toEqual(merged);
    expect(base).toBe(draft);
    expect(rebase(base, pending).document).toEqual(merged);
    expect([pending.length, revision, left, save]).toEqual([1, 7, null, { kind: "waiting" }]);
  });

  it("has nothing to save where the merge is what they have", () => {
    const { store, draft } = stale();
    store.getState().finishMerge(draft);
    expect(store.getState()).toMatchObject({ pending: [], save: { kind: "saved" } });
  });

  it("takes theirs and forgets mine", () => {
    const { store, draft } = stale();
    store.getState().takeTheirs();
    expect(store.getState().document).toBe(draft);
    expect(store.getState().pending).toEqual([]);
    expect(store.getState().save).toEqual({ kind: "saved" });
  });

  it("is never replaced by a fresh reading while something is unsaved", () => {
    const store = open();
    store.getState().change(rename("Greet"));
    store.getState().refresh(smallGraph(), 9);
    expect(titleOf(store)).toBe("Greet");
    expect(store.getState().revision).toBe(3);
  });
});
