import { randomUUID } from "node:crypto";
import { startTool } from "../lib/child";
import { type GapFigures, Gaps } from "./gaps";

export interface BareServer {
  stream(count: number): Promise<GapFigures>;
  close: () => Promise<void>;
}

/** LangGraph behind HTTP, in a process of its own on the database of a running server. */
export async function startBare(dataDir: string, baseUrl: string, model: string): Promise<BareServer> {
  const { line: url, close } = await startTool(["bench/server/bare-server.ts", dataDir, baseUrl, model]);
  return {
    async stream(count) {
      const gaps = new Gaps();
      await Promise.all(Array.from({ length: count }, () => follow(url, gaps)));
      return gaps.figures();
    },
    close,
  };
}

async function follow(url: string, gaps: Gaps): Promise<void> {
  const heard = gaps.listener();
  const response = await fetch(`${url}/?thread=${randomUUID()}`, { method: "POST" });
  if (!response.ok || !response.body) throw new Error(`LangGraph's server answered ${response.status}.`);
  for await (const _ of response.body) heard();
}
