import type { z } from "zod";
import { visitNow } from "@/workflows/recording/current-visit.server";
import type { NodeExecute } from "../execute";
import { dated } from "./dated";
import type { dateConfig } from "./definition";

export const executeDate: NodeExecute<z.output<typeof dateConfig>> = (config) => async (state) =>
  dated(config, state, visitNow);
