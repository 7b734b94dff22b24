import type { z } from "zod";
import { libraryCall } from "@/workflows/code/write/library-call";
import type { WriteNode } from "@/workflows/code/write/scope";
import { jsonObjectSchema } from "@/workflows/graph/json";
import type { dateConfig } from "./definition";

export const writeDate: WriteNode<z.output<typeof dateConfig>> = (config, scope) =>
  libraryCall(scope, "nodes/date/dated", "dated", jsonObjectSchema.parse(config));
