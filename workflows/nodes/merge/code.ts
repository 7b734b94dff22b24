import type { z } from "zod";
import { libraryCall } from "@/workflows/code/write/library-call";
import type { WriteNode } from "@/workflows/code/write/scope";
import { jsonObjectSchema } from "@/workflows/graph/json";
import type { mergeConfig } from "./definition";

export const writeMerge: WriteNode<z.output<typeof mergeConfig>> = (config, scope) =>
  libraryCall(scope, "nodes/merge/merged", "merged", jsonObjectSchema.parse(config));
