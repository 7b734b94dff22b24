"use client";

import Link from "next/link";
import { useMemo } from "react";
import { chatChannel, type RunInput, runInputs } from "@/components/run/input/run-inputs";
import { CodeBlock } from "@/components/ui/code-block";
import type { ChannelType } from "@/workflows/graph/channel";
import type { Json } from "@/workflows/graph/json";
import { useAgent } from "../agent-context";
import { useEditor } from "../store/editor-context";

const samples: Record<ChannelType, Json> = {
  string: "…",
  number: 1,
  boolean: true,
  object: {},
  array: [],
  messages: [],
  any: null,
};

/** The agent's address for programs, as a command to copy. */
export function CallExample() {
  const { agent } = useAgent();
  const document = useEditor((state) => state.document);
  const body = useMemo(() => exampleBody(runInputs(document)), [document]);
  const origin = typeof window === "undefined" ? "" : window.location.origin;
  const code = [
    `curl ${origin}/api/v1/agents/${agent.slug}/runs \\`,
    `  -H "Authorization: Bearer $SIGNALBOX_KEY" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '${JSON.stringify(body)}'`,
  ].join("\n");
  return (
    <section className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1.5">
      <h3 className="font-medium">Call it from a program</h3>
      <CodeBlock code={code} label="curl command" />
      <p className="text-muted-foreground text-xs">
        Make a key in{" "}
        <Link href="/settings" className="underline underline-offset-2">
          Settings
        </Link>
        . All calls are described at{" "}
        <a href="/api/docs" className="underline underline-offset-2">
          /api/docs
        </a>
        .
      </p>
    </section>
  );
}

function exampleBody(inputs: readonly RunInput[]): Json {
  if (chatChannel(inputs)) return { message: "Hello" };
  return { input: Object.fromEntries(inputs.map(({ channel, type }) => [channel, samples[type]])) };
}
