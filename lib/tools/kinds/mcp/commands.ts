import { getDefaultEnvironment, type StdioServerParameters } from "@modelcontextprotocol/client/stdio";

import { AppError } from "@/workflows/errors/app-error";
import type { McpCommand, McpCommands } from "./command-settings";

/** A command that the operator named, as it is started. @throws AppError tool_not_configured: there is none of this name */
export function commandNamed(commands: McpCommands, name: string): StdioServerParameters {
  const found = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (found) return parametersOf(found);
  throw new AppError("tool_not_configured", `The operator of this installation named no command “${name}”.`, {
    hint: "Commands stand in MCP_COMMANDS where the server is started.",
    field: "command",
  });
}

/** Never by a shell, and with no more of our own environment than is named. */
function parametersOf({ command, args, env, cwd }: McpCommand): StdioServerParameters {
  const passed = env.flatMap((name): [string, string][] => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    command,
    args,
    env: { ...getDefaultEnvironment(), ...Object.fromEntries(passed) },
    ...(cwd && { cwd }),
    stderr: "pipe",
  };
}
