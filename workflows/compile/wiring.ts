import { type GraphPlan, type PlanNode, planEnd } from "./plan-types";

/** A plan with what its nodes look up at every visit, worked out once. */
export interface Wiring {
  plan: GraphPlan;
  /** LangGraph's names of the targets; ends are left out. */
  namesOf(targets: readonly string[]): string[];
  /** Deferred nodes that others wait for. */
  awaited: ReadonlySet<string>;
  /** Those of them that every run reaches at once, from Start. */
  fromStart: ReadonlySet<string>;
}

export function wiringOf(plan: GraphPlan): Wiring {
  const names = new Map(plan.nodes.map((node): [string, string] => [node.id, node.name]));
  const awaited = new Set(plan.nodes.flatMap((node: PlanNode) => node.after));
  return {
    plan,
    namesOf: (targets) => targets.flatMap((id) => (id === planEnd ? [] : (names.get(id) ?? []))),
    awaited,
    fromStart: new Set(plan.entry.map((edge) => edge.target).filter((id) => awaited.has(id))),
  };
}
