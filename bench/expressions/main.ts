import { type ExpressionState, evaluate } from "@/workflows/expressions/evaluate";
import { renderTemplate } from "@/workflows/expressions/template";
import { fixed, goal, printTable } from "../lib/table";

const goalMs = 0.1;
const times = 20_000;

const state: ExpressionState = {
  topic: "signals",
  count: 12,
  messages: Array.from({ length: 20 }, (_, index) => ({ role: "user", content: `Message ${index}` })),
  orders: Array.from({ length: 50 }, (_, index) => ({
    id: `o${index}`,
    total: index * 10,
    paid: index % 2 === 0,
  })),
};

const cases: Record<string, () => unknown> = {
  "template, two places": () => renderTemplate("Write on {{ topic }}, {{ count }} lines.", state),
  "template, the last message": () =>
    renderTemplate("Answer: {{ messages[size(messages) - 1].content }}", state),
  condition: () => evaluate('count > 10 && topic == "signals"', state),
  "filter of 50": () => evaluate("orders.filter(o, o.paid && o.total > 100).map(o, o.id)", state),
};

/** What a node's template or expression costs, once it has been read: that happens once a process. */
export async function measureExpressions(): Promise<void> {
  const rows = Object.entries(cases).map(([name, work]) => {
    const ms = perCall(work);
    return [name, `${fixed(ms, 4)} ms`, goal(ms < goalMs, `< ${goalMs} ms`)];
  });
  printTable("Templates and expressions", ["case", "each", "goal"], rows);
}

function perCall(work: () => unknown): number {
  for (let time = 0; time < times / 10; time += 1) work();
  const began = performance.now();
  for (let time = 0; time < times; time += 1) work();
  return (performance.now() - began) / times;
}
