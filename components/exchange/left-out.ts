import { z } from "zod";
import { plural } from "@/components/ui/format/count";
import type { CodeNote } from "@/workflows/code/write/scope";
import type { GraphDocument } from "@/workflows/graph/document";

/** The parts of a file that may name nodes it does not have; reading it leaves those out. */
const partsSchema = z.object({
  pins: z.record(z.string(), z.unknown()).default({}),
  layout: z
    .object({
      groups: z.record(z.string(), z.object({ nodes: z.array(z.string()) })).default({}),
    })
    .default({ groups: {} }),
});

/** What the JSON of a graph says about nodes that it does not have, and so could not be carried over. */
export function leftOut(json: unknown, document: GraphDocument): CodeNote[] {
  const parts = partsSchema.safeParse(json);
  if (!parts.success) return [];
  const { pins, layout } = parts.data;
  const lostPins = Object.keys(pins).filter((id) => !Object.hasOwn(document.pins, id));
  const members = Object.values(layout.groups).flatMap(({ nodes }) => nodes);
  const kept = Object.values(document.layout.groups).reduce((sum, { nodes }) => sum + nodes.length, 0);
  return [
    ...(lostPins.length > 0
      ? [{ message: `Pinned outputs of nodes that are not in the file: ${lostPins.join(", ")}.` }]
      : []),
    ...(members.length > kept
      ? [
          {
            message: `${plural(members.length - kept, "place")} in groups, of nodes that are not in the file or in two groups.`,
          },
        ]
      : []),
  ];
}
