"use client";

import { Download } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { IconButton } from "@/components/ui/icon-button";
import { JsonTree } from "@/components/ui/json-tree/json-tree";
import { getSpanValue } from "@/lib/api/contract/trace";
import type { SpanPart } from "@/workflows/events/lean/span-part";
import type { Span } from "@/workflows/events/run-view";
import { Section } from "../detail/section";
import { sizeWords } from "../files/size-words";
import { saveJson } from "./save-json";

interface PartValueProps {
  runId: string;
  span: Span;
  part: SpanPart;
  title: string;
  /** How the value is shown; as JSON if nothing is said. */
  children?: (value: unknown) => ReactNode;
}

/** One value of a span under its name. A very large one is read when somebody asks for it. */
export function PartValue({ runId, span, part, title, children = tree(title) }: PartValueProps) {
  const [wanted, setWanted] = useState(false);
  const left = span.left?.[part];
  const read = useEndpoint(
    getSpanValue,
    { params: { id: runId }, query: { span: span.id, part } },
    { enabled: wanted && left !== undefined },
  );
  const value = left ? read.data?.value : span[part];
  if (!left && value === undefined) return null;
  return (
    <Section
      title={title}
      action={value === undefined ? null : <Save value={value} name={`${span.id}-${part}`} title={title} />}
    >
      {value !== undefined ? (
        children(value)
      ) : read.isError ? (
        <ErrorState
          title={`${title} could not be loaded`}
          error={read.error}
          onRetry={() => void read.refetch()}
        />
      ) : (
        <p className="flex flex-wrap items-center gap-2 text-muted-foreground text-xs">
          {`${sizeWords(left?.chars ?? 0)} of JSON`}
          <Button size="sm" busy={wanted && read.isPending} onClick={() => setWanted(true)}>
            Show all
          </Button>
        </p>
      )}
    </Section>
  );
}

const tree = (title: string) => (value: unknown) => <JsonTree value={value} label={title} openDepth={2} />;

function Save({ value, name, title }: { value: unknown; name: string; title: string }) {
  return <IconButton icon={Download} label={`Download ${title}`} onClick={() => saveJson(value, name)} />;
}
