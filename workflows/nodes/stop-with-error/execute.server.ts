import { AppError } from "@/workflows/errors/app-error";
import { renderTemplate } from "@/workflows/expressions/template";
import type { NodeExecute } from "../execute";
import type { StopWithErrorConfig } from "./definition";

/** Every value in the message was empty. */
const silent = "The run was stopped here, and its message came out empty.";

export const executeStopWithError: NodeExecute<StopWithErrorConfig> =
  ({ message, code }) =>
  async (state) => {
    const said = renderTemplate(message, state).trim();
    throw new AppError("stopped", said || silent, code ? { ownCode: code } : {});
  };
