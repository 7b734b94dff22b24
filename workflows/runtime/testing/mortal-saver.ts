import type { RunnableConfig } from "@langchain/core/runnables";
import { MemorySaver } from "@langchain/langgraph";
import type { Checkpoint, CheckpointMetadata, PendingWrite } from "@langchain/langgraph-checkpoint";

/** A saver, every value serialised, whose process dies after so many writes; what it stored, its heirs read. */
export class MortalSaver extends MemorySaver {
  private left = Number.POSITIVE_INFINITY;
  private readonly end = new AbortController();
  /** Ids of the checkpoints that were there before this process. */
  readonly found = new Set<string>();

  /** Aborted when the process dies. */
  get death(): AbortSignal {
    return this.end.signal;
  }

  /** The saver of the next process, on the same disk. */
  heir(writes = Number.POSITIVE_INFINITY): MortalSaver {
    const heir = new MortalSaver();
    heir.storage = this.storage;
    heir.writes = this.writes;
    heir.left = writes;
    const stored = Object.values(this.storage).flatMap((spaces) => Object.values(spaces));
    for (const id of stored.flatMap((checkpoints) => Object.keys(checkpoints))) heir.found.add(id);
    return heir;
  }

  async isEmpty(): Promise<boolean> {
    return (await this.getTuple({ configurable: { thread_id: "thread_1" } })) === undefined;
  }

  override async put(
    config: RunnableConfig,
    checkpoint: Checkpoint,
    metadata: CheckpointMetadata,
  ): Promise<RunnableConfig> {
    return this.whileAlive(() => super.put(config, checkpoint, metadata));
  }

  override async putWrites(config: RunnableConfig, writes: PendingWrite[], taskId: string): Promise<void> {
    return this.whileAlive(() => super.putWrites(config, writes, taskId));
  }

  private async whileAlive<Result>(write: () => Promise<Result>): Promise<Result> {
    if (this.left === 0) throw new Error("This process is dead.");
    this.left -= 1;
    const result = await write();
    if (this.left === 0) this.end.abort();
    return result;
  }
}
