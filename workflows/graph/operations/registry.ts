import type { DocumentOperation, SingleOperation } from "@/workflows/graph/operation";
import { addChannel, removeChannel, updateChannel } from "./channels";
import { addEdge, removeEdge, updateEdge } from "./edges";
import type { OperationHandler, OperationOf } from "./handler";
import { changeInside } from "./inside-node";
import { moveNodes } from "./layout";
import { configureNode, disableNode, retitleNode, setNote, setPolicy } from "./node-content";
import { addNode, removeNode } from "./node-life";
import { setGroup, setSticky } from "./paper";
import { pinNode } from "./pins";
import { updateSettings } from "./settings";

const handlers = {
  "node.add": addNode,
  "node.remove": removeNode,
  "node.title": retitleNode,
  "node.configure": configureNode,
  "node.policy": setPolicy,
  "node.note": setNote,
  "node.disable": disableNode,
  "node.pin": pinNode,
  "node.move": moveNodes,
  "group.set": setGroup,
  "sticky.set": setSticky,
  "edge.add": addEdge,
  "edge.remove": removeEdge,
  "edge.update": updateEdge,
  "channel.add": addChannel,
  "channel.remove": removeChannel,
  "channel.update": updateChannel,
  "settings.update": updateSettings,
} satisfies { [Name in DocumentOperation["op"]]: OperationHandler<OperationOf<Name>> };

const insideNode = changeInside((operation) => handlers[operation.op]);

/** The handler of an operation; `satisfies` above keeps key and handler together. */
export function handlerOf(operation: SingleOperation): OperationHandler {
  return operation.op === "node.inside" ? insideNode : handlers[operation.op];
}
