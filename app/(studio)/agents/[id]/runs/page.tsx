import type { Metadata } from "next";
import { RunList } from "@/components/runs/run-list";
import { Page } from "@/components/shell/page";

export const metadata: Metadata = { title: "Runs" };

export default async function AgentRunsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <Page>
      <h2 className="sr-only">Runs of this agent</h2>
      <RunList agentId={id} />
    </Page>
  );
}
