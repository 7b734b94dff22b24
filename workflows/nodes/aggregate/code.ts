import type { z } from "zod";
import { libraryCall } from "@/workflows/code/write/library-call";
import type { WriteNode } from "@/workflows/code/write/scope";
import { jsonObjectSchema } from "@/workflows/graph/json";
import type { aggregateConfig } from "./definition";

export const writeAggregate: WriteNode<z.output<typeof aggregateConfig>> = (config, scope) =>
  libraryCall(scope, "nodes/aggregate/aggregated", "aggregated", jsonObjectSchema.parse(config));
