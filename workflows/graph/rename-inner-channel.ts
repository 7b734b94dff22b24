import { definitionIn, type NodeDefinitions } from "@/workflows/nodes/ports";
import { stepsOf } from "./apply";
import type { GraphDocument } from "./document";
import type { Operation, SingleOperation } from "./operation";
import { own } from "./record";
import { allFieldValues } from "./schema-walk";
import { configureWith } from "./text/edit-config";

/** The names of a channel that an operation calls otherwise, everything that uses it included; undefined for any other. */
export function renaming(operation: Operation): { from: string; to: string } | undefined {
  const steps = stepsOf(operation);
  const [added, ...moreAdded] = steps.flatMap((step) => (step.op === "channel.add" ? [step] : []));
  const [removed, ...moreRemoved] = steps.flatMap((step) => (step.op === "channel.remove" ? [step] : []));
  if (!added || !removed || moreAdded.length + moreRemoved.length > 0) return undefined;
  return { from: removed.name, to: added.name };
}

/** What has to be changed out here when a channel of the graph inside a node gets another name: its side of the mapping. */
export function renameInMapping(
  document: GraphDocument,
  nodeId: string,
  { from, to }: { from: string; to: string },
  definitions: NodeDefinitions,
): SingleOperation[] {
  const node = own(document.nodes, nodeId);
  const definition = node && definitionIn(definitions, node.type);
  if (!node || !definition) return [];
  const edits = allFieldValues(definition.config, node.config).flatMap(({ keys, value, hints }) =>
    hints?.control === "inner-channel" && value === from ? [{ keys, value: to }] : [],
  );
  return configureWith(nodeId, node.config, edits);
}
