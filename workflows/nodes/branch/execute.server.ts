import type { z } from "zod";
import { evaluateCondition } from "@/workflows/expressions/evaluate";
import type { NodeExecute } from "../execute";
import { type branchConfig, elsePort } from "./definition";

/** The first condition that is true names the port. */
export const executeBranch: NodeExecute<z.output<typeof branchConfig>> = (config) => async (state) => {
  const chosen = config.conditions.find(({ when }) => evaluateCondition(when, state));
  return { port: chosen?.id ?? elsePort.name };
};
