import type { z } from "zod";
import type { NodeExecute } from "../execute";
import type { sortConfig } from "./definition";
import { sorted } from "./sorted";

export const executeSort: NodeExecute<z.output<typeof sortConfig>> = (config) => async (state) =>
  sorted(config, state);
