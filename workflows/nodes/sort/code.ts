import type { z } from "zod";
import { libraryCall } from "@/workflows/code/write/library-call";
import type { WriteNode } from "@/workflows/code/write/scope";
import { jsonObjectSchema } from "@/workflows/graph/json";
import type { sortConfig } from "./definition";

export const writeSort: WriteNode<z.output<typeof sortConfig>> = (config, scope) =>
  libraryCall(scope, "nodes/sort/sorted", "sorted", jsonObjectSchema.parse(config));
