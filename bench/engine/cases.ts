import { randomUUID } from "node:crypto";
import { type BareRun, bareAgent, bareChat, bareTenNodes, toolQuestion } from "./bare";
import { chatGraph, tenNodeGraph, toolGraph } from "./graphs";
import { runOurs } from "./ours";
import type { World } from "./world";

/** One graph, run by the product and by hand-written LangGraph. */
export interface Case {
  name: string;
  /** Counted runs at each width. */
  runs: number;
  hasModel: boolean;
  ours: (onToken: (text: string) => void) => Promise<void>;
  bare: (onToken: (text: string) => void) => Promise<void>;
}

/** @param model of the provider's stand-in, see its default script */
export async function prepareCases(world: World, baseUrl: string, model: string): Promise<Case[]> {
  const reference = `${world.connectionId}/${model}`;
  const [ten, chat, tool] = [
    await world.publish(tenNodeGraph()),
    await world.publish(chatGraph(reference)),
    await world.publish(toolGraph(reference)),
  ];
  const say = (content: string) => ({ messages: [{ role: "user", content }] });
  const fresh = (run: BareRun) => (onToken: (text: string) => void) => run(randomUUID(), onToken);
  const saver = world.stockSaver;
  return [
    {
      name: "10 nodes, no model",
      runs: 200,
      hasModel: false,
      ours: (onToken) => runOurs(world, ten, { count: 0 }, onToken),
      bare: fresh(bareTenNodes(saver)),
    },
    {
      name: "chat, one model call",
      runs: 100,
      hasModel: true,
      ours: (onToken) => runOurs(world, chat, say("Hello"), onToken),
      bare: fresh(bareChat(saver, baseUrl, model)),
    },
    {
      name: "agent, one tool call",
      runs: 60,
      hasModel: true,
      ours: (onToken) => runOurs(world, tool, say(toolQuestion), onToken),
      bare: fresh(bareAgent(saver, baseUrl, model)),
    },
  ];
}
