import type { EventType, RunEvent } from "../event";
import { childEnded, childStarted } from "./child";
import type { Fold, Reduce } from "./fold";
import { httpFinished } from "./http";
import { itemFailed, itemFinished, itemStarted } from "./item";
import { modelDelta, modelFailed, modelFinished, modelStarted } from "./model";
import { interruptAnswered, nodeFailed, nodeFinished, nodeInterrupted, nodeStarted } from "./node";
import { replayDiverged } from "./replay";
import {
  checkpointSaved,
  log,
  runCancelled,
  runFailed,
  runFinished,
  runInterrupted,
  runResumed,
  runStarted,
} from "./run";
import { toolFailed, toolFinished, toolStarted } from "./tool";

const registry: { [Type in EventType]: Reduce<Type> } = {
  "run.started": runStarted,
  "run.resumed": runResumed,
  "run.finished": runFinished,
  "run.failed": runFailed,
  "run.cancelled": runCancelled,
  "run.interrupted": runInterrupted,
  "checkpoint.saved": checkpointSaved,
  "node.started": nodeStarted,
  "node.finished": nodeFinished,
  "node.failed": nodeFailed,
  "item.started": itemStarted,
  "item.finished": itemFinished,
  "item.failed": itemFailed,
  "node.interrupted": nodeInterrupted,
  "interrupt.answered": interruptAnswered,
  "model.started": modelStarted,
  "model.delta": modelDelta,
  "model.finished": modelFinished,
  "model.failed": modelFailed,
  "tool.started": toolStarted,
  "tool.finished": toolFinished,
  "tool.failed": toolFailed,
  "http.finished": httpFinished,
  "child.started": childStarted,
  "child.ended": childEnded,
  "replay.diverged": replayDiverged,
  log,
};

/** Folds one event in, by its type's own reducer. */
export function reduceEvent(fold: Fold, event: RunEvent): void {
  // The key and the argument are of the same type by construction, which the compiler cannot correlate.
  const reduce = registry[event.type] as (fold: Fold, event: RunEvent) => void;
  reduce(fold, event);
}
