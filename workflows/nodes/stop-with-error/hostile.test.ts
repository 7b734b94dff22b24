import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prototypeKey } from "@/workflows/graph/prototype-key";
import { hostileValues } from "@/workflows/testing/hostile-values";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { stopWithErrorConfig, stopWithErrorDefinition } from "./definition";

const stop = (message: string, state: Record<string, unknown> = {}, code?: string) =>
  runNode("stop-with-error", { message, ...(code && { code }) }, state);

describe("the reason for a stop", () => {
  it.each<[string, Record<string, unknown>, string]>([
    ["No order {{ id }}.", { id: 7 }, "No order 7."],
    [" \n No. \n", {}, "No."],
    ["{{ why }}", { why: "{{ id }}" }, "{{ id }}"],
    ["\\{{ id }}", { id: 7 }, "{{ id }}"],
    ["{{ why }}", {}, "The run was stopped here, and its message came out empty."],
    ["{{ why }} ", { why: " \n" }, "The run was stopped here, and its message came out empty."],
  ])("%j with %j is %j", async (message, state, said) => {
    await expect(stop(message, state)).rejects.toMatchObject({ code: "stopped", message: said });
  });

  it.each(hostileValues.filter(([, value]) => prototypeKey(value) === undefined))(
    "is never nothing, whatever a channel holds: %s",
    async (_, why) => {
      await expect(stop("{{ why }}", { why })).rejects.toMatchObject({
        code: "stopped",
        message: expect.stringMatching(/\S/),
      });
    },
  );

  it("is the same at every visit", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1 }), async (why) => {
        const [one, other] = [await caught(why), await caught(why)];
        expect(one).toBe(other);
        expect(one).toContain(why.trim());
      }),
      { numRuns: 40 },
    );
  });

  it("that cannot be written stops the run as well, with what is wrong about it", async () => {
    await expect(stop("{{ why.not }}", { why: {} })).rejects.toMatchObject({
      code: "expression_failed",
      message: expect.stringContaining("why.not"),
    });
  });
});

describe("its code", () => {
  it.each(["a", "order_unknown", "E42", "x".repeat(40)])(
    "may be %s, and is what programs read",
    async (code) => {
      await expect(stop("No.", {}, code)).rejects.toMatchObject({
        code: "stopped",
        details: { ownCode: code },
      });
    },
  );

  it.each(["", "1a", "_a", "a-b", "a b", "é", "x".repeat(41), "a\n"])("may not be %j", (code) => {
    const found = stopWithErrorConfig.safeParse({ message: "No.", code });
    expect(found.error?.issues.map(({ path }) => path.join("."))).toEqual(["code"]);
  });

  it("stands on the card in front of the message", () => {
    const describeOf = (config: object) =>
      stopWithErrorDefinition.describe(stopWithErrorConfig.parse(config));
    expect([
      describeOf({ message: "No.", code: "a" }),
      describeOf({ message: "No." }),
      describeOf({}),
    ]).toEqual(["a", "No.", "no message yet"]);
    expect(issuesOf("stop-with-error", { message: " \t" })).toHaveLength(1);
  });
});

async function caught(why: string): Promise<string> {
  const error: unknown = await stop("Because: {{ why }}!", { why }).catch((thrown: unknown) => thrown);
  return error instanceof Error ? error.message : "";
}
