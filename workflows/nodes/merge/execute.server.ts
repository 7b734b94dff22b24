import type { z } from "zod";
import type { NodeExecute } from "../execute";
import type { mergeConfig } from "./definition";
import { merged } from "./merged";

export const executeMerge: NodeExecute<z.output<typeof mergeConfig>> = (config) => async (state) =>
  merged(config, state);
