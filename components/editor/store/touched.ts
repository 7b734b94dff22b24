import { stepsOf } from "@/workflows/graph/apply";
import type { Operation, SingleOperation } from "@/workflows/graph/operation";

/** What an operation changes, as keys: two operations that share none can swap places. */
export function touched(operations: readonly Operation[]): Set<string> {
  return new Set(operations.flatMap(stepsOf).flatMap(keysOf));
}

export function sharesAny(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const key of one) if (other.has(key)) return true;
  return false;
}

function keysOf(step: SingleOperation): string[] {
  switch (step.op) {
    case "node.configure":
      return [...Object.keys(step.set), ...step.unset].map((key) => `node:${step.id}:config:${key}`);
    case "node.move":
      return Object.keys(step.positions).map((id) => `node:${id}:position`);
    case "node.title":
    case "node.policy":
    case "node.note":
    case "node.disable":
    case "node.pin":
      return [`node:${step.id}:${step.op}`];
    case "node.add":
    case "node.remove":
      return [`node:${step.id}`];
    case "edge.add":
    case "edge.remove":
    case "edge.update":
      return [`edge:${step.id}`];
    case "channel.add":
    case "channel.remove":
    case "channel.update":
      return [`channel:${step.name}`];
    case "group.set":
      return [`group:${step.id}`];
    case "sticky.set":
      return [`sticky:${step.id}`];
    case "node.inside":
      return keysOf(step.operation).map((key) => `${step.at.join("/")}/${key}`);
    case "settings.update":
      return ["settings"];
  }
}
