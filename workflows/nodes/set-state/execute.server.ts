import type { z } from "zod";
import { evaluate } from "@/workflows/expressions/evaluate";
import type { NodeExecute } from "../execute";
import type { setStateConfig } from "./definition";

export const executeSetState: NodeExecute<z.output<typeof setStateConfig>> = (config) => async (state) => ({
  update: Object.fromEntries(
    config.assignments.map(({ channel, value }) => [channel, evaluate(value, state)]),
  ),
});
