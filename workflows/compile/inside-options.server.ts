import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { Durability } from "@/workflows/graph/document";
import { InsideControl } from "./inside-control.server";
import { type RunBinding, runBindingKey } from "./run-binding";
import { sameNamespace } from "./same-namespace";
import type { Visit } from "./visit.server";

/** How a graph runs below a visit: in a checkpoint namespace of its own, its spans below that of the visit. */
export function optionsInside(
  visit: Pick<Visit, "binding" | "spanId">,
  config: LangGraphRunnableConfig,
  bounds: { recursionLimit: number; durability: Durability },
): LangGraphRunnableConfig {
  const control = new InsideControl(config.control);
  return {
    ...config,
    configurable: {
      ...sameNamespace(config.configurable),
      [runBindingKey]: bindingInside(visit, control),
    },
    control,
    ...bounds,
  };
}

/** The run as the graph inside sees it. */
function bindingInside(
  { binding, spanId }: Pick<Visit, "binding" | "spanId">,
  control: InsideControl,
): RunBinding {
  const { runId, threadId, depth, onBehalfOf, callbacks, items } = binding;
  return {
    runId,
    threadId,
    depth,
    onBehalfOf,
    ...(callbacks && { callbacks }),
    ...(items && { items }),
    parentSpanId: spanId,
    emit: (body, place) => binding.emit(body, place),
    doubtsOf: (taskId) => binding.doubtsOf(taskId),
    stored: () => binding.stored(),
    secure: () => binding.secure(),
    visitOf: (place, taskId) => {
      control.moved();
      return binding.visitOf(place, taskId);
    },
  };
}
