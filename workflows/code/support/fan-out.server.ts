import { Annotation, isGraphBubbleUp, Send, START, StateGraph } from "@langchain/langgraph";
import limitOf, { type LimitFunction } from "p-limit";
import { sameNamespace } from "@/workflows/compile/same-namespace";
import { toPlainValue } from "@/workflows/events/plain-message.server";
import type { Failure } from "@/workflows/expressions/failure";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import { own } from "@/workflows/graph/record";
import { type Inside, runInside } from "./inside.server";
import type { NodeConfig, State } from "./step.server";

interface Options {
  /** The channel inside whose last value is what an entry comes to. */
  collect: string;
  /** How many run at the same time. */
  places: number;
  /** Whether the others run on where one fails. */
  keepsGoing: boolean;
}

interface End {
  index: number;
  value?: Json;
  problem?: { message: string };
}

/** What the tasks of one visit share; it travels in the config. */
interface Round {
  inside: Inside;
  given: readonly State[];
  options: Options;
  failure: Failure | undefined;
  limit: LimitFunction;
  /** What the first entry that failed threw, where that ends the node. */
  failed?: { error: unknown };
}
const roundKey = "fan_out_round";

/** Each entry is a task of its own: one that has ended never runs again when the run goes on after a pause. */
const fan = new StateGraph(
  Annotation.Root({
    count: Annotation<number>,
    ends: Annotation<End[], End>({ reducer: (ends, end) => [...ends, end], default: () => [] }),
  }),
)
  .addNode("item", async ({ index }: { index: number }, config: NodeConfig) => {
    // Put there by `fanOut`, below.
    const round = config.configurable?.[roundKey] as Round;
    return { ends: await round.limit(() => runEntry(round, index, config)) };
  })
  .addConditionalEdges(START, ({ count }) =>
    Array.from({ length: count }, (_, index) => new Send("item", { index })),
  )
  .compile();

/** Runs a graph inside a node once for each entry, so many at a time; the ends come in the order of the entries. */
export async function fanOut(
  inside: Inside,
  given: readonly State[],
  options: Options,
  failure: Failure | undefined,
  config: NodeConfig,
): Promise<End[]> {
  if (given.length === 0) return [];
  const round: Round = { inside, given, options, failure, limit: limitOf(options.places) };
  const configurable = { ...sameNamespace(config.configurable), [roundKey]: round };
  const last = await fan.invoke({ count: given.length }, { ...config, configurable, recursionLimit: 5 });
  return last.ends.toSorted((one, other) => one.index - other.index);
}

async function runEntry(round: Round, index: number, config: NodeConfig): Promise<End> {
  const { inside, given, options, failure } = round;
  if (round.failed) throw round.failed.error;
  config.signal?.throwIfAborted();
  try {
    const { values } = await runInside(inside, given[index] ?? {}, failure, config);
    return { index, value: jsonSchema.parse(toPlainValue(own(values, options.collect)) ?? null) };
  } catch (error) {
    if (!(error instanceof Error) || isGraphBubbleUp(error) || config.signal?.aborted) throw error;
    if (!options.keepsGoing) {
      round.failed ??= { error };
      throw error;
    }
    return { index, problem: { message: error.message } };
  }
}
