import type { z } from "zod";
import type { NodeExecute } from "../execute";
import { deduplicated } from "./deduplicated";
import type { deduplicateConfig } from "./definition";

export const executeDeduplicate: NodeExecute<z.output<typeof deduplicateConfig>> =
  (config) => async (state) =>
    deduplicated(config, state);
