import { formatDuration } from "@/components/ui/format/duration";
import { Range, rangeWords } from "./range";
import type { RunFilter } from "./run-filter";

export const timeTakenFilter: RunFilter = {
  keys: ["minMs", "maxMs"],
  label: "Time taken",
  Control: (props) => (
    <Range
      {...props}
      legend="Time taken, in seconds"
      least="minMs"
      most="maxMs"
      factor={1_000}
      examples={["1.5", "60"]}
    />
  ),
  Words: ({ values }) => rangeWords(values.minMs, values.maxMs, formatDuration),
};
