import { describe, expect, test } from "vitest";
import { CheckpointLine } from "./checkpoint-line";
import type { CheckpointRow } from "./fenced-write";

const row = (id: string, namespace = ""): CheckpointRow => ({
  fence: { runId: "run", epoch: 1 },
  threadId: "thread",
  namespace,
  id,
  parentId: undefined,
  checkpoint: "{}",
  metadata: "{}",
  blobs: [],
  writes: [],
});

/** A store that answers when it is told to. */
function slowStore() {
  const statements: { ids: string[]; answer: PromiseWithResolvers<void> }[] = [];
  const line = new CheckpointLine((rows) => {
    const answer = Promise.withResolvers<void>();
    statements.push({ ids: rows.map(({ namespace, id }) => namespace + id), answer });
    return answer.promise;
  });
  return { line, statements, ids: () => statements.map(({ ids }) => ids) };
}

describe("the checkpoints of a run", () => {
  test("go one after the other, those that waited together", async () => {
    const { line, statements, ids } = slowStore();
    const stored = ["1", "2", "3"].map((id) => line.add(row(id)));
    expect(ids()).toEqual([["1"]]);
    statements[0]?.answer.resolve();
    await stored[0];
    await expect.poll(ids).toEqual([["1"], ["2", "3"]]);
    statements[1]?.answer.resolve();
    await Promise.all(stored);
    await line.idle();
    void line.add(row("4"));
    expect(ids().at(-1)).toEqual(["4"]);
  });

  test("never come twice in one statement; the same id in another namespace is another", async () => {
    const { line, statements, ids } = slowStore();
    for (const [id, namespace] of [["1"], ["2"], ["2", "in:"], ["2"], ["3"]] as const)
      void line.add(row(id, namespace));
    statements[0]?.answer.resolve();
    await expect.poll(ids).toEqual([["1"], ["2", "in:2"]]);
    statements[1]?.answer.resolve();
    await expect.poll(ids).toEqual([["1"], ["2", "in:2"], ["2", "3"]]);
  });

  test("are all refused after the first that is", async () => {
    const { line, statements, ids } = slowStore();
    const stored = ["1", "2"].map((id) => line.add(row(id)));
    const outcomes = Promise.allSettled(stored);
    statements[0]?.answer.reject(new Error("full"));
    expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect(line.add(row("3"))).rejects.toThrow("full");
    expect(ids()).toEqual([["1"]]);
    await line.idle();
  });

  test("make the next one wait while eight of them do", async () => {
    const { line, statements } = slowStore();
    for (let id = 0; id < 8; id++) void line.add(row(String(id)));
    await line.room();
    void line.add(row("8"));
    let hasRoom = false;
    const room = line.room().then(() => {
      hasRoom = true;
    });
    await Promise.resolve();
    expect(hasRoom).toBe(false);
    statements[0]?.answer.resolve();
    await room;
    expect(hasRoom).toBe(true);
  });
});
