import type { RunnableConfig } from "@langchain/core/runnables";
import type { CheckpointTuple } from "@langchain/langgraph-checkpoint";
import { deltaChannelHistoryTests, validate } from "@langchain/langgraph-checkpoint-validation";
import type { Pool } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkpointSchema } from "@/lib/db/migrate";
import { type CheckpointOwner, checkpointOwnerKey, checkpointRunKey, RunSaver } from "./saver";
import { type OwnedRun, ownedRun } from "./testing/owned-run";

// LangGraph's own suite takes these from the global object.
Object.assign(globalThis, { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it });

let run: OwnedRun;
beforeAll(async () => {
  run = await ownedRun();
});
afterAll(() => run.close());

/** The suite knows nothing of owners and of what a checkpoint says of its run: this adds the one and hides the other. */
class OwnedSaver extends RunSaver {
  constructor(
    pool: Pool,
    private readonly owner: CheckpointOwner,
  ) {
    super(pool);
  }

  private owned(config: RunnableConfig): RunnableConfig {
    return { ...config, configurable: { ...config.configurable, [checkpointOwnerKey]: this.owner } };
  }

  override put(...[config, ...rest]: Parameters<RunSaver["put"]>) {
    return super.put(this.owned(config), ...rest);
  }

  override putWrites(...[config, ...rest]: Parameters<RunSaver["putWrites"]>) {
    return super.putWrites(this.owned(config), ...rest);
  }

  override async getTuple(config: RunnableConfig) {
    const tuple = await super.getTuple(config);
    return tuple && unsigned(tuple);
  }

  override async *list(...args: Parameters<RunSaver["list"]>) {
    for await (const tuple of super.list(...args)) yield unsigned(tuple);
  }
}

function unsigned(tuple: CheckpointTuple): CheckpointTuple {
  if (!tuple.metadata) throw new Error("a checkpoint without metadata");
  const metadata = { ...tuple.metadata };
  expect(Reflect.has(metadata, checkpointRunKey)).toBe(true);
  Reflect.deleteProperty(metadata, checkpointRunKey);
  return { ...tuple, metadata };
}

const savers = {
  "in a run's name": () => new OwnedSaver(run.pool, run.owner()),
  "for what is no run": () => new RunSaver(run.pool),
};

/** Each set of tests expects to find nothing. */
async function clear(): Promise<void> {
  const tables = ["checkpoints", "checkpoint_blobs", "checkpoint_writes"];
  await run.pool.query(`truncate ${tables.map((table) => `${checkpointSchema}.${table}`).join(", ")}`);
}

describe.each(Object.entries(savers))("LangGraph's validation suite, %s", (name, createCheckpointer) => {
  const initializer = {
    checkpointerName: `RunSaver ${name}`,
    createCheckpointer,
    destroyCheckpointer: clear,
  };
  validate(initializer);
  deltaChannelHistoryTests(initializer);
});
