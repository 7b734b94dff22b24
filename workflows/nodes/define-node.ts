import type { z } from "zod";
import type { NodeDefinition } from "./definition";

/** Types a definition from its own config schema, so that `ports`, `reads` and the rest see the parsed config. */
export function defineNode<Schema extends z.ZodObject>(
  definition: NodeDefinition<z.output<Schema>> & { config: Schema },
): NodeDefinition<z.output<Schema>> {
  return definition;
}
