import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { runs, threads } from "@/drizzle/schema";
import { createRunWorld, eventOf, type RunWorld } from "@/lib/runs/testing/run-world";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import type { FilePlace } from "@/workflows/runtime/ports";
import { fileGateway } from "./file-gateway";
import { sweepBlobs } from "./sweep-blobs";
import { mostBytes, mostFileBytes } from "./write-file";

let world: RunWorld;
let calls = 0;
beforeAll(async () => {
  world = await createRunWorld();
});
afterEach(() => world.stopAll());
afterAll(() => world.close());

const writing = draw({
  channels: { letter: text },
  nodes: {
    start: start("letter"),
    write: node("file", { action: "write", name: "letter.txt", content: "letter" }),
    end: end("letter"),
  },
  edges: ["start > write", "write > end"],
});

/** A run that has ended and has written a letter. */
async function finished(): Promise<string> {
  const server = await world.startProcess();
  const { runId } = await world.start(server, await world.publish(writing), { letter: "Dear Ada" });
  await eventOf(server, world.ada, runId, ({ type }) => type === "run.finished");
  return runId;
}
const gatewayOf = (workspaceId: string) =>
  fileGateway({ pool: world.database.pool, blobs: world.blobs }, workspaceId);
const home = () => gatewayOf(Object(world.ada).workspaceId);
const call = (place: FilePlace) => {
  calls += 1;
  return { place, callKey: `${place.runId}:node:${calls}:write` };
};
const file = (name: string, content: string) => ({
  name,
  contentType: "text/plain",
  bytes: Buffer.from(content),
});
const contentOf = async (place: FilePlace, name: string) => {
  const found = await home().read(place, name);
  return found && Buffer.from(found.bytes).toString();
};
const stale = async () => {
  const { rows } = await world.database.pool.query("select blob from stale_blobs");
  return rows.map(({ blob }) => String(blob));
};

describe("a file", () => {
  test("of a node's run is there with what was written, and replaced by one of the same name", async () => {
    const at: FilePlace = { scope: "run", runId: await finished() };
    expect(await contentOf(at, "letter.txt")).toBe("Dear Ada");
    await home().write(call(at), file("letter.txt", "Dear Bob"));
    expect(await contentOf(at, "letter.txt")).toBe("Dear Bob");
    expect(await home().list(at, { prefix: "", limit: 10 })).toEqual([
      { name: "letter.txt", contentType: "text/plain", bytes: 8 },
    ]);
    // What it held before is removed, and nothing else.
    expect(await stale()).toHaveLength(1);
    await sweepBlobs({ pool: world.database.pool, blobs: world.blobs });
    expect(await stale()).toEqual([]);
    expect(await contentOf(at, "letter.txt")).toBe("Dear Bob");
  });

  test("that is written again by a node that runs twice changes nothing", async () => {
    const at: FilePlace = { scope: "thread", runId: await finished() };
    const first = call(at);
    await home().write(first, file("a", "first"));
    await home().write(call(at), file("a", "second"));
    await Promise.all([home().write(first, file("a", "first")), home().write(first, file("a", "first"))]);
    expect(await contentOf(at, "a")).toBe("second");
    const drop = call(at);
    expect(await home().delete(drop, "a")).toBe(true);
    await home().write(call(at), file("a", "third"));
    expect(await home().delete(drop, "a")).toBe(true);
    expect(await contentOf(at, "a")).toBe("third");
  });

  test("belongs to its run, thread or agent, and to no other workspace", async () => {
    const [runId, other] = [await finished(), await finished()];
    for (const scope of ["run", "thread", "agent"] as const) {
      await home().write(call({ scope, runId }), file("mine", scope));
      expect(await contentOf({ scope, runId }, "mine")).toBe(scope);
      expect(await contentOf({ scope, runId: other }, "mine")).toBeUndefined();
      const away = gatewayOf(await world.otherWorkspace());
      await expect(away.read({ scope, runId }, "mine")).rejects.toThrow();
      await expect(away.write(call({ scope, runId }), file("mine", "x"))).rejects.toThrow();
    }
  });

  test("has its bounds, also where several are written at once", async () => {
    const at: FilePlace = { scope: "run", runId: await finished() };
    const large = { name: "large", contentType: "text/plain", bytes: Buffer.alloc(mostFileBytes + 1) };
    await expect(home().write(call(at), large)).rejects.toMatchObject({ code: "too_large" });
    await world.database.pool.query("update files set bytes = $2 where owner = $1", [
      at.runId,
      mostBytes - 10,
    ]);
    const writes = ["a", "b", "c"].map((name) => home().write(call(at), file(name, "12345678")));
    const outcomes = await Promise.allSettled(writes);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("goes with its run and its thread, and so does what it held", async () => {
    const runId = await finished();
    const [run] = await world.database.db.select().from(runs).where(eq(runs.id, runId));
    await home().write(call({ scope: "thread", runId }), file("kept", "x"));
    await sweepBlobs({ pool: world.database.pool, blobs: world.blobs });
    const { rows } = await world.database.pool.query("select blob from files where owner in ($1, $2)", [
      runId,
      run?.threadId,
    ]);
    expect(rows).toHaveLength(2);
    await world.database.db.delete(threads).where(eq(threads.id, run?.threadId ?? ""));
    await sweepBlobs({ pool: world.database.pool, blobs: world.blobs });
    for (const { blob } of rows) {
      await expect(world.blobs.get(blob)).rejects.toMatchObject({ code: "unavailable" });
    }
  });
});
