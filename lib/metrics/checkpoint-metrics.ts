import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import { Histogram, type Registry } from "prom-client";
import { shortBuckets } from "./buckets";

/** What each step's state costs to store. Returns how a saver is watched. */
export function checkpointMetrics(registry: Registry) {
  const seconds = new Histogram({
    name: "signalbox_checkpoint_seconds",
    help: "Time to store a checkpoint with its channel values",
    buckets: shortBuckets,
    registers: [registry],
  });
  return (saver: Pick<BaseCheckpointSaver, "put">): void => {
    const put = saver.put.bind(saver);
    saver.put = async (...args) => {
      const start = performance.now();
      try {
        return await put(...args);
      } finally {
        seconds.observe((performance.now() - start) / 1000);
      }
    };
  };
}
