import type { z } from "zod";
import { libraryCall } from "@/workflows/code/write/library-call";
import type { WriteNode } from "@/workflows/code/write/scope";
import { jsonObjectSchema } from "@/workflows/graph/json";
import type { validateConfig } from "./definition";

export const writeValidate: WriteNode<z.output<typeof validateConfig>> = (config, scope) =>
  libraryCall(scope, "nodes/validate/validated", "validated", jsonObjectSchema.parse(config));
