"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { nodeIcon } from "@/components/canvas/nodes/node-icons";
import { categoryTitles } from "@/components/canvas/palette/palette-items";
import { LaterMarkdown } from "@/components/markdown/later-markdown";
import { Page } from "@/components/shell/page";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TintedIcon } from "@/components/ui/tint";
import type { NodeDefinition } from "@/workflows/nodes/definition";
import type { NodeDocs } from "@/workflows/nodes/docs";
import { definitionOf } from "@/workflows/nodes/registry";
import { ChannelsUsed } from "./channels-used";
import { ExampleCard } from "./example-card";
import { exampleNode } from "./example-node";
import { PortList } from "./port-list";
import { settingRows } from "./settings/setting-rows";
import { SettingsList } from "./settings/settings-list";
import { typesPath } from "./type-path";

interface TypeScreenProps {
  type: string;
  docs: NodeDocs;
}

/** The page of a node type: what it is for, an example, and everything its definition says. */
export function TypeScreen({ type, docs }: TypeScreenProps) {
  const definition: NodeDefinition | undefined = definitionOf(type);
  if (!definition) return null;
  const rows = settingRows(definition.config);
  const shown = exampleNode(definition, docs.example.document);
  return (
    <Page className="max-w-4xl">
      <div className="grid gap-2">
        <Button asChild variant="ghost" size="sm" className="-ml-2.5 justify-self-start">
          <Link href={typesPath}>
            <ArrowLeft aria-hidden />
            Node types
          </Link>
        </Button>
        <PageHeader
          title={
            <span className="flex items-center gap-2.5">
              <TintedIcon icon={nodeIcon(definition.icon)} tint={definition.category} />
              {definition.title}
            </span>
          }
          badges={<Badge>{categoryTitles[definition.category]}</Badge>}
          description={definition.summary}
        />
      </div>
      <LaterMarkdown className="max-w-prose text-sm leading-6">{docs.purpose}</LaterMarkdown>
      <ExampleCard example={docs.example} />
      <Section title="Ports" description="The ways out of the node, as it stands in the example.">
        <PortList ports={definition.ports(shown)} />
      </Section>
      <Section
        title="Channels"
        description="What it looks at and what it changes, as it stands in the example."
      >
        <ChannelsUsed definition={definition} config={shown} />
      </Section>
      {rows.length > 0 ? (
        <Section
          title="Settings"
          description="In the order of the form; the second name is the key in the graph's JSON."
        >
          <div className="border-t">
            <SettingsList rows={rows} />
          </div>
        </Section>
      ) : null}
      <Facts definition={definition} config={shown} />
    </Page>
  );
}

function Section({
  title,
  description,
  children,
}: {
  title: string;
  description: string;
  children: ReactNode;
}) {
  return (
    <Card aria-label={title}>
      <CardHeader title={title} description={description} />
      {children}
    </Card>
  );
}

/** What matters when a run is interrupted, and how people find the type. */
function Facts({ definition, config }: { definition: NodeDefinition; config: unknown }) {
  const facts = [
    definition.idempotent(config)
      ? "After a lost server it runs again by itself: running it twice does no harm."
      : "After a lost server a person decides whether it runs again: running it twice could act twice.",
    ...(definition.interrupts?.(config) ? ["It can pause the run."] : []),
    `Found in the palette by: ${definition.synonyms.join(", ")}.`,
  ];
  return (
    <ul className="grid gap-1 text-muted-foreground text-sm">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}
