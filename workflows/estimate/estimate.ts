import type { GraphDocument } from "@/workflows/graph/document";
import type { NodeDefinitions } from "@/workflows/nodes/ports";
import type { NodeHistory } from "./history";
import { runModel } from "./model";
import { random } from "./random";
import { type Amounts, simulate } from "./simulate";
import { type Range, rangeOf } from "./spread";

/** What a run of a graph will probably take. */
export interface Estimate {
  tokens: Range;
  costMicros: Range;
  ms: Range;
  /** By node id: what one run spends there on average, over all visits; none for nodes without history. */
  nodes: ReadonlyMap<string, NodeEstimate>;
  /** Nodes a run can get to that no earlier run came by: the totals leave them out. In id order. */
  unknown: readonly string[];
  /** Nodes with model calls whose price is not known: the cost leaves them out. In id order. */
  unpriced: readonly string[];
  /** Nodes that go through a list: their part is that of lists as long as earlier runs had. In id order. */
  repeating: readonly string[];
}

export interface NodeEstimate {
  visits: number;
  tokens: number;
  costMicros: number;
  ms: number;
}

const SEED = 20_240_101;
const RUNS = 1_000;
/** After so many visits all in all no more runs are begun, and so many one run may take: a bound for every graph. */
const VISITS = 100_000;
const VISITS_OF_RUN = 20_000;

/**
 * Carries what earlier runs took at each node through the branches, joins and loops of a graph, by simulating
 * {@link RUNS} runs (Monte Carlo) with a fixed seed: the same input always gives the same answer. Of a percentile p
 * from n runs the standard error is √(p·(1−p)/n) in rank: with 1,000 runs the p95 lies between the true 94.3 % and
 * 95.7 %, the p50 between 48.4 % and 51.6 %, each two times in three. A large graph gets fewer runs, see {@link VISITS}.
 * Visits are taken as independent of each other.
 */
export function estimate(
  document: GraphDocument,
  history: readonly NodeHistory[],
  definitions: NodeDefinitions,
): Estimate {
  const model = runModel(document, history, definitions);
  const totals: Amounts[] = [];
  const nodes = new Map<string, NodeEstimate>();
  let taken = 0;
  for (let run = 0; run < RUNS && taken < VISITS; run += 1) {
    const { spent, visits } = simulate(model, random(SEED + run), VISITS_OF_RUN, (id, part) =>
      add(nodes, id, part),
    );
    totals.push(spent);
    taken += visits;
  }
  const actives = [...model.nodes.values()].filter(({ passive }) => !passive);
  const unknown = actives.filter((node) => !node.history).map(({ id }) => id);
  for (const id of unknown) nodes.delete(id);
  for (const [id, sum] of nodes) nodes.set(id, divided(sum, totals.length));
  return {
    tokens: rangeOf(totals.map(({ tokensIn, tokensOut }) => tokensIn + tokensOut)),
    costMicros: rangeOf(totals.map(({ costMicros }) => costMicros)),
    ms: rangeOf(totals.map(({ ms }) => ms)),
    nodes,
    unknown,
    unpriced: actives.filter((node) => (node.history?.unpricedCalls ?? 0) > 0).map(({ id }) => id),
    repeating: actives.filter((node) => node.repeats && node.history).map(({ id }) => id),
  };
}

function add(nodes: Map<string, NodeEstimate>, id: string, part: Amounts): void {
  const sum = nodes.get(id) ?? { visits: 0, tokens: 0, costMicros: 0, ms: 0 };
  sum.visits += 1;
  sum.tokens += part.tokensIn + part.tokensOut;
  sum.costMicros += part.costMicros;
  sum.ms += part.ms;
  nodes.set(id, sum);
}

function divided({ visits, tokens, costMicros, ms }: NodeEstimate, runs: number): NodeEstimate {
  return { visits: visits / runs, tokens: tokens / runs, costMicros: costMicros / runs, ms: ms / runs };
}
