import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Embedder } from "@/workflows/runtime/ports";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeServices } from "@/workflows/testing/fake-services";
import { runNode } from "@/workflows/testing/run-node";
import { embedConfig } from "./definition";
import { shortNumbers } from "./short-numbers";

const config = { model: "m", list: "texts", output: "vectors" };

/** Says each text's number; `under way` is how many calls ran at the same time. */
function numbering(
  batch: number,
  answer = (texts: readonly string[]) => texts.map((text) => [Number(text)]),
) {
  const seen = { now: 0, most: 0, sizes: [] as number[] };
  const embedder: Embedder = {
    provider: "p",
    model: "m",
    batch,
    embed: async ({ texts }) => {
      seen.now += 1;
      seen.most = Math.max(seen.most, seen.now);
      seen.sizes.push(texts.length);
      // The first batches come back last.
      for (let turn = 0; turn < 10 - Math.min(9, seen.sizes.length); turn += 1) await Promise.resolve();
      seen.now -= 1;
      return { vectors: answer(texts), inputTokens: null };
    },
  };
  return { seen, texts: { ...fakeServices().texts, embedder: async () => embedder } };
}

describe("vectors", () => {
  it("are one a text in the texts' order, whichever batch comes back first", async () => {
    const sizes = fc.record({
      count: fc.integer({ min: 0, max: 40 }),
      most: fc.integer({ min: 1, max: 10 }),
    });
    await fc.assert(
      fc.asyncProperty(sizes, async ({ count, most }) => {
        const { seen, texts } = numbering(most);
        const given = Array.from({ length: count }, (_, at) => `${at}`);
        const { update } = await runNode("embed", config, { texts: given }, { texts });
        expect(update?.vectors).toEqual(given.map((text) => [Number(text)]));
        expect(seen.sizes.every((size) => size <= most)).toBe(true);
        expect(seen.sizes).toHaveLength(Math.ceil(count / most));
        expect(seen.most).toBeLessThanOrEqual(4);
      }),
      { numRuns: 60 },
    );
  });

  it.each<[string, (texts: readonly string[]) => number[][]]>([
    ["one too few", (texts) => texts.slice(1).map(() => [1])],
    ["one too many", (texts) => [...texts, "x"].map(() => [1])],
    ["none", () => []],
  ])("that are %s stop the node: they would belong to other texts", async (_, answer) => {
    const { texts } = numbering(2, answer);
    await expect(runNode("embed", config, { texts: ["1", "2", "3"] }, { texts })).rejects.toMatchObject({
      code: "model_bad_request",
      message: expect.stringMatching(
        /^The model was sent \d texts? and gave \d vectors\.$|^The model was sent/,
      ),
      details: { field: "model" },
    });
  });

  it("are not asked for once the run is stopped", async () => {
    const { seen, texts } = numbering(1);
    const context = { ...fakeContext(), signal: AbortSignal.abort(new Error("stopped")) };
    await expect(runNode("embed", config, { texts: ["1"] }, { texts }, context)).rejects.toThrow("stopped");
    expect(seen.sizes).toEqual([]);
  });

  it("are kept as short as what models reckon in, and no shorter", () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }),
        (vector) => {
          const [short = []] = shortNumbers([vector]);
          expect(short).toHaveLength(vector.length);
          for (const [index, value] of short.entries()) {
            const before = vector[index] ?? 0;
            expect(Math.abs(value - before)).toBeLessThanOrEqual(Math.abs(before) * 1e-6);
          }
          expect(shortNumbers([short])).toEqual([short]);
        },
      ),
    );
  });
});

describe("texts that are none", () => {
  it.each([
    [["a", ""], /Entry 2 of “Texts” gives an empty text/],
    [["a", " \n"], /Entry 2 of “Texts” gives an empty text/],
    [[null], /Entry 1 of “Texts” gives nothing/],
    [[["a"]], /Entry 1 of “Texts” gives a list/],
    [{ a: 1 }, /“Texts” \(texts\) gives an object/],
    [7, /gives 7/],
  ])("%j are refused before a model is asked", async (given, message) => {
    const { seen, texts } = numbering(9);
    await expect(runNode("embed", config, { texts: given }, { texts })).rejects.toThrow(message);
    expect(seen.sizes).toEqual([]);
  });
});

describe("what people type", () => {
  it.each<[object, string]>([
    [{ model: "" }, "model"],
    [{ purpose: "search" }, "purpose"],
    [{ dimensions: 0 }, "dimensions"],
    [{ dimensions: 1.5 }, "dimensions"],
    [{ batch: 0 }, "batch"],
    [{ batch: "9" }, "batch"],
    [{ by: 1 }, "by"],
    [{ list: null }, "list"],
  ])("%j is refused at its field", (more, field) => {
    const found = embedConfig.safeParse({ ...config, ...more });
    expect(found.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });
});
