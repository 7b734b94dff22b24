import { z } from "zod";

const variableName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "is no name of a variable");
const commandSchema = z.strictObject({
  /** The program; looked up in PATH where it is no path. */
  command: z.string().min(1),
  args: z.array(z.string()).default([]),
  /** Names of variables of our own environment that it gets. */
  env: z.array(variableName).default([]),
  cwd: z.string().min(1).optional(),
});
export type McpCommand = z.infer<typeof commandSchema>;

const named = z.record(z.string().regex(/^[\w.-]{1,100}$/, "is no name for a command"), commandSchema);
/** By the name under which workspaces choose them. */
export type McpCommands = z.infer<typeof named>;

/** The operator's commands, as JSON in one variable. */
export const mcpCommandsSchema = z.string().transform((text, context): McpCommands => {
  const read = readJson(text);
  const checked = named.safeParse(read);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const where = issue?.path.join(".");
  context.addIssue({
    code: "custom",
    message:
      read === undefined
        ? 'must be JSON: {"name": {"command": "/path/to/program", "args": [], "env": []}}'
        : `${where ? `${where}: ` : ""}${issue?.message ?? "is wrong"}`,
  });
  return z.NEVER;
});

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
