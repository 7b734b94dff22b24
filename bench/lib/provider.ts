import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { tsx } from "./tsx";

export interface Provider {
  /** Base URL for OpenAI's protocol. */
  baseUrl: string;
  close(): Promise<void>;
}

/** A stand-in for a model provider in a process of its own, so that its work is not counted as ours. */
export async function startProvider(): Promise<Provider> {
  const child = spawn(tsx, ["e2e/fixtures/provider-server/main.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [url] = await once(createInterface({ input: child.stdout }), "line");
  return {
    baseUrl: `${url}/v1`,
    async close() {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}
