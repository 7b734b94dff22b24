import type { z } from "zod";
import type { NodeExecute } from "../execute";
import type { transformConfig } from "./definition";
import { transformed } from "./transformed";

export const executeTransform: NodeExecute<z.output<typeof transformConfig>> = (config) => async (state) =>
  transformed(config, state);
