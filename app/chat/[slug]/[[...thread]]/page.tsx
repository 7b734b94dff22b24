import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChatScreen } from "@/components/chat/chat-screen";

export const metadata: Metadata = { title: "Chat" };

interface ChatPageProps {
  params: Promise<{ slug: string; thread?: string[] }>;
}

export default async function ChatPage({ params }: ChatPageProps) {
  const { slug, thread = [] } = await params;
  if (thread.length > 1) notFound();
  return <ChatScreen slug={decodeURIComponent(slug)} threadId={thread[0] ?? null} />;
}
