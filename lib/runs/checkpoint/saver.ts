import { randomInt } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { RunnableConfig } from "@langchain/core/runnables";
import {
  type ChannelVersions,
  type Checkpoint,
  type CheckpointListOptions,
  type CheckpointMetadata,
  type CheckpointPendingWrite,
  type CheckpointTuple,
  emptyCheckpoint,
  type PendingWrite,
  WRITES_IDX_MAP,
} from "@langchain/langgraph-checkpoint";
import { PostgresSaver } from "@langchain/langgraph-checkpoint-postgres";
import type { Pool } from "pg";
import { checkpointSchema } from "@/lib/db/migrate";
import { CheckpointLine } from "./checkpoint-line";
import { CheckpointRounds } from "./checkpoint-rounds";
import { type Fence, putTaskWrites } from "./fenced-write";
import { HeldWrites, settle, type WriteRows } from "./held-writes";
import { PlainSerializer } from "./plain-serializer";
import { readCheckpoint, type StoredCheckpoint } from "./read-checkpoint";

/** Key under `config.configurable` of the run on whose behalf a graph writes checkpoints. */
export const checkpointOwnerKey = "signalbox_owner";
/** Key in a checkpoint's metadata: which run of the thread wrote it. */
export const checkpointRunKey = "signalbox_run_id";

/** The run that writes a checkpoint, with the fence of its claim. */
export interface CheckpointOwner extends Fence {
  /** Known without asking: the thread holds nothing in this namespace. False once something is being written there. */
  isEmpty(namespace: string): boolean;
  writing(namespace: string): void;
  /** @throws AppError when its work is over or another worker has taken it over */
  assertHeld(): void;
  /**
   * A checkpoint is on its way. True where the run goes on before it is stored: then it sees to it itself that nothing
   * is done outside, or told, before that.
   */
  storing(checkpoint: PutCheckpoint, stored: Promise<void>): boolean;
}

/** What a checkpoint is known by. */
export interface PutCheckpoint {
  /** Empty for the top graph. */
  namespace: string;
  id: string;
  step: number;
}

/**
 * LangGraph's Postgres saver with four differences: channel versions are unique, so that a fork never mixes the
 * values of two branches; every checkpoint says which run wrote it; a run that was taken over writes nothing; a
 * step costs one round trip, checkpoint, channel values and task writes together, and runs that come to the end of a
 * step at the same time share it. The stock saver reads what this one writes, and the other way round.
 */
export class RunSaver extends PostgresSaver {
  private readonly heldWrites: HeldWrites;
  private readonly rounds: CheckpointRounds;
  private readonly lines = new WeakMap<CheckpointOwner, CheckpointLine>();

  /** @param patienceMs how long a task's writes wait for their step's checkpoint to take them along */
  constructor(
    private readonly connections: Pool,
    patienceMs = 20,
  ) {
    super(connections, new PlainSerializer(), { schema: checkpointSchema });
    this.heldWrites = new HeldWrites(patienceMs);
    this.rounds = new CheckpointRounds(connections);
  }

  /** Integer part plus one, plus a random fraction: two branches from one checkpoint never share a version. */
  override getNextVersion(current: number | undefined): number {
    return Math.floor(current ?? 0) + 1 + randomInt(1, 1e9) / 1e9;
  }

  override async getTuple(config: RunnableConfig): Promise<CheckpointTuple | undefined> {
    const namespace: unknown = config.configurable?.checkpoint_ns ?? "";
    const owner = ownerOf(config);
    if (typeof namespace === "string" && owner?.isEmpty(namespace)) return undefined;
    // What this run wrote last may still be on its way.
    if (owner) await this.lines.get(owner)?.idle();
    return this.read(config);
  }

  private async read(config: RunnableConfig): Promise<CheckpointTuple | undefined> {
    const { thread_id, checkpoint_ns = "", checkpoint_id } = config.configurable ?? {};
    const stored = await readCheckpoint(this.connections, thread_id, checkpoint_ns, checkpoint_id);
    if (!stored) return undefined;
    // How tasks were sent in the format before the present one, only the stock saver knows.
    if (stored.head.checkpoint.v < 4) return super.getTuple(config);
    return this.tupleOf({ thread_id, checkpoint_ns }, stored);
  }

  /** Reads one after the other, as far as anybody asks. */
  override async *list(
    config: RunnableConfig,
    { filter, before, limit }: CheckpointListOptions = {},
  ): AsyncGenerator<CheckpointTuple> {
    const [where, values] = this._searchWhere(config, filter, before);
    const { rows } = await this.connections.query(
      `select thread_id, checkpoint_ns, checkpoint_id from ${checkpointSchema}.checkpoints ${where}
       order by checkpoint_id desc limit $${values.length + 1}`,
      [...values, limit ?? null],
    );
    for (const place of rows) {
      const tuple = await this.read({ configurable: place });
      if (tuple) yield tuple;
    }
  }

