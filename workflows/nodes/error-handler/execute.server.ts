import { evaluate } from "@/workflows/expressions/evaluate";
import type { NodeExecute } from "../execute";
import { type ErrorHandlerConfig, otherPort } from "./definition";
import { handled } from "./handle";

export const executeErrorHandler: NodeExecute<ErrorHandlerConfig> =
  ({ failure, cases, output }) =>
  async (state) => {
    const found = handled(evaluate(failure, state), cases);
    return {
      port: found.port ?? otherPort.name,
      update: output ? { [output]: found.failure } : {},
    };
  };
