import type { z } from "zod";
import { libraryCall } from "@/workflows/code/write/library-call";
import type { WriteNode } from "@/workflows/code/write/scope";
import { jsonObjectSchema } from "@/workflows/graph/json";
import type { transformConfig } from "./definition";

export const writeTransform: WriteNode<z.output<typeof transformConfig>> = (config, scope) =>
  libraryCall(scope, "nodes/transform/transformed", "transformed", jsonObjectSchema.parse(config));
