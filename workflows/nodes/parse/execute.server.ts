import type { z } from "zod";
import type { NodeExecute } from "../execute";
import type { parseConfig } from "./definition";
import { parsed } from "./parsed";

export const executeParse: NodeExecute<z.output<typeof parseConfig>> = (config) => async (state) =>
  parsed(config, state);
