import {
  Command,
  END,
  isGraphBubbleUp,
  isNodeTimeoutError,
  type LangGraphRunnableConfig,
  type NodeError,
  Overwrite,
} from "@langchain/langgraph";
import { writable } from "@/workflows/compile/write.server";
import { AppError, codeOf, isAppError, recalled } from "@/workflows/errors/app-error";
import type { Failure } from "@/workflows/expressions/failure";
import type { Channels } from "@/workflows/graph/channel";
import { own } from "@/workflows/graph/record";
import { type Note, type Notes, noNotes, notesChannel } from "./notes.server";

/** Channel values at the start of a superstep; `error` is why an earlier node left by its error port. */
export type State = Readonly<Record<string, unknown>>;
export type GraphState = Record<string, unknown> & { [notesChannel]?: Notes };

/** What a node did: writes for the reducers, values that take a channel's place, and the port it leaves by. */
export interface NodeResult {
  update?: Record<string, unknown>;
  overwrite?: Record<string, unknown>;
  port?: string;
  /** Why a node inside left by its error port. */
  failure?: Failure | undefined;
}
export type NodeConfig = LangGraphRunnableConfig;
type NodeRun = (state: State, config: NodeConfig) => Promise<NodeResult>;

/** One way on from a port. `atMost` bounds how often a run may go it; then the port `limit` takes its place. */
export interface Way {
  to: string;
  atMost?: number;
  edge?: string;
}
/** Where each port leads. */
export type Ways = Readonly<Record<string, readonly Way[]>>;

export interface Wiring {
  channels: Channels;
  /** What people call the nodes. */
  titles: Readonly<Record<string, string>>;
  /** Joins that other joins wait for, and those of them that every run reaches from the start. */
  awaited?: readonly string[];
  fromStart?: readonly string[];
}

interface StepOptions {
  ways?: Ways;
  /** Joins that plain edges lead to and that others wait for. */
  reaches?: readonly string[];
  /** Joins that must have run before this one. */
  after?: readonly string[];
}

/** A node as LangGraph calls it. Without `ways` the graph's own edges lead on. */
export function step(wiring: Wiring, name: string, run: NodeRun, options: StepOptions = {}) {
  return async (all: GraphState, config: NodeConfig): Promise<Record<string, unknown> | Command> => {
    const { [notesChannel]: notes = noNotes, ...channels } = all;
    if (isEarly(wiring, options.after ?? [], notes)) return new Command({ goto: [name] });
    try {
      const result = await run(withFailure(wiring, channels, notes), config);
      const update = updateOf(wiring.channels, result);
      const { port = "out", failure } = result;
      if (options.ways) return leave(wiring, name, options.ways, port, update, notes, failure);
      return { ...update, ...noteOf(wiring, name, [], options.reaches ?? [], failure) };
    } catch (error) {
      throw problemOf(titleOf(wiring, name), error);
    }
  };
}

/** Leaves by the port `error` once LangGraph has given up on the node. */
export function rescue(wiring: Wiring, name: string, ways: Ways) {
  return async (all: GraphState, { error }: NodeError): Promise<Command> => {
    const known = recalled(error);
    if (isAppError(known) && known.code === "loop_cap_reached") throw new AppError(known.code, known.message);
    const failure = failureOf(titleOf(wiring, name), known);
    return leave(wiring, name, ways, "error", {}, all[notesChannel] ?? noNotes, failure);
  };
}

function leave(
  wiring: Wiring,
  name: string,
  ways: Ways,
  port: string,
  update: Record<string, unknown>,
  notes: Notes,
  failure?: Failure,
): Command {
  const open = openWays(wiring, name, ways, port, notes);
  const goto = open.map((way) => way.to).filter((to) => to !== END);
  const taken = open.flatMap((way) => (way.atMost !== undefined && way.edge ? [way.edge] : []));
  return new Command({ update: { ...update, ...noteOf(wiring, name, taken, goto, failure) }, goto });
}

function openWays(wiring: Wiring, name: string, ways: Ways, port: string, notes: Notes): readonly Way[] {
  const wanted = ways[port];
  if (!wanted) throw new AppError("node_failed", `“${titleOf(wiring, name)}” has no port “${port}”.`);
  const usedUp = wanted.find(
    ({ edge, atMost }) => atMost !== undefined && (own(notes.taken, edge ?? "") ?? 0) >= atMost,
  );
  if (!usedUp) return wanted;
  if (ways.limit && ways.limit.length > 0) return ways.limit;
  throw new AppError(
    "loop_cap_reached",
    `The edge from “${titleOf(wiring, name)}” to “${titleOf(wiring, usedUp.to)}” was taken ${usedUp.atMost} times, as often as its cap allows.`,
  );
}

/** LangGraph releases all deferred nodes together: one that others lead to goes to itself while they wait. */
function isEarly(wiring: Wiring, after: readonly string[], notes: Notes): boolean {
  return after.some(
    (name) => notes.waiting.includes(name) || (wiring.fromStart?.includes(name) && !notes.ran.includes(name)),
  );
}

/** Most visits have nothing to note, and then nothing is written. */
function noteOf(
  { awaited = [] }: Wiring,
  name: string,
  taken: string[],
  reached: readonly string[],
  failure?: Failure,
): { [notesChannel]?: Note } {
  const waiting = reached.filter((target) => awaited.includes(target));
  const ran = awaited.includes(name) ? [name] : [];
  if (taken.length + waiting.length + ran.length === 0 && !failure) return {};
  return { [notesChannel]: { taken, waiting, ran, failure } };
}

function withFailure({ channels }: Wiring, state: State, { failure }: Notes): State {
  return failure && !Object.hasOwn(channels, "error") ? { ...state, error: failure } : state;
}

function updateOf(channels: Channels, { update = {}, overwrite = {} }: NodeResult): Record<string, unknown> {
  const set = Object.entries(update).filter(([, value]) => value !== undefined);
  const written = set.map(([name, value]) => [name, writable(channels, name, value)]);
  const replaced = Object.entries(overwrite).map(([name, given]) => {
    const value = writable(channels, name, given);
    return [name, channels[name]?.reducer === "replace" ? value : new Overwrite(value)];
  });
  return Object.fromEntries([...written, ...replaced]);
}

/** What a node threw, with the node's name in it. Pauses pass unchanged: they travel by throwing. */
function problemOf(title: string, error: unknown): unknown {
  if (!(error instanceof Error) || isGraphBubbleUp(error) || isAppError(error)) return error;
  if (isNodeTimeoutError(error)) return error;
  return new AppError("node_failed", `“${title}” failed: ${error.message}`, {}, { cause: error });
}

function failureOf(title: string, error: unknown): Failure {
  if (isAppError(error)) return { node: title, code: codeOf(error), message: error.message };
  if (error instanceof Error && isNodeTimeoutError(error)) {
    return { node: title, code: "node_timeout", message: `“${title}” took longer than its time limit.` };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { node: title, code: "node_failed", message: `“${title}” failed: ${message}` };
}

function titleOf(wiring: Wiring, name: string): string {
  return wiring.titles[name] ?? "End";
}
