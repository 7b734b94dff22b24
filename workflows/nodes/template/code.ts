import type { z } from "zod";
import { libraryCall } from "@/workflows/code/write/library-call";
import type { WriteNode } from "@/workflows/code/write/scope";
import { jsonObjectSchema } from "@/workflows/graph/json";
import type { templateConfig } from "./definition";

export const writeTemplate: WriteNode<z.output<typeof templateConfig>> = (config, scope) =>
  libraryCall(scope, "nodes/template/filled", "filled", jsonObjectSchema.parse(config));
