import type { RunEvent } from "../event";
import { emptyView, project } from "../project";
import type { CheckpointView, RunView } from "../run-view";

/** What a node wrote in a step. */
export interface StepWrite {
  nodeId: string;
  visit: number;
  port: string;
  channels: string[];
}

/** One stored step of a run: what ran in it, and what came next. */
export interface StepView extends CheckpointView {
  /** Visits that ended since the step before, in the order of their ends. */
  writes: StepWrite[];
}

/** Of so many steps one keeps its view, so that any is folded from one near by. */
const keptEvery = 16;

/**
 * A run as it stood at each of its checkpoints: the fold of all events up to it. What was folded is kept; another step
 * costs the events between it and the nearest kept one before.
 */
export class StepViews {
  readonly steps: readonly StepView[];
  /** How many events each step takes. */
  private readonly ends: number[] = [];
  private readonly views = new Map<number, RunView>();

  /** @param events of one run from the first on, in order; those that only tell of models may be left out */
  constructor(
    private readonly runId: string,
    private readonly events: readonly RunEvent[],
  ) {
    this.steps = this.readSteps();
  }

  /** Undefined where there is no such step. */
  at(index: number): RunView | undefined {
    if (!this.steps[index]) return undefined;
    const known = this.views.get(index);
    if (known) return known;
    for (let each = this.keptBefore(index); each < index; each += keptEvery) this.fold(each);
    return this.fold(index);
  }

  /** The step after which a visit began; undefined: there was no such visit, or nothing was stored before it. */
  before(nodeId: string, visit: number): StepView | undefined {
    const begun = this.events.findIndex(
      (event) => event.type === "node.started" && event.node === nodeId && event.visit === visit,
    );
    return begun < 0 ? undefined : this.steps[this.ends.findLastIndex((end) => end <= begun)];
  }

  /** The first step that is to be kept and is not, so that a jump far ahead leaves views along its way. */
  private keptBefore(index: number): number {
    let last = index - (index % keptEvery);
    while (last > 0 && !this.views.has(last)) last -= keptEvery;
    return Math.max(0, last);
  }

  private fold(index: number): RunView {
    const known = this.views.get(index);
    if (known) return known;
    let from = index - 1;
    while (from >= 0 && !this.views.has(from)) from -= 1;
    const base = this.views.get(from) ?? emptyView(this.runId);
    const begin = from >= 0 ? this.ends[from] : 0;
    const view = project(this.events.slice(begin, this.ends[index]), base);
    this.views.set(index, view);
    return view;
  }

  private readSteps(): StepView[] {
    const steps: StepView[] = [];
    let writes: StepWrite[] = [];
    for (const [at, event] of this.events.entries()) {
      if (event.type === "node.finished" && event.node) {
        const { port, update } = event.data;
        const channels = Object.keys(update);
        writes.push({ nodeId: event.node, visit: event.visit ?? 1, port, channels });
      }
      // Where one of several pauses is answered and nothing else moves, the same state is stored again.
      const isNew =
        event.type === "checkpoint.saved" && steps.at(-1)?.checkpointId !== event.data.checkpointId;
      if (event.type !== "checkpoint.saved" || !isNew) continue;
      steps.push({ ...event.data, ts: event.ts, writes });
      this.ends.push(at + 1);
      writes = [];
    }
    return steps;
  }
}
