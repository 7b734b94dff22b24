import { evaluate } from "@/workflows/expressions/evaluate";
import type { NodeExecute } from "../execute";
import { otherwisePort, type SwitchConfig } from "./definition";
import { matchingCase } from "./matching-case";

export const executeSwitch: NodeExecute<SwitchConfig> =
  ({ value, cases, ignoreCase }) =>
  async (state) => ({
    port: matchingCase(evaluate(value, state), cases, ignoreCase)?.id ?? otherwisePort.name,
  });
