import type { z } from "zod";
import { libraryCall } from "@/workflows/code/write/library-call";
import type { WriteNode } from "@/workflows/code/write/scope";
import { jsonObjectSchema } from "@/workflows/graph/json";
import type { deduplicateConfig } from "./definition";

export const writeDeduplicate: WriteNode<z.output<typeof deduplicateConfig>> = (config, scope) =>
  libraryCall(scope, "nodes/deduplicate/deduplicated", "deduplicated", jsonObjectSchema.parse(config));
