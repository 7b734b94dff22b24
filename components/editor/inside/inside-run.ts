import type { StoreApi } from "zustand/vanilla";
import { nodeRegistry } from "@/components/node-types/node-registry";
import type { RunFeed, RunFeedState } from "@/components/realtime/run-feed";
import type { RunView } from "@/workflows/events/run-view";

/** A run as one sees it who looks inside a subgraph: only what happened there, under the names it has there. */
export function runInside(feed: RunFeed, address: string): RunFeed {
  let of: RunFeedState | undefined;
  let made: RunFeedState | undefined;
  const read = (state: RunFeedState): RunFeedState => {
    if (made && of === state) return made;
    of = state;
    made = stateInside(state, address);
    return made;
  };
  const store: StoreApi<RunFeedState> = {
    ...feed.store,
    getState: () => read(feed.store.getState()),
    getInitialState: () => read(feed.store.getInitialState()),
    subscribe: (listener) =>
      feed.store.subscribe((_, before) =>
        listener(read(feed.store.getState()), stateInside(before, address)),
      ),
  };
  return { ...feed, store };
}

function stateInside(state: RunFeedState, address: string): RunFeedState {
  const { view, document } = state;
  // What is inside a node is shown once the definitions are here.
  const code = nodeRegistry.current();
  return {
    ...state,
    view: view && viewInside(view, address),
    document: document && (code?.graphInside(document, address, code.nodeDefinitions) ?? document),
  };
}

function viewInside(view: RunView, address: string): RunView {
  const prefix = `${address}/`;
  const isInside = (place: string | undefined) => place?.startsWith(prefix) ?? false;
  const inner = (place: string) => place.slice(prefix.length);
  const named = <Value>(record: Record<string, Value>) =>
    Object.fromEntries(
      Object.entries(record).flatMap(([place, value]) => (isInside(place) ? [[inner(place), value]] : [])),
    );
  return {
    ...view,
    nodes: named(view.nodes),
    edges: named(view.edges),
    // Its checkpoints hold the channels of the graph around, which may have the same names.
    checkpoints: [],
    spans: view.spans.flatMap((span) =>
      span.nodeId && isInside(span.nodeId) ? [{ ...span, nodeId: inner(span.nodeId) }] : [],
    ),
    interrupts: view.interrupts.flatMap((pause) =>
      isInside(pause.nodeId) ? [{ ...pause, nodeId: inner(pause.nodeId) }] : [],
    ),
  };
}
