import { approval } from "./approval";
import { blank } from "./blank";
import { chatAgent } from "./chat-agent";
import { research } from "./research";
import type { Template } from "./template";

/** Everything to start from, in the order of the gallery. */
export const templates: readonly Template[] = [blank, chatAgent, approval, research];

/** What a new workspace holds. */
export const exampleTemplates: readonly Template[] = [chatAgent, approval, research];

export function templateOf(id: string): Template | undefined {
  return templates.find((template) => template.id === id);
}
