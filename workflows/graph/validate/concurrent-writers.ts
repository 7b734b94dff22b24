import type { Besides } from "@/workflows/graph/analysis/concurrency";
import type { Channel } from "@/workflows/graph/channel";
import type { Issue } from "@/workflows/graph/issue";
import { changeChannelFix } from "./fixes";
import { combining } from "./reducers";
import { type Rule, type Subject, titlesOf } from "./subject";

/**
 * No two nodes write a replacing channel at the same time. Certain to collide is an error; a collision that needs
 * certain answers of conditions, or branches of different length where the later one wins, is a warning.
 */
export const concurrentWriters: Rule = (subject) =>
  Object.entries(subject.document.channels)
    .filter(([, channel]) => channel.reducer === "replace")
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, channel]) => ofChannel(subject, name, channel));

function ofChannel(subject: Subject, name: string, channel: Channel): Issue[] {
  const writers = subject.nodes
    .filter(({ id, writes, definition }) => {
      const isInput = definition?.role === "start";
      return !isInput && subject.reachable.has(id) && writes.some((write) => write.channel === name);
    })
    .map(({ id }) => id);
  if (writers.length < 2) return [];
  const worst = worstOf(subject, writers);
  if (!worst) return [];
  const way = combining(channel);
  const fix = way && changeChannelFix(way.label, name, { ...channel, reducer: way.reducer });
  return [
    {
      code: "concurrent_writers",
      severity: worst.kind === "surely" ? "error" : "warning",
      path: { nodeId: worst.nodeIds[0], channel: name },
      message: `${titlesOf(subject, worst.nodeIds)} ${outcomes[worst.kind]} “${name}”, which keeps only one value. Choose a reducer that combines them, or write to different channels.`,
      ...(fix ? { fix } : {}),
    },
  ];
}

const outcomes: Record<Besides, string> = {
  surely: "write at the same time to",
  together: "can write at the same time to",
  parallel: "write on parallel branches to",
};

/** The gravest way in which some of these meet, with every node that meets another so. */
function worstOf(subject: Subject, writers: string[]): { kind: Besides; nodeIds: string[] } | undefined {
  const meeting = (kind: Besides) => [...subject.concurrency().beside(kind, writers, writers).keys()];
  const parallel = meeting("parallel");
  // The graver ways imply this one, whose table costs the least.
  if (parallel.length === 0) return undefined;
  for (const kind of ["surely", "together"] as const) {
    const nodeIds = meeting(kind);
    if (nodeIds.length > 0) return { kind, nodeIds };
  }
  return { kind: "parallel", nodeIds: parallel };
}
