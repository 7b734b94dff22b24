import type { ModelVisit } from "@/workflows/runtime/ports";
import type { NodeContext } from "./execute";

/** What a gateway has to know of a node that sends texts to a model that does not chat. */
export function textVisit(context: NodeContext): ModelVisit {
  const { runId, onBehalfOf, deadline } = context;
  return {
    runId,
    onBehalfOf,
    deadline,
    log: (level, message) => context.log(level, message),
    needs: [],
  };
}
