import type { z } from "zod";
import type { NodeExecute } from "../execute";
import type { filterConfig } from "./definition";
import { filtered } from "./filtered";

export const executeFilter: NodeExecute<z.output<typeof filterConfig>> = (config) => async (state) =>
  filtered(config, state);
