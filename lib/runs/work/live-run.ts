import type { BaseCallbackHandler } from "@langchain/core/callbacks/base";
import type { RunBinding } from "@/workflows/compile/run-binding";
import type { EventBody } from "@/workflows/events/event";
import type { RunOrigin } from "@/workflows/events/run-origin";
import type { Principal } from "@/workflows/graph/principal";
import type { RunRecording } from "@/workflows/recording/run-recording";
import type { GoOn } from "@/workflows/travel/breakpoint";
import { takenOver } from "../checkpoint/fenced-write";
import type { CheckpointOwner, PutCheckpoint } from "../checkpoint/saver";
import type { Clock } from "../clock";
import type { Recorder, RunRecorder } from "../events/recorder";
import type { Claim } from "./claim";
import { EventGate } from "./event-gate";
import type { Start, Starts } from "./starts";
import { type StopReason, stopped } from "./stop-reason";
import type { Visits } from "./visits";

/** A run whose first step got so far has begun. */
const endsStart: ReadonlySet<EventBody["type"]> = new Set(["model.started", "node.finished", "tool.started"]);

/** A claimed run in this process: its numbering of visits, its fence, its recorder, its stop signal. */
export class LiveRun implements RunBinding, CheckpointOwner {
  readonly runId: string;
  readonly threadId: string;
  readonly epoch: number;
  readonly person: string | undefined;
  depth = 0;
  /** Of what it gets from outside. */
  recording: RunRecording | undefined;
  callbacks: BaseCallbackHandler[] = [];
  stopReason: StopReason | null = null;
  /** It asked people in this claim, or had asked them before. */
  paused = false;
  /** Name of whoever asked to cancel, if known. */
  cancelledBy: string | undefined;
  /** What made the store refuse this run. */
  lostTo: unknown;
  /** Why one of its checkpoints could not be stored. */
  refusal: { error: unknown } | undefined;
  /** Nothing was done in this claim or before. */
  isFresh: boolean;
  /** How it goes on since it was stopped last. */
  goOn: GoOn = { mode: "continue" };
  /** It may bring this worker down: others died with it, and it has not got on since. */
  isSuspect: boolean;
  /** Interrupt ids that are in the inbox already and that this slice does not answer. */
  private oldPauses: ReadonlySet<string> = new Set();
  /** Those that this slice has told of. */
  private readonly told = new Set<string>();
  /** When it last emitted something. */
  heardAt: number;
  /** Pauses that this slice came to, those inside other nodes included, whether or not they are news. */
  readonly pauses = new Set<string>();
  private readonly written = new Set<string>();
  private recorder: RunRecorder;
  readonly start: Start | undefined;
  private readonly gate = new EventGate((event) => this.recorder.emit(event));
  /** The work is over; what is left of it may neither emit nor store. */
  private over = false;
  private readonly abort = new AbortController();
  private readonly nextSteps = new Map<number, string[]>();
  private readonly storedSteps = new Map<number, string>();

  constructor(
    readonly claim: Claim,
    private readonly visits: Visits,
    private readonly deps: { recorder: Recorder; clock: Clock; starts?: Starts; onCleared?(): void },
  ) {
    this.runId = claim.id;
    this.threadId = claim.threadId;
    this.epoch = claim.epoch;
    this.person = claim.person ?? undefined;
    this.isFresh = claim.epoch === 1;
    this.isSuspect = claim.suspect;
    this.heardAt = deps.clock.now();
    this.recorder = this.openRecorder();
    this.start = deps.starts?.begins();
  }

  get origin(): RunOrigin | null {
    return this.claim.origin;
  }

  get onBehalfOf(): Principal | undefined {
    return this.claim.onBehalfOf ?? undefined;
  }

  get signal(): AbortSignal {
    return this.abort.signal;
  }

  emit(body: EventBody, place: { node?: string; visit?: number; ns?: string[] } = {}): void {
    if (body.type === "node.interrupted") this.pauses.add(body.data.interruptId);
    if (this.over || this.isOldPause(body)) return;
    if (body.type === "node.interrupted") {
      this.paused = true;
      this.told.add(body.data.interruptId);
    }
    this.record(body, place);
  }

  /** Has what it gets from outside kept, and given back where it is a replay. */
  recordOn(recording: RunRecording, isKept: boolean): void {
    this.recording = {
      ...recording,
      keep: isKept ? (call) => void (this.over || this.recorder.keep(call)) : undefined,
      stop: (error) => {
        this.refusal ??= { error };
        this.abort.abort(error);
      },
    };
  }

