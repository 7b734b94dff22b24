import { startTool } from "./child";

export interface Provider {
  /** Base URL for OpenAI's protocol. */
  baseUrl: string;
  close: () => Promise<void>;
}

/** A stand-in for a model provider in a process of its own, so that its work is not counted as ours. */
export async function startProvider(): Promise<Provider> {
  const { line: url, close } = await startTool(["e2e/fixtures/provider-server/main.ts"]);
  return { baseUrl: `${url}/v1`, close };
}
