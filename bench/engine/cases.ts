import { randomUUID } from "node:crypto";
import { type BareRun, bareAgent, bareChat, bareNodes, toolQuestion } from "./bare";
import { chatGraph, countingGraph, toolGraph } from "./graphs";
import { runOurs } from "./ours";
import type { World } from "./world";

/** One graph, run by the product and by hand-written LangGraph on its stock saver. */
export interface Case {
  name: string;
  /** Counted runs at each width. */
  runs: number;
  ours: (onToken: (text: string) => void) => Promise<void>;
  bare: (onToken: (text: string) => void) => Promise<void>;
}

const fresh = (run: BareRun) => (onToken: (text: string) => void) => run(randomUUID(), onToken);

export async function countingCase(world: World): Promise<Case> {
  const agent = await world.publish(countingGraph());
  return {
    name: "10 nodes, no model",
    runs: 200,
    ours: (onToken) => runOurs(world, agent, { count: 0 }, onToken),
    bare: fresh(bareNodes(10, world.stockSaver)),
  };
}

/** @param model of the provider's stand-in, see its default script */
export async function modelCases(world: World, baseUrl: string, model: string): Promise<Case[]> {
  const reference = `${world.connectionId}/${model}`;
  const [chat, tool] = [await world.publish(chatGraph(reference)), await world.publish(toolGraph(reference))];
  const say = (content: string) => ({ messages: [{ role: "user", content }] });
  const saver = world.stockSaver;
  return [
    {
      name: "chat, one model call",
      runs: 100,
      ours: (onToken) => runOurs(world, chat, say("Hello"), onToken),
      bare: fresh(bareChat(saver, baseUrl, model)),
    },
    {
      name: "agent, one tool call",
      runs: 60,
      ours: (onToken) => runOurs(world, tool, say(toolQuestion), onToken),
      bare: fresh(bareAgent(saver, baseUrl, model)),
    },
  ];
}
