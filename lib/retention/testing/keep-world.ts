import { AIMessageChunk } from "@langchain/core/messages";
import type { Retention } from "@/lib/api/contract/retention";
import { checkpointSchema } from "@/lib/db/migrate";
import { createLog } from "@/lib/log/log";
import { createRunWorld } from "@/lib/runs/testing/run-world";
import { draw, end, node, start } from "@/workflows/compile/testing/draw";
import { Housekeeper } from "../housekeeper";
import { keepEverything, type RetentionDefaults } from "../limits";

/** A chat with one model call a turn. */
export const talk = draw({
  channels: { messages: { type: "messages", reducer: "messages" } },
  nodes: {
    s: start("messages"),
    reply: node("model", { model: "acme/1", messages: "messages" }),
    done: end("messages"),
  },
  edges: ["s > reply", "reply > done"],
});
export const says = (content: string) => ({ messages: [{ role: "user", content }] });

/** A world whose data can be made older, with a housekeeper who comes when called. */
export async function createKeepWorld() {
  const world = await createRunWorld();
  const server = await world.startProcess();
  const { pool } = world.database;
  const workspaceId = world.ada.kind === "member" ? world.ada.workspaceId : "";
  let turns = 0;
  /** Answers come token by token. */
  const answers = (tokens = 3) =>
    world.script("acme/1", async function* () {
      turns += 1;
      for (let at = 0; at < tokens; at += 1) yield new AIMessageChunk({ content: `${turns}.${at} ` });
    });
  answers();

  const keepHouse = (defaults: Partial<RetentionDefaults> = {}) =>
    new Housekeeper({
      context: server.context,
      blobs: world.blobs,
      defaults: { ...keepEverything, ...defaults },
      log: createLog("silent"),
      restSeconds: 0,
    }).keepHouse();

  const rows = async (sql: string, ...values: unknown[]) => (await pool.query(sql, values)).rows;
  return {
    ...world,
    server,
    pool,
    workspaceId,
    answers,
    keepHouse,
    rows,
    count: async (table: string, where: string, ...values: unknown[]) =>
      Number((await rows(`select count(*) from ${table} where ${where}`, ...values))[0]?.count),
    /** A run to its end or pause. */
    run: async (agent: { id: string; workspaceId: string }, text: string, threadId?: string) => {
      const made = await world.start(server, agent, says(text), threadId);
      await server.service.wait(world.ada, made.runId);
      return made;
    },
    age: (days: number, where: string, ...values: unknown[]) =>
      pool.query(
        `update runs set created_at = created_at - make_interval(days => $1),
           ended_at = ended_at - make_interval(days => $1) where ${where}`,
        [days, ...values],
      ),
    keep: (retention: Retention) =>
      pool.query("update workspaces set retention = $1 where id = $2", [
        JSON.stringify(retention),
        workspaceId,
      ]),
    checkpointRows: async (threadId: string) => {
      const tables = ["checkpoints", "checkpoint_blobs", "checkpoint_writes"];
      const counts = tables.map(async (table) => {
        const found = await rows(`select 1 from ${checkpointSchema}.${table} where thread_id = $1`, threadId);
        return found.length;
      });
      return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    },
  };
}
export type KeepWorld = Awaited<ReturnType<typeof createKeepWorld>>;
