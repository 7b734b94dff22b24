import { describe, expect, it } from "vitest";
import { shared } from "./share";

/** A read that answers when it is told to. */
function source() {
  const open: { asked: string; answer: PromiseWithResolvers<string> }[] = [];
  const read = shared(
    (asked: string) => {
      const answer = Promise.withResolvers<string>();
      open.push({ asked, answer });
      return answer.promise;
    },
    (asked) => asked,
  );
  return { open, read };
}

describe("a shared read", () => {
  it("is made once for all who ask at the same time", async () => {
    const { open, read } = source();
    const answers = [read("a"), read("a"), read("b")];
    expect(open.map(({ asked }) => asked)).toEqual(["a", "b"]);
    for (const { asked, answer } of open) answer.resolve(`${asked}!`);
    expect(await Promise.all(answers)).toEqual(["a!", "a!", "b!"]);
  });

  it("is made anew for who asks after the answer", async () => {
    const { open, read } = source();
    const first = read("a");
    open[0]?.answer.resolve("one");
    expect(await first).toBe("one");
    const second = read("a");
    open[1]?.answer.resolve("two");
    expect(await second).toBe("two");
  });

  it("fails for all who wait, and for nobody after them", async () => {
    const { open, read } = source();
    const both = [read("a"), read("a")];
    open[0]?.answer.reject(new Error("lost"));
    expect(await Promise.allSettled(both)).toMatchObject([{ status: "rejected" }, { status: "rejected" }]);
    const next = read("a");
    open[1]?.answer.resolve("fine");
    expect(await next).toBe("fine");
  });
});
