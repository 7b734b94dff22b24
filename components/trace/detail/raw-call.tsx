"use client";

import type { ReactNode } from "react";
import { JsonTree } from "@/components/ui/json-tree/json-tree";
import type { Span } from "@/workflows/events/run-view";
import { rawRequest, rawResponse } from "./raw";
import { Section } from "./section";

/** The call as data: what went to the provider's client, and what it gave back. */
export function RawCall({ span }: { span: Span }) {
  const response = rawResponse(span);
  return (
    <Section title="Raw">
      <Fold title="Request">
        <JsonTree value={rawRequest(span)} label="Raw request" openDepth={1} />
      </Fold>
      {response ? (
        <Fold title="Response">
          <JsonTree value={response} label="Raw response" openDepth={1} />
        </Fold>
      ) : null}
    </Section>
  );
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="min-w-0 rounded-md border">
      <summary className="cursor-pointer px-3 py-1.5 text-xs">{title}</summary>
      <div className="p-1.5">{children}</div>
    </details>
  );
}