  private record(body: EventBody, place: { node?: string; visit?: number; ns?: string[] } = {}): void {
    const { node, visit, ns = [] } = place;
    if (endsStart.has(body.type)) this.start?.hasBegun();
    else if (body.type === "node.started") this.start?.entersNode();
    this.heardAt = this.deps.clock.now();
    this.gate.emit({
      ts: this.heardAt,
      ns,
      ...(node && { node }),
      ...(visit && { visit }),
      ...body,
    });
  }

  visitOf(place: string, taskId: string): number {
    return this.visits.of(place, taskId);
  }

  /**
   * An answered step runs all its paused nodes again; those not answered pause again, which is no news. Nor is a pause
   * that was told in this slice already, and comes again because the node around it is tried once more.
   */
  private isOldPause(body: EventBody): boolean {
    if (body.type !== "node.interrupted") return false;
    const { interruptId } = body.data;
    return this.oldPauses.has(interruptId) || this.told.has(interruptId);
  }

  /** A slice begins; these pauses are in the inbox already, and it does not answer them. */
  beginSlice(oldPauses: Iterable<string>): void {
    this.oldPauses = new Set(oldPauses);
    this.told.clear();
  }

  /** It begins, or began, with pauses in the inbox. */
  get hasOldPauses(): boolean {
    return this.oldPauses.size > 0;
  }

  doubtsOf(taskId: string): number {
    return this.visits.doubtsOf(taskId);
  }

  stored(): Promise<void> | undefined {
    return this.gate.stored();
  }

  async secure(): Promise<void> {
    await this.flush();
    this.signal.throwIfAborted();
  }

  /** A run without a checkpoint starts over, and so does the numbering of its visits. */
  startOver(): void {
    this.visits.clear();
  }

  assertHeld(): void {
    if (this.stopReason !== "lost" && !this.over) return;
    throw takenOver();
  }

  /** Below a node the namespace holds the task's id, so nobody was there before a run's first claim. */
  isEmpty(namespace: string): boolean {
    const isNew = this.epoch === 1 && (namespace !== "" || this.claim.opensThread);
    return isNew && !this.written.has(namespace);
  }

  writing(namespace: string): void {
    this.written.add(namespace);
  }

  /** It goes on meanwhile: nodes that act outside wait, and so do events. */
  storing({ namespace, id, step }: PutCheckpoint, stored: Promise<void>): boolean {
    const onStored = () => {
      if (!namespace) this.storedAt(id, step);
    };
    this.gate.holdUntil(stored, onStored, (error) => {
      this.refusal = { error };
      this.abort.abort(error);
    });
    return true;
  }

  /** LangGraph says what follows a step and the saver says that it is stored, in either order; or it is not stored. */
  stepped(step: number, next: string[]): void {
    const checkpointId = this.storedSteps.get(step);
    if (checkpointId === undefined) this.nextSteps.set(step, next);
    else this.saved(checkpointId, step, next);
  }

  private storedAt(checkpointId: string, step: number): void {
    const next = this.nextSteps.get(step);
    if (next) this.saved(checkpointId, step, next);
    else this.storedSteps.set(step, checkpointId);
  }

  private saved(checkpointId: string, step: number, next: string[]): void {
    for (const told of [this.nextSteps, this.storedSteps]) {
      for (const each of told.keys()) if (each <= step) told.delete(each);
    }
    this.record({ type: "checkpoint.saved", data: { checkpointId, step, next } });
    if (!this.isSuspect) return;
    this.isSuspect = false;
    this.deps.onCleared?.();
  }

  /** Cuts the work off, also inside a model call. The first reason counts. */
  stop(reason: StopReason): void {
    if (this.stopReason) return;
    this.stopReason = reason;
    this.abort.abort(stopped(reason));
  }

  async flush(): Promise<void> {
    await this.gate.stored();
    await this.recorder.flush();
  }

  pressure(): Promise<void> | undefined {
    return this.recorder.pressure() ?? this.deps.starts?.standBack();
  }

  /** Ends this claim with the run's last words; false: the store refused them. */
  async conclude(body?: EventBody): Promise<boolean> {
    this.over = true;
    await this.gate.close();
    if (body) this.record(body);
    await this.recorder.flush();
    return this.stopReason !== "lost";
  }

  /** Takes up recording again after the store refused a success because the run was cancelled meanwhile. */
  reopen(): void {
    this.stopReason = "cancelled";
    this.recorder = this.openRecorder();
  }

  private openRecorder(): RunRecorder {
    return this.deps.recorder.open(this.runId, this.claim.epoch, (error) => {
      this.lostTo = error;
      this.stopReason = "lost";
      this.abort.abort(stopped("lost"));
    });
  }
}
