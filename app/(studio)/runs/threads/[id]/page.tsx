import type { Metadata } from "next";
import { ConversationScreen } from "@/components/conversations/conversation-screen";
import { RunSections } from "@/components/runs/run-sections";
import { Page } from "@/components/shell/page";

export const metadata: Metadata = { title: "Conversation" };

export default async function ConversationPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <Page>
      <RunSections />
      <ConversationScreen id={id} />
    </Page>
  );
}
