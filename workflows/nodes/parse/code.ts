import type { z } from "zod";
import { libraryCall } from "@/workflows/code/write/library-call";
import type { WriteNode } from "@/workflows/code/write/scope";
import { jsonObjectSchema } from "@/workflows/graph/json";
import type { parseConfig } from "./definition";

export const writeParse: WriteNode<z.output<typeof parseConfig>> = (config, scope) =>
  libraryCall(scope, "nodes/parse/parsed", "parsed", jsonObjectSchema.parse(config));
