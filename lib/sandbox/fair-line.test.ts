import { describe, expect, it } from "vitest";
import { FairLine } from "./fair-line";

/** Work that ends when the test says so; `started` tells who is at it, in order. */
function scene(places: number, most: number) {
  const line = new FairLine(places, most);
  const started: string[] = [];
  const ends: (() => void)[] = [];
  const join = (owner: string) =>
    line.run(owner, () => {
      started.push(owner);
      return new Promise<void>((end) => ends.push(end));
    });
  const end = async (index: number) => {
    ends[index]?.();
    await new Promise((done) => setImmediate(done));
  };
  const settle = () => new Promise((done) => setImmediate(done));
  return { line, started, join, end, settle };
}

describe("a fair line", () => {
  it("leaves a place to others, however many one owner wants", async () => {
    const { line, started, join, settle } = scene(3, 2);
    for (const owner of ["a", "a", "a", "a"]) void join(owner);
    await settle();
    expect(started).toEqual(["a", "a"]);
    expect(line.length).toBe(2);
    void join("b");
    await settle();
    expect(started).toEqual(["a", "a", "b"]);
  });

  it("serves owners in turn, and each in order", async () => {
    const { started, join, end, settle } = scene(1, 1);
    for (const owner of ["a", "a", "a", "b", "b", "c"]) void join(owner);
    await settle();
    for (const index of [0, 1, 2, 3, 4]) await end(index);
    expect(started).toEqual(["a", "b", "c", "a", "b", "a"]);
  });

  it("gives a place back when the work fails", async () => {
    const line = new FairLine(1, 1);
    await expect(line.run("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    await expect(line.run("a", async () => "yes")).resolves.toBe("yes");
    expect(line.length).toBe(0);
  });
});
