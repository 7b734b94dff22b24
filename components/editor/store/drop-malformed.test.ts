import { expect, it } from "vitest";
import type { Operation } from "@/workflows/graph/operation";
import { smallGraph } from "../testing/graph";
import { dropMalformed } from "./drop-malformed";
import { createEditorStore } from "./editor-store";
import { rebase } from "./rebase";

const rename = (title: string): Operation => ({ op: "node.title", id: "ask", title });
const nameless = rename("");
const fine: Operation = { op: "node.title", id: "end", title: "Bye" };

/** An editor in which this was done before the schemas were there. */
function editorThat(...pending: Operation[]) {
  const store = createEditorStore({ agentId: "a", document: smallGraph(), revision: 1, readOnly: false });
  const { base } = store.getState();
  store.setState({ pending, document: rebase(base, pending).document, save: { kind: "waiting" } });
  return store;
}

it("takes back what the server would refuse, and leaves the rest to be saved", () => {
  const store = editorThat(nameless, fine);
  dropMalformed(store);
  const { pending, document, save } = store.getState();
  expect(pending).toEqual([fine]);
  expect([document.nodes.ask?.title, document.nodes.end?.title]).toEqual(["Ask", "Bye"]);
  expect(save).toEqual({ kind: "waiting" });
});

it("has nothing to save where nothing is left", () => {
  const store = editorThat(nameless);
  dropMalformed(store);
  expect(store.getState()).toMatchObject({ pending: [], save: { kind: "saved" } });
  expect(store.getState().document).toEqual(smallGraph());
});

it("touches nothing where all is well", () => {
  const store = editorThat(fine);
  const before = store.getState();
  dropMalformed(store);
  expect(store.getState()).toBe(before);
});
