import type { z } from "zod";
import { libraryCall } from "@/workflows/code/write/library-call";
import type { WriteNode } from "@/workflows/code/write/scope";
import { jsonObjectSchema } from "@/workflows/graph/json";
import type { filterConfig } from "./definition";

export const writeFilter: WriteNode<z.output<typeof filterConfig>> = (config, scope) =>
  libraryCall(scope, "nodes/filter/filtered", "filtered", jsonObjectSchema.parse(config));
