import { Annotation, StateGraph } from "@langchain/langgraph";
import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";

export const State = Annotation.Root({
  value: Annotation<string>,
  trail: Annotation<string[]>({ reducer: (all, more) => [...all, ...more], default: () => [] }),
});

/** first → second; what they write depends on the value they start from. */
export function line(checkpointer: BaseCheckpointSaver) {
  return new StateGraph(State)
    .addNode("first", ({ value }) => ({ trail: [`${value}1`] }))
    .addNode("second", ({ value }) => ({ trail: [`${value}2`] }))
    .addEdge("__start__", "first")
    .addEdge("first", "second")
    .addEdge("second", "__end__")
    .compile({ checkpointer });
}
