import type { ComponentProps } from "react";
import { sources, sourceWords } from "@/components/runs/run-facts";
import { AnySelect } from "./any-select";

type Source = (typeof sources)[number];
const options = sources.map((source) => ({ value: source, label: sourceWords[source] }));

interface SourceSelectProps extends Omit<ComponentProps<"button">, "value" | "onChange" | "children"> {
  value: string | null | undefined;
  onChoose: (source: Source | null) => void;
}

/** Where runs were started from. */
export function SourceSelect(props: SourceSelectProps) {
  return <AnySelect any="Any source" options={options} {...props} />;
}
