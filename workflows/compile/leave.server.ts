import { Command } from "@langchain/langgraph";
import { AppError } from "@/workflows/errors/app-error";
import type { Failure } from "@/workflows/expressions/failure";
import { own } from "@/workflows/graph/record";
import { limitPort } from "@/workflows/nodes/ports";
import { isPlain } from "./joins";
import type { GraphPlan, PlanEdge, PlanNode, PlanRoute } from "./plan-types";
import { type RunNote, type RunNotes, runNotesChannel } from "./run-notes.server";
import type { Wiring } from "./wiring";

/** How a node visit goes on: the port it left by, the edges it took, and what LangGraph is told. */
export interface Leaving {
  port: string;
  edgeIds: string[];
  result: Record<string, unknown> | Command;
}

/**
 * Leaves a node by a port. A route with a used-up edge is closed: the `limit` port takes its place, or the run stops.
 * @throws AppError loop_cap_reached, naming the edge
 */
export function leave(
  wiring: Wiring,
  planNode: PlanNode,
  port: string,
  update: Record<string, unknown>,
  notes: RunNotes,
  failure?: Failure,
): Leaving {
  const route = openRoute(wiring.plan, planNode, port, notes);
  const edgeIds = drawnEdges(route.edges);
  const targets = route.edges.map((edge) => edge.target);
  const noted = { ...update, ...noteOf(wiring, planNode, route, notes.runId, failure) };
  if (isPlain(planNode)) return { port: route.port, edgeIds, result: noted };
  return { port: route.port, edgeIds, result: new Command({ update: noted, goto: wiring.namesOf(targets) }) };
}

/**
 * LangGraph releases all deferred nodes together. One that others lead to puts itself off while one of those still
 * waits: it goes to itself, and so waits again until nothing else can run.
 */
export function putOff(wiring: Wiring, { id, after }: PlanNode, notes: RunNotes): Command | undefined {
  const early = after.some(
    (other) => notes.waiting.includes(other) || (wiring.fromStart.has(other) && !notes.ran.includes(other)),
  );
  return early ? new Command({ goto: wiring.namesOf([id]) }) : undefined;
}

/** The edges that a person sees taken: one that was led past disabled nodes counts as those it is made of. */
function drawnEdges(edges: readonly PlanEdge[]): string[] {
  return [...new Set(edges.flatMap(({ id, drawn }) => drawn ?? [id]))];
}

/** Most graphs have nothing to note, and then nothing is written. */
function noteOf(
  wiring: Wiring,
  { id }: PlanNode,
  route: PlanRoute,
  runId: string,
  failure: Failure | undefined,
): Record<string, RunNote> {
  const edgeIds = route.edges.filter((edge) => edge.cap !== undefined).map((edge) => edge.id);
  const reached = route.edges.map((edge) => edge.target).filter((target) => wiring.awaited.has(target));
  const ran = wiring.awaited.has(id) ? [id] : [];
  const isEmpty = edgeIds.length + reached.length + ran.length === 0 && !failure;
  return isEmpty ? {} : { [runNotesChannel]: { runId, edgeIds, reached, ran, failure } };
}

function openRoute(plan: GraphPlan, planNode: PlanNode, port: string, notes: RunNotes): PlanRoute {
  const route = planNode.routes.find((candidate) => candidate.port === port);
  if (!route) {
    throw new AppError(
      "node_failed",
      `“${planNode.node.title}” chose the port “${port}”, which it does not have.`,
      {
        nodeId: planNode.address,
      },
    );
  }
  const usedUp = route.edges.find(({ id, cap }) => cap !== undefined && (own(notes.taken, id) ?? 0) >= cap);
  if (!usedUp) return route;
  const limit = planNode.routes.find((candidate) => candidate.port === limitPort.name);
  if (limit && limit.edges.length > 0) return limit;
  const target = plan.nodes.find((node) => node.id === usedUp.target)?.node.title ?? "End";
  throw new AppError(
    "loop_cap_reached",
    `The edge from “${planNode.node.title}” to “${target}” was taken ${usedUp.cap} times, as often as its cap allows.`,
    {
      nodeId: planNode.address,
      edgeId: drawnEdges([usedUp])[0],
      hint: "Raise the cap, or connect the port “Limit reached”.",
    },
  );
}
