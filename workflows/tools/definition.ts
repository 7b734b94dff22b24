import type { z } from "zod";
import type { Issue } from "@/workflows/graph/issue";
import type { Json, JsonObject } from "@/workflows/graph/json";
import type { Need } from "@/workflows/nodes/need";

/** What a browser may know about a tool type. Behaviour stands beside it in `execute.server.ts`. */
export interface ToolDefinition<Config = unknown> {
  type: string;
  title: string;
  /** One sentence for people. */
  summary: string;
  /** Name of a lucide icon in kebab-case. */
  icon: string;
  synonyms: readonly string[];
  /** Always a zod object at the top; form hints by `field()` as in node types. */
  config: z.ZodType<Config>;
  initial: JsonObject;
  /** Name and description the model sees while the person gives none. */
  name(config: Config): string;
  description(config: Config): string;
  /** Checks zod cannot make; `path.field` counts from the tool's own config. */
  check?(config: Config): Issue[];
  /** A call that is made again changes nothing: it only computes or reads. Absent: it may act. */
  repeatable?(config: Config): boolean;
  /** A call may pause the run: until a run that it called has ended, or until whoever runs the agent has done it. */
  pauses?: "run" | "caller";
  /** What must be set up in the workspace for the tool to work; `field` counts from the tool's own config. */
  needs?(config: Config): Need[];
  /** A call that runs in the contract test and appears in the documentation. */
  sample: { config: Config; args: Record<string, Json> };
}

/** Types a definition from its own config schema. */
export function defineTool<Schema extends z.ZodObject>(
  definition: ToolDefinition<z.output<Schema>> & { config: Schema },
): ToolDefinition<z.output<Schema>> & { config: Schema } {
  return definition;
}
