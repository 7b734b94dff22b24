import { Command, RunControl } from "@langchain/langgraph";
import { buildGraph } from "@/workflows/compile/build.server";
import { compiledAgent } from "@/workflows/compile/compiled-agent.server";
import { plan } from "@/workflows/compile/plan";
import type { RunBinding } from "@/workflows/compile/run-binding";
import type { EventBody, InterruptAnswer, RunEvent } from "@/workflows/events/event";
import { emptyView, project } from "@/workflows/events/project";
import { Tracer } from "@/workflows/events/trace/tracer.server";
import { visitPlace } from "@/workflows/events/visit-place";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { fakeServices } from "@/workflows/testing/fake-services";
import type { CompiledAgent } from "../graph";
import type { NodeServices } from "../ports";
import { runSlice, type SliceOutcome } from "../slice.server";
import { MortalSaver } from "./mortal-saver";

/**
 * How the work on a run is cut: not at all; between all supersteps, as when servers are replaced; or by processes that
 * die once they have stored so many checkpoints and results, one after the other and then from the first again.
 */
export type Cut = { kind: "never" } | { kind: "drained" } | { kind: "killed"; lives: readonly number[] };

type Piece = SliceOutcome | { kind: "died" };

/** A document, cut runs of which are to be compared with whole ones. */
export interface Story {
  document: GraphDocument;
  input: JsonObject;
  services: () => Partial<NodeServices>;
  /** What every process writes anew that takes the run over, e.g. an answer that is handed to it again. */
  rewrites?: number;
  /** How a person answers a pause at this node, having answered so many before. */
  answer: (nodeId: string, earlier: number) => InterruptAnswer;
}

/** Runs a document to its end, every piece of work in a graph compiled afresh, as the product's workers do. */
export async function runInPieces(story: Story, cut: Cut) {
  const events: RunEvent[] = [];
  const disk = new MortalSaver();
  let input: unknown = agentOf(story, disk).toState(story.input);
  let pieces = 0;
  let values: Record<string, unknown> | undefined;
  while (!values) {
    pieces += 1;
    if (pieces > 500) throw new Error("The run makes no progress.");
    const life = cut.kind === "killed" ? cut.lives[pieces % cut.lives.length] : undefined;
    const heir = disk.heir(life === undefined ? life : life + (story.rewrites ?? 0));
    const piece = await work(story, heir, events, input, cut.kind === "drained");
    if (piece.kind === "finished") values = piece.values;
    else if (piece.kind === "interrupted") input = answerNext(story, events, piece.interruptIds);
    else {
      // A dead worker's answer may not have arrived: it is handed over again, as long as the inbox has it.
      input = (await disk.isEmpty()) || input instanceof Command ? input : null;
      record(events, { type: "run.resumed", data: { reason: "recovered" } });
    }
  }
  const agent = agentOf(story, disk);
  return {
    pieces,
    state: agent.plainState(values),
    output: agent.outputOf(values),
    view: project(events, emptyView("run_1")),
  };
}

async function work(
  story: Story,
  saver: MortalSaver,
  events: RunEvent[],
  input: unknown,
  isHurried: boolean,
): Promise<Piece> {
  const control = new RunControl();
  const binding = bindingOf(events, saver.death);
  binding.callbacks = [new Tracer({ binding, prices: async () => ({ price: () => 3 }) })];
  const slice = runSlice({
    agent: agentOf(story, saver),
    input,
    binding,
    signal: saver.death,
    control,
    onStep: ({ checkpointId, step, next }) => {
      if (isHurried) control.requestDrain("a newer version");
      // What a process begins with was stored by the one before.
      if (checkpointId === undefined || saver.found.has(checkpointId)) return;
      binding.emit({ type: "checkpoint.saved", data: { checkpointId, step, next } }, {});
    },
  });
  return slice.catch((error: unknown): Piece => {
    if (saver.death.aborted) return { kind: "died" };
    throw error;
  });
}

function agentOf({ document, services }: Story, saver: MortalSaver): CompiledAgent {
  const planned = plan(document, nodeDefinitions);
  return compiledAgent(planned, buildGraph(planned, fakeServices(services()), saver));
}

/** Numbers visits by what is on record, which is all that a new process knows; the dead report nothing. */
function bindingOf(events: RunEvent[], death: AbortSignal): RunBinding {
  const visits = new Map<string, number>();
  for (const event of events) {
    if (event.type !== "node.started") continue;
    visits.set(`${visitPlace(event.ns, event.node ?? "")} ${event.data.taskId}`, event.visit ?? 0);
  }
  return {
    runId: "run_1",
    threadId: "thread_1",
    depth: 0,
    emit: (body, place) => {
      if (!death.aborted) record(events, body, place);
    },
    visitOf: (place, taskId) => {
      const key = `${place} ${taskId}`;
      const here = [...visits].filter(([known]) => known.startsWith(`${place} `));
      const visit = visits.get(key) ?? here.length + 1;
      visits.set(key, visit);
      return visit;
    },
    doubtsOf: () => 0,
    stored: () => undefined,
    secure: async () => {},
  };
}

function record(
  events: RunEvent[],
  body: EventBody,
  place: { node?: string; visit?: number; ns?: string[] } = {},
): void {
  events.push({ runId: "run_1", seq: events.length + 1, ts: events.length, ns: [], ...place, ...body });
}

/** One pause at a time, each by its own id. */
function answerNext(story: Story, events: RunEvent[], interruptIds: string[]): Command {
  record(events, { type: "run.interrupted", data: { interruptIds } });
  const { interrupts } = project(events, emptyView("run_1"));
  const open = interrupts.find(({ id, answer }) => interruptIds.includes(id) && !answer);
  if (!open) throw new Error("The run waits for an answer that it has.");
  const answer = story.answer(open.nodeId, interrupts.filter((pause) => pause.answer).length);
  record(events, { type: "interrupt.answered", data: { interruptId: open.id, answer } });
  record(events, { type: "run.resumed", data: { reason: "answer" } });
  return new Command({ resume: { [open.id]: answer } });
}
