import type { z } from "zod";
import type { NodeExecute } from "../execute";
import type { templateConfig } from "./definition";
import { filled } from "./filled";

export const executeTemplate: NodeExecute<z.output<typeof templateConfig>> = (config) => async (state) =>
  filled(config, state);
