import type { z } from "zod";
import type { NodeExecute } from "../execute";
import { aggregated } from "./aggregated";
import type { aggregateConfig } from "./definition";

export const executeAggregate: NodeExecute<z.output<typeof aggregateConfig>> = (config) => async (state) =>
  aggregated(config, state);
