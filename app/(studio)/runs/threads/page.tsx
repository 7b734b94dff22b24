import type { Metadata } from "next";
import { ConversationList } from "@/components/conversations/conversation-list";
import { RunSections } from "@/components/runs/run-sections";
import { Page } from "@/components/shell/page";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = { title: "Conversations" };

export default function ConversationsPage() {
  return (
    <Page>
      <PageHeader title="Conversations" description="Runs that belong together, as one conversation each." />
      <RunSections />
      <ConversationList />
    </Page>
  );
}
