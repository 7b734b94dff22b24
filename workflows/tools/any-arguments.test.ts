import { isGraphInterrupt } from "@langchain/langgraph";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAppError } from "@/workflows/errors/app-error";
import { json } from "@/workflows/graph/testing/arbitraries";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeServices } from "@/workflows/testing/fake-services";
import { toolDefinitionOf, toolTypes } from "./registry";
import { makeTool } from "./registry.server";
import { toolEntrySchema } from "./tool-entry";

const jsonObject = fc.dictionary(fc.string(), json);

describe.each(toolTypes)("the tool %s", (type) => {
  const { config, sample } = toolDefinitionOf(type);
  const entry = toolEntrySchema.parse({ type, config: sample.config });
  const names = Object.keys(sample.args);

  /** Arguments that are nearly right: the sample's names with values of any kind. */
  const nearly = fc.record(
    Object.fromEntries(
      names.map((name) => [
        name,
        fc.oneof(
          fc.constant(sample.args[name]),
          fc.string({ unit: "grapheme" }),
          fc.double(),
          fc.boolean(),
          fc.constant(null),
        ),
      ]),
    ),
    { requiredKeys: [] },
  );

  it("answers with a text or a problem that a model can read, whatever it is called with", async () => {
    const { tool } = await makeTool(entry, fakeServices(), fakeContext());
    await fc.assert(
      fc.asyncProperty(fc.oneof(nearly, jsonObject), async (args) => {
        const outcome: unknown = await tool.invoke(args).catch((error: unknown) => error);
        expect(isReadable(outcome) ? "readable" : outcome).toBe("readable");
      }),
      { numRuns: 60 },
    );
  });

  it("refuses settings in words, whatever they are, and never falls over them", () => {
    fc.assert(
      fc.property(jsonObject, (settings) => {
        const read = config.safeParse(settings);
        const words = read.success
          ? (toolDefinitionOf(type).check?.(read.data) ?? []).map(({ message }) => message)
          : read.error.issues.map(({ message }) => message);
        for (const message of words) expect(message).toMatch(/\S/);
      }),
    );
  });

  it("keeps its settings as they are when they are read again", () => {
    expect(config.parse(config.parse(sample.config))).toEqual(config.parse(sample.config));
    const [stored] = [JSON.parse(JSON.stringify(entry))];
    expect(toolEntrySchema.parse(stored)).toEqual(entry);
  });
});

/** A text, one of our problems, or what LangChain says of arguments that do not fit. */
function isReadable(outcome: unknown): boolean {
  if (typeof outcome === "string" || isAppError(outcome) || isGraphInterrupt(outcome)) return true;
  return outcome instanceof Error && /schema/.test(outcome.message);
}
