import { z } from "zod";
import { JsonTree } from "@/components/ui/json-tree/json-tree";
import { SkeletonRows } from "@/components/ui/skeleton";
import { type PlainMessage, plainMessageSchema } from "@/workflows/events/message";
import type { ToldTool } from "@/workflows/events/model-request";
import type { Span } from "@/workflows/events/run-view";
import { PartValue } from "../whole/part-value";
import { Conversation } from "./conversation";
import { Facts } from "./facts";
import { modelFacts } from "./model-facts";
import { RawCall } from "./raw-call";
import { Section, ValueSection } from "./section";

interface ModelCallProps {
  runId: string;
  span: Span;
  loading: boolean;
  /** Leads to the span in which a tool was called. */
  openCall: (toolCallId: string) => (() => void) | undefined;
}

/** A model call as a conversation, with what it used, with what it was asked, and as raw data. */
export function ModelCall({ runId, span, loading, openCall }: ModelCallProps) {
  const settings = span.request?.settings;
  return (
    <>
      <Facts facts={modelFacts(span)} />
      {loading ? <SkeletonRows rows={4} label="Loading the call" /> : null}
      {loading ? null : (
        <>
          <PartValue runId={runId} span={span} part="messages" title="What the model was given">
            {(value) => <Conversation messages={messagesIn(value)} openCall={openCall} />}
          </PartValue>
          <Answer runId={runId} span={span} openCall={openCall} />
          {settings && Object.keys(settings).length > 0 ? (
            <ValueSection title="Settings" value={settings} />
          ) : null}
          <Tools tools={span.request?.tools} />
          <RawCall span={span} />
        </>
      )}
    </>
  );
}

function Answer({ runId, span, openCall }: Omit<ModelCallProps, "loading">) {
  if (span.message || span.left?.message) {
    return (
      <PartValue runId={runId} span={span} part="message" title="What it answered">
        {(value) => <Conversation messages={messagesIn([value])} openCall={openCall} />}
      </PartValue>
    );
  }
  if (!span.text) return null;
  return (
    <Section title="What it answered">
      <Conversation messages={[{ role: "assistant", content: span.text }]} />
    </Section>
  );
}

function Tools({ tools }: { tools: readonly ToldTool[] | undefined }) {
  if (!tools?.length) return null;
  return (
    <Section title={`Tools it could call (${tools.length})`}>
      {tools.map(({ name, description, parameters }) => (
        <details key={name} className="min-w-0 rounded-md border px-3 py-1.5">
          <summary className="cursor-pointer text-xs">
            <span className="font-mono">{name}</span>
            {description ? <span className="text-muted-foreground"> · {description}</span> : null}
          </summary>
          <JsonTree
            value={parameters ?? {}}
            label={`Arguments that ${name} takes`}
            openDepth={3}
            className="mt-1.5"
          />
        </details>
      ))}
    </Section>
  );
}

/** Values that come by themselves have no type of their own. */
function messagesIn(value: unknown): PlainMessage[] {
  return z.array(plainMessageSchema).safeParse(value).data ?? [];
}