  private async tupleOf(place: object, { head, values, writes }: StoredCheckpoint): Promise<CheckpointTuple> {
    const [metadata, loadedValues, pendingWrites] = await Promise.all([
      this._loadMetadata({ ...Object(head.metadata) }),
      Promise.all(
        values.map(async ({ channel, type, blob }) => [channel, await this.serde.loadsTyped(type, blob)]),
      ),
      Promise.all(
        writes.map(
          async ({ task, channel, type, blob }): Promise<CheckpointPendingWrite> => [
            task,
            channel,
            await this.serde.loadsTyped(type, blob),
          ],
        ),
      ),
    ]);
    const { checkpoint, id, parent } = head;
    const at = (checkpointId: string) => ({ configurable: { ...place, checkpoint_id: checkpointId } });
    return {
      config: at(id),
      checkpoint: {
        ...emptyCheckpoint(),
        ...checkpoint,
        channel_values: Object.fromEntries(loadedValues),
      },
      metadata,
      ...(parent !== null && { parentConfig: at(parent) }),
      pendingWrites,
    };
  }

  override async put(
    config: RunnableConfig,
    checkpoint: Checkpoint,
    metadata: CheckpointMetadata,
    newVersions: ChannelVersions,
  ): Promise<RunnableConfig> {
    const owner = ownerOf(config);
    if (!owner) return super.put(config, checkpoint, metadata, newVersions);
    owner.assertHeld();
    const {
      thread_id: threadId,
      checkpoint_ns: namespace = "",
      checkpoint_id: parentId,
    } = config.configurable ?? {};
    owner.writing(namespace);
    // Taken before anything is awaited: nobody else stores them meanwhile.
    const held = this.heldWrites.take(placeOf(threadId, namespace, parentId));
    const { promise: stored, resolve, reject } = Promise.withResolvers<void>();
    stored.catch(() => {});
    const goesOn = owner.storing({ namespace, id: checkpoint.id, step: metadata.step }, stored);
    const line = this.lineOf(owner);
    try {
      await settle(held, async (writes) => {
        const [blobs, metadataText] = await Promise.all([
          this._dumpBlobs(threadId, namespace, checkpoint.channel_values, newVersions),
          this.textOf({ ...metadata, [checkpointRunKey]: owner.runId }),
        ]);
        line
          .add({
            fence: owner,
            threadId,
            namespace,
            parentId,
            id: checkpoint.id,
            checkpoint: JSON.stringify(this._dumpCheckpoint(checkpoint)),
            metadata: metadataText,
            blobs,
            writes,
          })
          .then(resolve, reject);
        if (!goesOn) return stored;
        await line.room();
        // Other runs have their turn after each step, as they would while it is stored.
        await setImmediate();
      });
    } catch (error) {
      reject(error);
      throw error;
    }
    return { configurable: { thread_id: threadId, checkpoint_ns: namespace, checkpoint_id: checkpoint.id } };
  }

  private lineOf(owner: CheckpointOwner): CheckpointLine {
    const line = this.lines.get(owner) ?? new CheckpointLine((rows) => this.rounds.put(rows));
    this.lines.set(owner, line);
    return line;
  }

  private async textOf(metadata: object): Promise<string> {
    const [, text] = await this.serde.dumpsTyped(metadata);
    return new TextDecoder().decode(text);
  }

  override async putWrites(config: RunnableConfig, writes: PendingWrite[], taskId: string): Promise<void> {
    const owner = ownerOf(config);
    if (!owner) return super.putWrites(config, writes, taskId);
    owner.assertHeld();
    const { thread_id: threadId, checkpoint_ns: namespace, checkpoint_id: id } = config.configurable ?? {};
    owner.writing(namespace);
    const rows: Promise<WriteRows> = this._dumpWrites(threadId, namespace, id, taskId, writes);
    const special = writes.every(([channel]) => channel in WRITES_IDX_MAP);
    if (special) return putTaskWrites(this.connections, owner, await rows, true);
    return this.heldWrites.hold(placeOf(threadId, namespace, id), rows, (held) =>
      putTaskWrites(this.connections, owner, held, false),
    );
  }
}

/** A checkpoint's place: ids are LangGraph's own, without spaces. */
function placeOf(threadId: string, namespace: string, checkpointId: string | undefined): string {
  return `${threadId} ${namespace} ${checkpointId ?? ""}`;
}

function ownerOf(config: RunnableConfig): CheckpointOwner | undefined {
  const owner: unknown = config.configurable?.[checkpointOwnerKey];
  return isOwner(owner) ? owner : undefined;
}

function isOwner(value: unknown): value is CheckpointOwner {
  return typeof value === "object" && value !== null && "assertHeld" in value && "storing" in value;
}
