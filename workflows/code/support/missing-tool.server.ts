import { AppError } from "@/workflows/errors/app-error";

/** Stands where a tool of a workspace's tool source was. @throws AppError tool_failed */
export function missingTool(name: string, args: unknown): never {
  throw new AppError("tool_failed", `The tool “${name}” is not part of this project.`, {
    hint: "Write in its place what calls the API or MCP server that it came from.",
    data: args,
  });
}
