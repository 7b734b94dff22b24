import { type ConversationFilter, listConversations } from "@/lib/conversations/list-conversations";
import type { World } from "../engine/world";
import { median, percentile } from "../lib/stats";
import { fixed, goal, printTable } from "../lib/table";

const goalMs = 300;
const times = 5;

/** How long pages of conversations take among as many as there are runs, for every filter. */
export async function measureConversations(
  { db, actor }: World,
  agentIds: readonly string[],
  count: number,
): Promise<void> {
  const rows: string[][] = [];
  for (const [name, filter] of cases(agentIds, actor.userId)) {
    const took: number[] = [];
    let found = 0;
    for (let time = 0; time < times; time += 1) {
      let cursor: string | undefined;
      // The first page, then the one after it.
      for (const _page of [1, 2]) {
        const began = performance.now();
        const { items, nextCursor } = await listConversations(db, actor, filter, { limit: 50, cursor });
        took.push(performance.now() - began);
        found = items.length;
        if (nextCursor === null) break;
        cursor = nextCursor;
      }
    }
    const worst = percentile(took, 1);
    rows.push([
      name,
      String(found),
      `${fixed(median(took))} ms`,
      `${fixed(worst)} ms`,
      goal(worst < goalMs, `< ${goalMs} ms`),
    ]);
  }
  printTable(
    `Pages of 50 among ${count.toLocaleString("en-GB")} conversations`,
    ["filter", "found", "median", "worst", "goal"],
    rows,
  );
}

function cases(agentIds: readonly string[], person: string): [name: string, filter: ConversationFilter][] {
  const agentId = agentIds.at(-1);
  const since = new Date(Date.now() - 7 * 86_400_000).toISOString();
  return [
    ["none", {}],
    ["agent with half of them", { agentId: agentIds[0] }],
    ["agent with few", { agentId }],
    ["person, who has none", { person }],
    ["visitors, who have none", { person: "visitors" }],
    ["source: chat, of which there is none", { source: "chat" }],
    ["status: waiting, of which there is none", { status: "interrupted" }],
    ["thumbs down", { thumb: "down" }],
    ["thumbs down in one agent", { thumb: "down", agentId }],
    ["with a comment, rare", { commented: "yes" }],
    ["without a comment", { commented: "no" }],
    ["title, common", { text: "refund" }],
    ["title, unknown", { text: "xylophone" }],
    ["last week", { since }],
    ["more than a week ago", { before: since }],
  ];
}
