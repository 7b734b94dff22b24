import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { tsx } from "./tsx";

/** Starts a TypeScript file as a process of its own and waits for the first line that it prints. */
export async function startTool(args: string[]): Promise<{ line: string; close: () => Promise<void> }> {
  const child = spawn(tsx, args, { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return {
    line: String(line),
    async close() {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}
