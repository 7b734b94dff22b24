import { missingInputs, type RunInput, runInputs } from "@/components/run/input/run-inputs";
import { partInputs } from "@/components/run/part/part-inputs";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import { own } from "@/workflows/graph/record";
import type { TestCase } from "@/workflows/testcases/test-case";

/** What a case is asked for: what Start takes or its node reads, and what it is given besides. */
export function caseInputs(document: GraphDocument, { node, input }: TestCase): RunInput[] {
  const asked = node === undefined ? runInputs(document) : partInputs(document, { from: node, until: node });
  const known = new Set(asked.map(({ channel }) => channel));
  const besides = Object.keys(input).filter((channel) => !known.has(channel));
  return [
    ...asked,
    ...besides.map((channel) => ({
      channel,
      type: own(document.channels, channel)?.type ?? ("any" as const),
      required: false,
      description: "The draft no longer asks for this.",
    })),
  ];
}

/** What is wrong with what was typed, by channel. @param unreadable channels whose JSON is not written to its end */
export function caseInputProblems(
  inputs: readonly RunInput[],
  values: JsonObject,
  unreadable: ReadonlySet<string>,
): Record<string, string> {
  const missing = missingInputs(inputs, values).map((channel) => [channel, "Fill this in."]);
  const broken = [...unreadable].map((channel) => [channel, "Mend the JSON before you save."]);
  return Object.fromEntries([...missing, ...broken]);
}
