import type { Metadata } from "next";
import { Page } from "@/components/shell/page";
import { TestList } from "@/components/tests/test-list";

export const metadata: Metadata = { title: "Tests" };

export default async function AgentTestsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <Page>
      <h2 className="sr-only">Tests of this agent</h2>
      <TestList agentId={id} />
    </Page>
  );
}
