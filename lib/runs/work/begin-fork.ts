import { copyCheckpoint, uuid6 } from "@langchain/langgraph-checkpoint";
import { AppError } from "@/workflows/errors/app-error";
import type { CompiledAgent } from "@/workflows/runtime/graph";
import type { Fork } from "@/workflows/travel/state-edit";
import { checkpointOwnerKey, type RunSaver } from "../checkpoint/saver";
import type { LiveRun } from "./live-run";

/**
 * Stores a checkpoint of the run's own that says what the one it was forked from says, but for the edits. Channels by
 * which LangGraph knows what comes next stay as they are, and so does that. From then on the run is like any other: what
 * it wrote is known by its name, and a worker that takes it over goes on from there.
 * @throws AppError not_found: what it goes on from is no longer kept; invalid_input: an edit does not fit
 */
export async function beginFork(
  { saver }: { saver: RunSaver },
  run: LiveRun,
  agent: CompiledAgent,
  { checkpointId, next, edits }: Fork,
): Promise<void> {
  const place = { thread_id: run.threadId, checkpoint_ns: "", checkpoint_id: checkpointId };
  const source = await saver.getTuple({ configurable: place });
  if (!source) throw new AppError("not_found", "The state that this run goes on from is no longer kept.");
  const changed = agent.editState(source.checkpoint.channel_values, edits, run.runId);
  const versions = Object.values(source.checkpoint.channel_versions).map(Number);
  const version = saver.getNextVersion(Math.max(0, ...versions));
  const newVersions = Object.fromEntries(Object.keys(changed).map((channel) => [channel, version]));
  const step = (source.metadata?.step ?? -1) + 1;
  const checkpoint = {
    ...copyCheckpoint(source.checkpoint),
    id: uuid6(step),
    ts: new Date().toISOString(),
    channel_values: { ...source.checkpoint.channel_values, ...changed },
    channel_versions: { ...source.checkpoint.channel_versions, ...newVersions },
  };
  const config = { configurable: { ...place, [checkpointOwnerKey]: run } };
  await saver.put(config, checkpoint, { source: "fork", step, parents: {} }, newVersions);
  run.stepped(step, next);
  await run.stored();
}
