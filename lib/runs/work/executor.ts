import { Command, type RunControl } from "@langchain/langgraph";
import type { Pool } from "pg";
import type { Log } from "@/lib/log/log";
import { identifyInput } from "@/workflows/compile/message-ids.server";
import { runProblem } from "@/workflows/compile/node-problem.server";
import { AppError } from "@/workflows/errors/app-error";
import type { EventBody } from "@/workflows/events/event";
import { Tracer } from "@/workflows/events/trace/tracer.server";
import type { JsonObject } from "@/workflows/graph/json";
import { testOptionsSchema } from "@/workflows/graph/test-options";
import type { CompiledAgent } from "@/workflows/runtime/graph";
import type { PriceGateway } from "@/workflows/runtime/ports";
import { runSlice, type SliceOutcome } from "@/workflows/runtime/slice.server";
import { stopsOf } from "@/workflows/travel/breakpoint";
import { checkpointOwnerKey, type RunSaver } from "../checkpoint/saver";
import { type Clock, orAbandoned } from "../clock";
import { isDatabaseGone } from "../database-error";
import { beginFork } from "./begin-fork";
import { loadInbox } from "./history";
import { type Instruction, nextInstruction, pausesIn } from "./instruction";
import type { LiveRun } from "./live-run";
import { pauseRun } from "./pause-run";
import { stoppedOr, stopRun } from "./stop-run";
import { withdrawLost } from "./withdraw-lost";

export interface ExecutorDeps {
  pool: Pool;
  saver: RunSaver;
  clock: Clock;
  log: Log;
  publish: Parameters<typeof pauseRun>[0]["publish"];
  processId: number;
}

/** What a run needs to be worked on. */
export interface Equipment {
  agent: CompiledAgent;
  prices: () => Promise<PriceGateway>;
  /** Wall-clock time left, milliseconds. */
  remainingMs: number;
  control: RunControl;
}

/**
 * What becomes of the queue's job: it is done; it is to be done again, at once elsewhere (`handOver`) or when the
 * database has recovered (`later`); or it is another worker's.
 */
export type Verdict = "done" | "handOver" | "later" | "lost";

/** Works on a claimed run until it ends, waits for people, or is cut off. Never throws. */
export async function executeRun(
  deps: ExecutorDeps,
  run: LiveRun,
  equip: () => Promise<Equipment>,
): Promise<Verdict> {
  let callOff = () => {};
  try {
    run.signal.throwIfAborted();
    if (run.claim.poison) throw quarantined(run.claim.crashes);
    const equipment = await equip();
    run.callbacks = [new Tracer({ binding: run, prices: equipment.prices, pressure: () => run.pressure() })];
    if (equipment.remainingMs <= 0) run.stop("timeout");
    else callOff = deps.clock.after(equipment.remainingMs, () => run.stop("timeout"));
    return await work(deps, run, equipment);
  } catch (error) {
    return await fail(deps, run, error);
  } finally {
    callOff();
  }
}

async function work(deps: ExecutorDeps, run: LiveRun, equipment: Equipment): Promise<Verdict> {
  const { agent } = equipment;
  for (;;) {
    run.signal.throwIfAborted();
    const instruction = await readInstruction(deps, run, agent);
    if (instruction.kind === "stop") {
      if (await stopRun(deps, run, [])) return "done";
      continue;
    }
    announce(run, instruction);
    run.pauses.clear();
    if (instruction.kind === "start" && run.claim.fork) await beginFork(deps, run, agent, run.claim.fork);
    const outcome = await slice(deps, run, equipment, instruction);
    await run.stored();
    if (outcome.kind === "finished") {
      return conclude(deps, run, { type: "run.finished", data: { output: agent.outputOf(outcome.values) } });
    }
    await run.flush();
    if (outcome.kind === "drained") {
      await run.conclude();
      return "handOver";
    }
    const rests =
      outcome.kind === "stopped"
        ? await stopRun(deps, run, outcome.next)
        : await pauseRun(deps, run, outcome.interruptIds);
    if (rests) return "done";
  }
}

/** A first claim has nothing behind it; later ones go on from what the thread's last checkpoint says. */
async function readInstruction(
  { pool, saver }: ExecutorDeps,
  run: LiveRun,
  { durability }: CompiledAgent,
): Promise<Instruction> {
  if (run.isFresh) return { kind: "start" };
  const inbox = await loadInbox(pool, run.runId);
  const tuple = await saver.getTuple({ configurable: { thread_id: run.threadId, checkpoint_ns: "" } });
  const instruction = stoppedOr(run, tuple, inbox, nextInstruction(tuple, run.runId, inbox));
  if (durability === "exit") await withdrawLost(pool, run.runId, pausesIn(tuple, run.runId));
  const answered = new Set(instruction.kind === "answer" ? Object.keys(instruction.resume) : []);
  run.beginSlice(inbox.map(({ interruptId }) => interruptId).filter((id) => !answered.has(id)));
  return instruction;
}

