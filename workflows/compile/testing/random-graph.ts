import fc from "fast-check";
import type { GraphDocument } from "@/workflows/graph/document";
import { branch, draw, end, mark, start, trail } from "./draw";

const inner = ["a", "b", "c", "d", "e", "f"];

interface Shape {
  targets: string[][];
  choices: string[];
  entry: string[];
}

function shape(choices: fc.Arbitrary<string[]>): fc.Arbitrary<Shape> {
  const targets = fc.uniqueArray(fc.constantFrom(...inner, "end"), { minLength: 1, maxLength: 3 });
  const lists = { minLength: inner.length, maxLength: inner.length };
  const entry = fc.uniqueArray(fc.constantFrom(...inner), { minLength: 1, maxLength: 2 });
  return fc.record({ targets: fc.array(targets, lists), choices, entry });
}

const isBack = (id: string, target: string) => target !== "end" && inner.indexOf(target) <= inner.indexOf(id);

/** Nodes that all lead somewhere: parallel branches and joins, choices where asked for, loops with a cap or none. */
function drawn({ targets, choices, entry }: Shape, loops: boolean): GraphDocument {
  const edges = inner.flatMap((id, index) => {
    const wanted = (targets[index] ?? []).filter((target) => loops || !isBack(id, target));
    return (wanted.length > 0 ? wanted : ["end"]).flatMap((target) => {
      const port = choices.includes(id) ? ".yes" : "";
      return `${id}${port} > ${target}${isBack(id, target) ? " x2" : ""}`;
    });
  });
  const capped = inner.filter((id) => edges.some((edge) => edge.startsWith(id) && edge.endsWith("x2")));
  const nodes = inner.map((id) => [
    id,
    choices.includes(id) ? branch({ yes: "size(trail) % 2 == 0" }) : mark(id),
  ]);
  return draw({
    channels: { trail: { ...trail, default: [] } },
    nodes: { start: start(), ...Object.fromEntries(nodes), end: end("trail") },
    edges: [
      ...entry.map((id) => `start > ${id}`),
      ...edges,
      ...capped.map((id) => `${id}.limit > end`),
      ...choices.map((id) => `${id}.else > end`),
    ],
    recursionLimit: 300,
  });
}

const choices = fc.uniqueArray(fc.constantFrom(...inner));
/** Any graph that people might draw of marks and branches; its marks say who ran. */
export const anyGraph = shape(choices).map((made) => drawn(made, true));
export const withoutLoops = shape(choices).map((made) => drawn(made, false));
export const withoutChoices = shape(fc.constant([])).map((made) => drawn(made, false));
