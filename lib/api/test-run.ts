import type { z } from "zod";
import { AppError } from "@/workflows/errors/app-error";
import type { JsonObject } from "@/workflows/graph/json";
import type { TestOptions } from "@/workflows/graph/test-options";
import type { createTestRun } from "./contract/runs";

/**
 * What a test run keeps to and is given. Where it begins at a node, the channel values found there are its input.
 * @throws AppError invalid_input
 */
export function testRunOf({ input, threadId, pins, from, until }: z.output<typeof createTestRun.body>): {
  options: TestOptions;
  input: JsonObject;
} {
  const options = { pins, ...(from && { from: from.nodeId }), ...(until !== undefined && { until }) };
  if (!from) return { options, input };
  if (Object.keys(input).length > 0)
    throw refusal(
      "input",
      "A run that begins at a node takes the values found there, and no input of Start.",
    );
  if (threadId !== undefined)
    throw refusal("threadId", "A run that begins at a node does not go on with a conversation.");
  return { options, input: from.values };
}

function refusal(field: string, message: string): AppError {
  return new AppError("invalid_input", message, { field });
}