function announce(run: LiveRun, { kind }: Instruction): void {
  if (kind === "start") run.startOver();
  if (!run.isFresh) {
    const wasLost = kind === "start" || kind === "continue";
    run.emit({ type: "run.resumed", data: { reason: wasLost ? "recovered" : "answer" } });
  }
  run.isFresh = false;
}

function slice(
  deps: ExecutorDeps,
  run: LiveRun,
  { agent, control }: Equipment,
  instruction: Instruction,
): Promise<SliceOutcome> {
  const running = runSlice({
    agent,
    input: inputOf(agent, run, instruction),
    binding: run,
    configurable: { [checkpointOwnerKey]: run, ...(instruction.kind === "start" && baseOf(run)) },
    signal: run.signal,
    control,
    onStep: ({ step, next }) => run.stepped(step, next),
    stops: run.claim.breakpoints ? stopsOf(run.claim.breakpoints, run.goOn) : undefined,
  });
  return orAbandoned(deps.clock, run.signal, running);
}

/** Without one, LangGraph starts from the thread's latest checkpoint. */
function baseOf({ claim }: LiveRun): { checkpoint_id: string } | undefined {
  return claim.baseCheckpointId === null ? undefined : { checkpoint_id: claim.baseCheckpointId };
}

function inputOf(agent: CompiledAgent, run: LiveRun, instruction: Instruction): unknown {
  if (instruction.kind === "start") {
    if (run.claim.fork) return null;
    const state = agent.toState(run.claim.input);
    identifyInput(state, run.recording?.seed ?? run.runId);
    const before = stateBeforeOf(run.claim);
    return before ? agent.stateAfter(before, state) : state;
  }
  return instruction.kind === "answer" ? new Command({ resume: instruction.resume }) : null;
}

function stateBeforeOf({ testOptions }: LiveRun["claim"]): JsonObject | undefined {
  return testOptions === null ? undefined : testOptionsSchema.parse(testOptions).state;
}

async function conclude(deps: ExecutorDeps, run: LiveRun, last: EventBody): Promise<Verdict> {
  if (await run.conclude(last)) return "done";
  if (last.type === "run.finished" && (await cancelWasFirst(deps, run))) {
    run.reopen();
    return (await run.conclude(cancelled(run))) ? "done" : "later";
  }
  return afterLoss(deps, run);
}

/** A success is refused when somebody had asked to cancel: then that is what happened. */
async function cancelWasFirst({ pool }: ExecutorDeps, { runId, claim }: LiveRun): Promise<boolean> {
  const { rowCount } = await pool.query(
    "select 1 from runs where id = $1 and epoch = $2 and status = 'running' and cancel_requested_at is not null",
    [runId, claim.epoch],
  );
  return rowCount === 1;
}

async function fail(deps: ExecutorDeps, run: LiveRun, thrown: unknown): Promise<Verdict> {
  // What LangGraph makes of the abort after a checkpoint was refused says less than the refusal.
  const error = run.refusal ? run.refusal.error : thrown;
  try {
    if (run.stopReason === "lost") return await afterLoss(deps, run);
    if (run.stopReason === "cancelled") return await conclude(deps, run, cancelled(run));
    if (run.stopReason === "timeout") return await conclude(deps, run, timedOut());
    const isShutdown = run.stopReason === "shutdown";
    if (isShutdown || isDatabaseGone(error)) {
      await run.conclude();
      return isShutdown ? "handOver" : "later";
    }
    deps.log.debug({ err: error, run: run.runId }, "run failed");
    return await conclude(deps, run, {
      type: "run.failed",
      data: { status: "error", problem: runProblem(error) },
    });
  } catch (again) {
    deps.log.error({ err: again, run: run.runId }, "could not end a run; it will be taken up again");
    return "later";
  }
}

/** Taken over, not storable because the database is away, or not storable at all. */
async function afterLoss({ log }: ExecutorDeps, run: LiveRun): Promise<Verdict> {
  log.warn({ err: run.lostTo, run: run.runId }, "lost a run");
  if (run.lostTo === undefined) return "lost";
  if (isDatabaseGone(run.lostTo)) return "later";
  run.reopen();
  const problem = { code: "internal", message: "The events of this run could not be stored." };
  return (await run.conclude({ type: "run.failed", data: { status: "error", problem } })) ? "done" : "later";
}

function cancelled({ cancelledBy }: LiveRun): EventBody {
  return { type: "run.cancelled", data: cancelledBy === undefined ? {} : { by: cancelledBy } };
}

function timedOut(): EventBody {
  const error = new AppError("run_timeout", "The run took longer than its graph allows.", {
    hint: "Raise the time limit in the graph's settings, or look for the slow node in the trace.",
  });
  return { type: "run.failed", data: { status: "timeout", problem: runProblem(error) } };
}

function quarantined(crashes: number): AppError {
  return new AppError(
    "run_quarantined",
    `Workers died ${crashes} times while they worked on this run, so it is not tried again.`,
    {
      hint: "The trace shows which node was running. Look for what takes all memory or never comes back, then run it again.",
    },
  );
}
