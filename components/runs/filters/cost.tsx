import { formatMoney } from "@/components/ui/format/money";
import { Range, rangeWords } from "./range";
import type { RunFilter } from "./run-filter";

export const costFilter: RunFilter = {
  keys: ["minMicros", "maxMicros"],
  label: "Cost",
  Control: (props) => (
    <Range
      {...props}
      legend="Cost, in dollars"
      least="minMicros"
      most="maxMicros"
      factor={1_000_000}
      examples={["0.01", "2"]}
    />
  ),
  Words: ({ values }) => rangeWords(values.minMicros, values.maxMicros, formatMoney),
};
