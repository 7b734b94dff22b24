import { createStore } from "zustand/vanilla";
import { nodeRegistry } from "@/components/node-types/node-registry";
import { batchOf, stepsOf } from "@/workflows/graph/apply";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Operation, SingleOperation } from "@/workflows/graph/operation";
import { graphAt, insideNode } from "@/workflows/graph/operations/inside-node";
import type { EditorStore } from "../store/editor-store";
import { nothingSelected, pruneSelection, type Selection } from "../store/selection";
import type { EditorState } from "../store/state";
import { issuesInside } from "./inside-issues";

/**
 * The open agent as one sees it who works inside a subgraph: its graph is the document, changes of it are changes of
 * the agent, so that undo, autosave and collaboration are the agent's own. What is selected is a matter of this view.
 */
export function createInsideStore(agent: EditorStore, at: readonly string[]): EditorStore {
  const view = createStore<{ selection: Selection }>()(() => ({ selection: nothingSelected }));
  let last = graphAt(agent.getState().document, at);
  let made: { of: EditorState; selection: Selection; state: EditorState } | undefined;

  const read = (): EditorState => {
    const of = agent.getState();
    const { selection } = view.getState();
    if (made?.of === of && made.selection === selection) return made.state;
    // A subgraph that was just removed is shown as it was until the view has left it.
    last = graphAt(of.document, at) ?? last;
    const document = last ?? of.document;
    made = { of, selection, state: stateInside(of, document, selection) };
    return made.state;
  };
  const stateInside = (of: EditorState, document: GraphDocument, selection: Selection): EditorState => ({
    ...of,
    document,
    selection: pruneSelection(selection, document),
    issues: issuesInside(of.issues, at),
    change: (operation) => agent.getState().change(operationInside(of.document, at, operation)),
    select: (next) => view.setState({ selection: next }),
  });

  return {
    ...agent,
    getState: read,
    subscribe(listener) {
      let before = read();
      const tell = () => {
        const now = read();
        if (now === before) return;
        const past = before;
        before = now;
        listener(now, past);
      };
      const stops = [agent.subscribe(tell), view.subscribe(tell)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** The same operation, made in the graph inside these nodes. A channel that is renamed there is so in the mapping too. */
function operationInside(agent: GraphDocument, at: readonly string[], operation: Operation): Operation {
  const around = at.slice(0, -1);
  // What is inside a node is shown once the definitions are here.
  const code = nodeRegistry.current();
  const names = code?.renaming(operation);
  const graph = graphAt(agent, around);
  const mapping =
    code && names && graph ? code.renameInMapping(graph, at.at(-1) ?? "", names, code.nodeDefinitions) : [];
  const steps = [
    ...stepsOf(operation).map((step) => within(at, step)),
    ...mapping.map((step) => within(around, step)),
  ];
  return batchOf(steps, operation.op === "batch" ? operation.label : undefined);
}

function within(at: readonly string[], step: SingleOperation): SingleOperation {
  return at.reduceRight((inside: SingleOperation, nodeId) => insideNode(nodeId, inside), step);
}
