import { approval } from "./approval";
import { blank } from "./blank";
import { chatAgent } from "./chat-agent";
import { crew } from "./crew";
import { entryByEntry } from "./entry-by-entry";
import { evaluatorOptimiser } from "./evaluator-optimiser";
import { groupChat } from "./group-chat";
import { loop } from "./loop";
import { planAndExecute } from "./plan-and-execute";
import { reflect } from "./reflect";
import { research } from "./research";
import { supervisor } from "./supervisor";
import { swarm } from "./swarm";
import type { Template } from "./template";

/** Everything to start from, in the order of the gallery. */
export const templates: readonly Template[] = [
  blank,
  chatAgent,
  approval,
  loop,
  research,
  entryByEntry,
  supervisor,
  swarm,
  crew,
  groupChat,
  planAndExecute,
  reflect,
  evaluatorOptimiser,
];

/** What a new workspace holds. */
export const exampleTemplates: readonly Template[] = [chatAgent, approval, research];

export function templateOf(id: string): Template | undefined {
  return templates.find((template) => template.id === id);
}
